import json

import pytest
import yaml

from replylint.errors import InputError
from replylint.macros.names import Fields
from replylint.macros.registry import read_macros, recognise

ZENDESK = {
    "macros": [
        {
            "id": 1,
            "title": "Возврат::начало",
            "actions": [
                {"field": "status", "value": "solved"},
                {"field": "comment_value_html", "value": "<p>Добрый день!</p>"},
                {"field": "comment_value", "value": ["channel:all", "Вечер добрый!"]},
            ],
        }
    ],
    "count": 1,
}
GORGIAS = {
    "data": [
        {
            "id": 7,
            "name": "Где заказ",
            "language": "ru",
            "actions": [
                {
                    "name": "setResponseText",
                    "arguments": {"body_text": "", "body_html": "<div>Добрый день!</div>"},
                }
            ],
        }
    ]
}
FRONT = {"_results": [{"id": "rsp_1", "name": "a", "subject": "s", "body": "<p>Добрый день!</p>"}]}
ZAMMAD = [{"id": 3, "name": "a", "keywords": "k", "content": "<div>Добрый день!</div>"}]
CHATWOOT = [{"id": 1, "account_id": 1, "short_code": "hi", "content": "Добрый день!"}]
OSTICKET = [{"canned_id": 1, "title": "a", "response": "<p>Добрый день!</p>", "lang": "ru"}]
FREESCOUT = [{"id": 1, "mailbox_id": 1, "name": "a", "text": "Добрый день!<br>"}]
FRESHDESK = [
    {
        "id": 1,
        "title": "a",
        "folder_id": 5,
        "content": "Добрый день!",
        "content_html": "<div>Добрый день!</div>",
    }
]
EXPORTS = {
    "zendesk": (ZENDESK, ["Добрый день!", "Вечер добрый!"]),
    "gorgias": (GORGIAS, ["Добрый день!"]),
    "front": (FRONT, ["Добрый день!"]),
    "zammad": (ZAMMAD, ["Добрый день!"]),
    "chatwoot": (CHATWOOT, ["Добрый день!"]),
    "osticket": (OSTICKET, ["Добрый день!"]),
    "freescout": (FREESCOUT, ["Добрый день!"]),
    "freshdesk": (FRESHDESK, ["Добрый день!"]),
}


def texts(text, source, name, fields=Fields()):  # noqa: B008
    return [macro.passage.text for macro in read_macros(text, source, name, fields)]


@pytest.mark.parametrize("name", EXPORTS)
def test_every_export_is_recognised_and_read(name):
    data, expected = EXPORTS[name]
    text = json.dumps(data, ensure_ascii=False)
    assert recognise(text, "a.json") == name
    assert texts(text, "a.json", name) == expected
    text = yaml.safe_dump(data, allow_unicode=True)
    assert recognise(text, "a.yml") == name
    assert texts(text, "a.yml", name) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (
            {"macros": [{"title": "a", "text": "Раз"}, {"title": "b", "text": "Два"}]},
            ["Раз", "Два"],
        ),
        ({"templates": {"hi": "Раз", "bye": {"ru": "Два", "en": "Two"}}}, ["Раз", "Два", "Two"]),
        ([{"title": "a", "text": {"ru": "Раз", "en": "One"}}], ["Раз", "One"]),
        ([{"name": "a", "body": "Раз"}], ["Раз"]),
    ],
)
def test_libraries_of_no_help_desk(data, expected):
    text = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    assert recognise(text, "a.yaml") == "yaml"
    assert texts(text, "a.yaml", "yaml") == expected


@pytest.mark.parametrize(
    "data",
    [
        {"pack": "ru/x", "rules": {"a": {"message": "b"}}},
        {"repos": [{"repo": "local", "hooks": [{"id": "a", "name": "b"}]}]},
        [{"name": "play", "tasks": [{"name": "t"}]}],
        {"reply": "Раз", "customer": "Два"},
        [{"reply": "Раз", "title": "a", "messages": []}],
        "words",
        [],
    ],
)
def test_other_files_are_no_libraries(data):
    assert recognise(yaml.safe_dump(data, allow_unicode=True), "a.yml") is None
    assert recognise(json.dumps(data, ensure_ascii=False), "a.json") is None


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("macros:\n  - {title: [\n", "a.yml", "yaml"),
        ('{\n  "macros": [\n    {"title": \n', "a.json", "json-macros"),
        ("rules: [\n", "a.yml", None),
        ("paths:\n  responses: [\n", "a.yml", None),
        ('{"rules": [', "a.json", None),
        ("---\nmacros: [\n---\nОтвет", "a.md", None),
    ],
)
def test_a_library_that_cannot_be_parsed_is_one_still_where_it_says_so(text, name, expected):
    assert recognise(text, name) == expected


def test_keys_can_be_named():
    text = "reply_ru: Раз\nnote: Нет\n"
    assert texts(text, "a.yml", "yaml", Fields(text=("reply_ru",))) == ["Раз"]


def test_a_file_without_replies_is_an_error():
    with pytest.raises(InputError, match="no replies"):
        texts("{}", "a.json", "chatwoot")
