import copy
import json

import pytest

from exports.reading import FIXTURES
from replylint.exports.chat import Chat, Wanted
from replylint.exports.registry import HELPDESKS

WRONG = (None, [], {}, "", "?", 7, True, [None])


def paths(value, path=()):
    """The path to each value inside a value of JSON."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from paths(inner, (*path, key))


def first_of(name):
    text = (FIXTURES / name).read_text(encoding="utf-8")
    try:
        found = json.loads(text)
    except json.JSONDecodeError:
        found = json.loads(text.splitlines()[0])
    return found[0] if isinstance(found, list) else found


@pytest.mark.parametrize(
    ("desk", "name"),
    [
        ("bitrix24", "bitrix24_line.json"),
        ("chatwoot", "chatwoot.json"),
        ("freshdesk", "freshdesk.json"),
        ("freshdesk", "freshdesk_v1.json"),
        ("intercom", "intercom.json"),
        ("intercom", "intercom_events.jsonl"),
        ("jivo", "jivo.jsonl"),
        ("omnidesk", "omnidesk.json"),
        ("usedesk", "usedesk.json"),
        ("webim", "webim.json"),
        ("zendesk", "zendesk.json"),
        ("zendesk", "zendesk_comments.json"),
        ("zendesk", "zendesk_copies.json"),
    ],
)
def test_any_field_may_be_null_or_of_another_kind(tmp_path, desk, name):
    path = tmp_path / "a.jsonl"
    record = first_of(name)
    changed = []
    for where in paths(record):
        for wrong in WRONG:
            one = copy.deepcopy(record)
            inner = one
            for key in where[:-1]:
                inner = inner[key]
            inner[where[-1]] = wrong
            changed.append(one)
    lines = [json.dumps(one, ensure_ascii=False) for one in changed]
    path.write_text("\n".join(lines), encoding="utf-8")
    for one in changed:
        assert isinstance(HELPDESKS[desk].fits(one), bool)
    found = list(HELPDESKS[desk].read(path, "a.jsonl", Wanted()))
    chats = [item for item in found if isinstance(item, Chat)]
    assert len(chats) > len(changed) * 0.6
    assert {item.line for item in found} <= set(range(1, len(lines) + 1))


@pytest.mark.parametrize(
    ("desk", "name", "people"),
    [
        ("bitrix24", "bitrix24_line.json", ("result", "users", "12")),
        ("bitrix24", "bitrix24_line.json", ("result", "files", "77")),
        ("jivo", "jivo.jsonl", ("agents", 0)),
        ("omnidesk", "omnidesk.json", ("staff", 0)),
        ("zendesk", "zendesk_comments.json", ("users", 1)),
    ],
)
def test_people_and_files_that_are_gone_cost_no_message(tmp_path, desk, name, people):
    path = tmp_path / "a.jsonl"
    counts = []
    record = first_of(name)
    for _ in range(2):
        path.write_text(json.dumps(record), encoding="utf-8")
        found = HELPDESKS[desk].read(path, "a.jsonl", Wanted())
        counts.append([len(item.messages) for item in found if isinstance(item, Chat)])
        inner = record
        for key in people[:-1]:
            inner = inner[key]
        inner[people[-1]] = None
    assert counts[0] == counts[1]
