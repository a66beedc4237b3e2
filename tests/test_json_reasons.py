import json

import pytest

from replylint.json_reasons import why_no_json
from replylint.translation import speaking


@pytest.mark.parametrize(
    "text",
    ["{", '{"a" 1}', "[1 2]", '"a', '"\\x"', '"\\u12"', '"\n"', '{"a": 1,}', "[1,]", "[", "x"],
)
def test_every_mistake_is_told_in_our_words(text):
    with pytest.raises(json.JSONDecodeError) as caught:
        json.loads(text)
    assert why_no_json(caught.value).startswith("broken JSON: ")
    with speaking("ru"):
        told = why_no_json(caught.value).replace("JSON", "").replace("\\u", "")
    assert not any(sign.isascii() and sign.isalpha() for sign in told)


@pytest.mark.parametrize("text", ["[" * 100_000, "1" * 5000])
def test_what_no_decoder_takes_is_told_too(text):
    with pytest.raises((RecursionError, ValueError)) as caught:
        json.loads(text)
    assert why_no_json(caught.value).startswith("the JSON is nested too deeply")
