import pytest

from replylint.explain.wording import entity_name, expanded, in_words, signals_in
from replylint.packs.library import Library
from replylint.text.entities import ENTITY_KINDS
from replylint.translation import speaking
from support import forbidding, write_pack


@pytest.fixture
def names(tmp_path):
    body = (
        'define:\n  us: [мы, "наша {команда}", "@them"]\n  them: [они]\n'
        'signals:\n  sorry: {match: ["{извинить:impr}"]}\n  again: {match: ["&sorry снова"]}\n'
    )
    library = Library([write_pack(tmp_path, body + forbidding("плохо"))])
    return library.names(library.loaded["ru/probe"])


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        ("не надо", "“не надо”"),
        ("{помочь}", "“помочь” [any form]"),
        ("{мочь|смочь:1per}", "(“мочь” / “смочь”) [1st person (I, we)]"),
        ("не .. {мочь:-plur} ли", "“не” + up to 3 words + “мочь” [not plural] + “ли”"),
        ("а ..1 б ... в", "“а” + up to 1 word + “б” + any number of words + “в”"),
        ("^ ну $", "[the sentence starts here] + “ну” + [the sentence ends here]"),
        ("^^ ну $$", "[the reply starts here] + “ну” + [the reply ends here]"),
        ("(а|б в) г?", "(“а” / “б в”) + (perhaps “г”)"),
        ("успока*", "“успока…” [a word that begins so]"),
        ("до #date", "“до” + a date"),
        ("&sorry <вот> \\?", "the signal “sorry” + “вот” [only this is reported] + the mark “?”"),
        ("@us {:VERB,impr}", "a phrase of @us + any word [verb, imperative (an order to you)]"),
        ("(а|б|в|г|д|е|ж|з|и|к|л)", "(“а” / “б” / “в” / “г” / “д” / “е” / “ж” / “з” / 3 more)"),
        ("(", "cannot be read: "),
    ],
)
def test_a_pattern_in_words(pattern, words):
    told = in_words(pattern)
    assert told == words or (words.endswith(": ") and told.startswith(words))


def test_in_russian():
    with speaking("ru"):
        assert in_words("не {мочь:1per}") == "«не» + «мочь» [1-е лицо (я, мы)]"
        assert in_words("а .. б") == "«а» + до 3 слов + «б»"


def test_everything_that_a_pattern_stands_for(names):
    assert dict(expanded("не {успокоиться:impr}", names)) == {
        "{успокоиться:impr}": "успокойся, успокойтесь"
    }
    found = dict(expanded("@us тут", names))
    assert found["@us"] == "“мы” | “наша” + “команда” [any form] | a phrase of @them"
    assert "командой" in found["{команда}"]
    assert found["@them"] == "“они”"


def test_a_broken_pattern_is_told_and_not_raised(names):
    assert expanded("{успокоюсь}", names)[0][1].startswith("cannot be read: ")
    assert signals_in("((", names) == []


def test_the_signals_of_a_pattern(names):
    assert signals_in("&again и &sorry", names) == ["ru/probe.again", "ru/probe.sorry"]


def test_every_entity_has_a_name():
    with speaking("ru"):
        assert all(entity_name(kind) != kind for kind in ENTITY_KINDS)
