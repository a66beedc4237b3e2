"""Whatever is piped in, the program ends with an exit code of its own and valid JSON."""

import json
import os

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from replylint import linter as linter_module
from replylint.commands.main import run

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "reply", "replly", "messages", "role", "text", "customer"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=10,
)


@pytest.fixture(scope="module")
def linter(pack):
    return linter_module.Linter([pack])


def ended(linter, data, *arguments):
    """The exit code, the output and the errors of one run."""
    with pytest.MonkeyPatch.context() as patch, CliRunner().isolation(input=data) as streams:
        patch.setattr(linter_module, "Linter", lambda **_options: linter)
        code = run(["check", "--lang", "en", *arguments])
        out, err = (stream.getvalue().decode() for stream in streams[:2])
    os.environ.pop("LANGUAGE", None)
    assert "bug of replylint" not in err
    assert code in (0, 1, 2)
    assert (code == 2) == bool([line for line in err.splitlines() if "note:" not in line])
    return out


@given(data=st.binary(max_size=200), format=st.sampled_from(["text", "json", "jsonl"]))
def test_any_bytes(linter, data, format):
    told = json.loads(ended(linter, data, "--input", format, "--format", "json"))
    assert told["summary"]["errors"] == len(told["errors"])


@given(text=st.text(max_size=200))
def test_any_text(linter, text):
    out = ended(linter, text.encode("utf-8", "surrogatepass"), "--color", "never")
    assert "\x1b" not in out


@given(records=st.lists(JSON_VALUES, max_size=4))
def test_any_records(linter, records):
    data = "\n".join(json.dumps(record) for record in records).encode()
    out = ended(linter, data, "--input", "jsonl", "--format", "jsonl")
    assert len(out.splitlines()) == max(len(records), 1)
    for line in out.splitlines():
        json.loads(line)
    if records:
        ended(linter, json.dumps(records).encode(), "--input", "json")
