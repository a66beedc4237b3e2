import subprocess
import sys

CODE = """
import logging
logging.basicConfig(level=logging.INFO)
from replylint.text.russian import analyzer, forms
assert "успокойтесь" in forms("успокоиться", ["impr"])
assert logging.getLogger("pymorphy3").level == logging.NOTSET
"""


def test_the_dictionary_is_loaded_without_a_word_in_the_log_of_the_program():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")
