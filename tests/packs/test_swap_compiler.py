from replylint.checks.swap import BetterWord
from support import book_of, rule, write_pack


def better(folder, worse, wording, language="ru"):
    body = "rules:\n" + rule(f'swap: {{"{worse}": "{wording}"}}')
    path = write_pack(folder, body, f"{language}/probe", language=language)
    book = book_of(path)
    [words] = book.rules[0].check.better.values()
    return words


def test_plain_words_stay_as_they_are(tmp_path):
    assert better(tmp_path, "в случае если", "если вдруг") == (
        BetterWord("если"),
        BetterWord("вдруг"),
    )


def test_a_lexeme_takes_the_form_of_the_word_that_was_found(tmp_path):
    [word] = better(tmp_path, "{кушать}", "{есть}")
    assert (word.text, word.lexeme, word.of) == ("есть", True, ("кушать",))
    assert {"кушаю", "кушал", "кушайте"} <= word.like


def test_the_first_lexeme_goes_by_the_first_and_the_last_by_all_the_rest(tmp_path):
    words = better(
        tmp_path, "(очень)? {подать|подавать} <{заявочка}>", "{создать} нашу {заявка} {тут}"
    )
    assert [(word.text, word.of) for word in words] == [
        ("создать", ("подать", "подавать")),
        ("нашу", ()),
        ("заявка", ("заявочка",)),
        ("тут", ("заявочка",)),
    ]


def test_grammemes_narrow_the_words_that_are_looked_for(tmp_path):
    [word] = better(tmp_path, "{commence:past}", "{begin}", "en")
    assert word.like == {"commenced"}
