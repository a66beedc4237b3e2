import json

import pytest
import yaml

from replylint import Conversation
from replylint.errors import Place
from replylint.finding import Edit, edited
from replylint.fixing import mend
from replylint.macros.names import Fields
from replylint.macros.registry import read_macros
from replylint.sources.item import Defaults
from replylint.sources.registry import format_of_text
from replylint.sources.text_again import read_again
from support import linter_of

PACK = """
rules:
  spelled:
    category: spelling
    severity: warning
    swap: {"даная": "эта", "по прежнему": "по-прежнему"}
    message: "«{match}»"
    examples: {bad: ["[[даная]] дверь"], good: ["эта дверь"]}
  wording:
    category: blame
    severity: warning
    swap: {"сломали": "разбилось"}
    message: "«{match}»"
    examples: {bad: ["[[сломали]]"], good: ["разбилось"]}
"""


@pytest.fixture(scope="module")
def linter(tmp_path_factory):
    return linter_of(tmp_path_factory.mktemp("pack"), PACK)


def mended(linter, text, source="a.yml", name="yaml", **more):
    name = name or format_of_text(text, source)
    return mend(linter, text, lambda t: read_again(t, source, name, Defaults()), **more)


FILES = {
    "a.yml": (
        "yaml",
        "# как было\nmacros:\n  - title: 'a'   # 😀\n    text: |\n      Даная дверь 😀,\n"
        '      по прежнему даная.\n  - {title: b, text: "Да\\u043dая\\tданая дверь"}\n'
        "  - title: c\n    text: >\n      Тут даная\n      дверь.\n",
    ),
    "a.json": (
        "chatwoot",
        '[{"short_code":"a",  "content":"Даная дверь \\ud83d\\ude00,\\nданая"}]\n',
    ),
    "a.csv": ("csv", 'title;text\r\na;"Даная ""дверь""; даная"\r\n'),
    "a.md": ("markdown", "---\ntitle: даная\n---\n\nДаная дверь.\n"),
    "a.html": ("html", "<p>Даная&nbsp;<b>даная</b></p>\n"),
    "a.po": ("po", 'msgid "x"\nmsgstr ""\n"Даная \\"дверь\\" "\n"даная"\n'),
}


@pytest.mark.parametrize("source", FILES)
def test_the_notation_stays_and_the_words_change(linter, source):
    name, text = FILES[source]
    done = mended(linter, text, source, name)
    assert done.done >= 1
    kept = done.text.replace("Эта", "Даная").replace("эта", "даная").replace("по-пре", "по пре")
    assert kept == text
    replies = [m.passage.text for m in read_macros(done.text, source, name, Fields())]
    left = [word for reply in replies for word in reply.lower().split() if word == "даная"]
    assert len(left) == text.count("\\u043d")


def test_only_what_is_safe_unless_told(linter):
    text = "macros:\n- title: a\n  text: Даная дверь, вы сломали её.\n"
    assert "Эта дверь, вы сломали" in mended(linter, text).text
    assert mended(linter, text).unsafe == 1
    assert "Эта дверь, вы разбилось" in mended(linter, text, unsafe=True).text


FRESHDESK = (
    '[{"title":"a","content":"Добрый день!\\n\\nДаная  дверь.",'
    '"content_html":"<p>Добрый день!</p><p>Да&#1085;ая&nbsp;<b>дверь</b>.</p>"}]'
)


def test_a_reply_that_stands_twice_is_mended_in_both_places(linter):
    text = FRESHDESK.replace("&#1085;", "н")
    done = mended(linter, text, "a.json", "freshdesk")
    assert (done.done, done.left) == (1, ())
    assert done.text == text.replace("Даная", "Эта")


def test_what_cannot_be_mended_in_both_places_is_left_to_a_person(linter):
    done = mended(linter, FRESHDESK, "a.json", "freshdesk")
    assert (done.text, done.done) == (FRESHDESK, 0)
    assert [one.text for one in done.left] == ["Даная"]


def test_two_texts_that_differ_are_two_replies(linter):
    text = FRESHDESK.replace("&#1085;", "н").replace("<b>дверь</b>", "рама")
    done = mended(linter, text, "a.json", "freshdesk")
    assert done.done == 2 and "Даная" not in done.text


def test_plain_text(linter):
    assert mended(linter, "Даная\r\nдверь.", "a.txt", "text").text == "Эта\r\nдверь."


def test_files_of_conversations_are_left_alone(linter):
    text = json.dumps({"reply": "Даная дверь."}, ensure_ascii=False)
    assert mended(linter, text, "a.json", None).text == text
    assert yaml.safe_load(text) == {"reply": "Даная дверь."}


def test_edits_are_applied_from_the_end():
    assert edited("абв", [Edit(0, 1, "ААА"), Edit(2, 3, "")]) == "АААб"
    assert Conversation.of("x").macro is None


ENDINGS = """
rules:
  forms:
    category: spelling
    severity: warning
    swap: {"согласно договора": "согласно договору", "по прежнему": "по-прежнему"}
    message: "«{match}»"
    examples: {bad: ["[[согласно договора]]"], good: ["согласно договору"]}
"""


@pytest.fixture(scope="module")
def endings(tmp_path_factory):
    return linter_of(tmp_path_factory.mktemp("pack"), ENDINGS)


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("a.yml", "- title: a\n  text: >\n    Согласно\n    договора.\n", "договора|договору"),
        ("a.yml", '- {title: a, text: "согласно договор\\u0430."}\n', "\\u0430|\\u0443"),
        ("a.yml", '- {title: a, text: "согласно договор\\u043E\\u0432\\u0430"}\n', None),
        ("a.yml", '- {title: a, text: "по \\u043F\\u0440ежнему"}\n', "по \\u043F|по-\\u043F"),
        ("a.html", "<p>Согласно <b>догов</b>ора</p>", "ора|ору"),
        ("a.po", 'msgid "x"\nmsgstr ""\n"Согласно дого"\n"вора"\n', "вора|вору"),
    ],
)
def test_notation_inside_the_words_of_an_edit_stays(endings, source, before, after):
    done = mended(endings, before, source, None)
    assert done.text == (before if after is None else before.replace(*after.split("|")))
    assert done.done == (after is not None)


def test_json_in_escapes_stays_in_escapes(endings):
    reply = '😀 Согласно договора по прежнему "так".'
    text = json.dumps([{"title": "a", "text": reply}])
    done = mended(endings, text, "a.json", None)
    assert done.text.isascii() and done.done == 2
    [record] = json.loads(done.text)
    assert record["text"] == '😀 Согласно договору по-прежнему "так".'


def test_an_edit_that_the_notation_hinders_is_told(endings):
    done = mended(endings, "<p>Да.</p>\n<p>Согласно&nbsp;договора</p>", "a.html", None)
    [left] = done.left
    assert (done.done, left.rule, left.text) == (0, "forms", "Согласно\xa0договора")
    assert left.better == "Согласно договору"
    assert left.place == Place("a.html", 2, 4)
