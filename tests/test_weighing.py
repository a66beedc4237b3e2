from replylint.conversation import Conversation
from replylint.linter import Linter
from replylint.weighing import weighing
from support import head, listed, rule

LIKE = (
    "signals:\n  scary:\n    like:\n      - Это может быть рак.\n      - Похоже на онкологию.\n"
    "      - С таким и умирают.\n      - Знакомый с этим не дожил.\n"
    "      - Без операции не обойтись.\n  bare: {match: [кошмар]}\n"
    "  grim: {any: [scary, bare]}\n"
)


def weighed(tmp_path, judgement, text):
    path = tmp_path / "acme.yml"
    path.write_text(
        head("acme") + LIKE + "rules:\n" + rule(judgement),
        encoding="utf-8",
    )
    linter = Linter([path])
    (book,) = linter.books
    return weighing(book, book.rules[0], Conversation(text))


def test_each_sentence_is_weighed_the_likeliest_first(tmp_path):
    found = weighed(tmp_path, "forbid: scary", "Ждём вас завтра в десять. Скорее всего, это рак.")
    assert not found.by_words
    first, second = found.learned
    assert (first.signal, first.text) == ("scary", "Скорее всего, это рак")
    assert 0 <= second.probability < first.probability <= 1
    assert "Это может быть рак." in first.examples
    assert first.most == 1


def test_a_rule_that_looks_for_words_too_says_so(tmp_path):
    found = weighed(tmp_path, "forbid: grim", "Скорее всего, это рак.")
    assert found.by_words
    assert [one.signal for one in found.learned] == ["scary"]


def test_a_rule_without_learned_signals_has_nothing_to_weigh(tmp_path):
    found = weighed(tmp_path, f"forbid: {listed(['успокойтесь'])}", "Успокойтесь.")
    assert (found.learned, found.by_words) == ((), True)
