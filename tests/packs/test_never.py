import pytest

from replylint.linter import Linter
from replylint.packs.library import Library
from replylint.packs.never import dead_patterns
from replylint.packs.sample import samples
from support import forbidding, head, listed, rule, write_pack


def dead(path):
    linter, library = Linter([path]), Library([path])
    (book,) = linter.books
    return {d.program.source: d for p in book.packs for d in dead_patterns(library, book, p)}


@pytest.mark.parametrize(
    "pattern",
    ["плохо ^ совсем", "плохо $ совсем", "до \\. встречи", "совсем ^^ плохо", "а $$ б"],
)
def test_patterns_that_match_nothing_that_they_say(pack, pattern):
    found = dead(pack(forbidding(pattern, "очень плохо")))
    assert list(found) == [pattern]
    assert not found[pattern].excepted
    assert found[pattern].sample


@pytest.mark.parametrize(
    "pattern",
    [
        "^ плохо .. совсем $",
        "{мочь:2per} .. \\?",
        "(а ^ б|плохо)",
        "{:VERB,impr} #date (от|до) #time",
        "#order #money #duration #number #name #phone #email #url #emoji #placeholder",
        "с #name и т.д.",
        "как-то успока* & оооочень".replace("& ", ""),
    ],
)
def test_patterns_that_live(pack, pattern):
    assert dead(pack(forbidding(pattern))) == {}


def test_an_exception_that_drops_everything(pack):
    patterns = ["плохо дело", "плохо"]
    body = "rules:\n" + rule(f"forbid: {listed(patterns)}", **{"except": '["{дело}"]'})
    found = dead(pack(body))
    assert list(found) == ["плохо дело"]
    assert found["плохо дело"].excepted


def test_an_exception_of_a_signal(pack):
    body = 'signals:\n  bad: {match: ["плохо", "так себе"], except: ["так"]}\nrules:\n'
    assert list(dead(pack(body + rule("forbid: bad")))) == ["так себе"]


def test_samples_go_through_lists_and_signals(tmp_path):
    body = 'define: {us: [мы, "наш {отдел}"]}\nsignals: {bad: {match: [плохо]}}\n'
    library = Library([write_pack(tmp_path, body + forbidding("@us .. &bad"))])
    names = library.names(library.loaded["ru/probe"])
    made = list(samples("@us .. &bad \\!", names, library, 20))
    assert len(made) > 2
    assert all("плохо" in text and "!" in text for text in made)


def test_an_english_pack(pack):
    body = 'rules:\n  probe:\n    category: blame\n    forbid: ["{can} not help", "a $ b"]\n'
    body += "    message: x\n    examples: {bad: ['[[can not help]]'], good: [fine]}\n"
    assert list(dead(pack(body, language="en"))) == ["a $ b"]


def test_no_shipped_pattern_is_dead(shipped):
    library = Library()
    for book in shipped.books:
        for one in book.packs:
            never = [d for d in dead_patterns(library, book, one) if not d.excepted]
            assert [(str(d.program.place), d.program.source) for d in never] == []


def test_the_head_is_used():
    assert head().startswith("pack: ru/probe")


def test_latin_letters_among_cyrillic_ones_are_named(pack):
    (found,) = dead(pack(forbidding("cами виноваты", "сам[aа] виноват", "на сайте shop"))).values()
    assert found.mixed == "cами"
    assert "look like Cyrillic ones: c" in found.why


def test_cyrillic_letters_among_latin_ones_are_named_in_an_english_pack(pack):
    body = forbidding("lоst", "found").replace("плохо", "bad").replace("хорошо", "good")
    (found,) = (d for d in dead(pack(body, name="en/probe", language="en")).values() if d.mixed)
    assert found.mixed == "lоst"
    assert "look like Latin ones: о" in found.why
