import pytest
from hypothesis import given

from replylint.text.tokens import Kind, tokenize
from strategies import texts


def shown(text):
    """The tokens that are not white space, as ``kind text``."""
    return [
        f"{token.kind.value} {text[token.start : token.end]}"
        for token in tokenize(text)
        if token.kind is not Kind.SPACE
    ]


@given(texts)
def test_tokens_cover_any_text_without_gaps(text):
    tokens = tokenize(text)
    assert [token.start for token in tokens] == [0, *(token.end for token in tokens)][:-1]
    assert (tokens[-1].end if tokens else 0) == len(text)
    assert all(token.start < token.end for token in tokens)


@given(texts)
def test_white_space_and_only_white_space_is_space(text):
    for token in tokenize(text):
        assert (token.kind is Kind.SPACE) == text[token.start : token.end].isspace()


@pytest.mark.parametrize(
    "word",
    [
        "слово",
        "как-то",
        "из\u2011за",
        "пож-та",
        "O’Reilly",
        "don't",
        "e\u0308лка",
        "за\u00adказ",
        "iPhone15",
        "3D",
        "한국",
        "слово\u200b",
    ],
)
def test_this_is_one_word(word):
    assert shown(word) == [f"word {word}"]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("да,нет", ["word да", "mark ,", "word нет"]),
        ("да -нет", ["word да", "mark -", "word нет"]),
        ("да- нет", ["word да", "mark -", "word нет"]),
        ("и/или", ["word и", "mark /", "word или"]),
        ("1-го", ["number 1", "mark -", "word го"]),
        ("имя_файла", ["word имя_файла"]),
        ("__да__", ["mark __", "word да", "mark __"]),
        ("Ну...", ["word Ну", "mark ..."]),
        ("Что?!!", ["word Что", "mark ?", "mark !!"]),
        ("да)))", ["word да", "mark )))"]),
        ("'да'", ["mark '", "word да", "mark '"]),
    ],
)
def test_marks_stand_apart_from_words(text, tokens):
    assert shown(text) == tokens


@pytest.mark.parametrize(
    "number", ["5", "1204", "12:30", "3,5", "01.02.2025", "1/2", "٣", "10.000,00"]
)
def test_this_is_one_number(number):
    assert shown(number) == [f"number {number}"]


def test_a_full_stop_after_a_number_is_a_mark():
    assert shown("До 18.") == ["word До", "number 18", "mark ."]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com",
        "https://example.com/a_(b)?c=d&e=%20#f",
        "http://пример.рф/путь",
        "ftp://example.org/x",
        "www.example.ru/help",
        "example.ru",
        "help.example.com/faq",
    ],
)
def test_this_is_one_link_without_the_mark_after_it(url):
    assert shown(f"Ссылка: {url}, там.") == [
        "word Ссылка",
        "mark :",
        f"url {url}",
        "mark ,",
        "word там",
        "mark .",
    ]


@pytest.mark.parametrize("text", ["поможем.Ожидайте", "т.д", "а.б"])
def test_words_with_a_stop_between_are_no_link(text):
    assert not [token for token in shown(text) if token.startswith("url")]


@pytest.mark.parametrize("email", ["a@example.com", "first.last+tag@mail.example.org"])
def test_this_is_one_email(email):
    assert shown(f"<{email}>.") == ["mark <", f"email {email}", "mark >", "mark ."]


@pytest.mark.parametrize(
    "emoji",
    [
        "😀",
        "👍🏽",
        "❤️",
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇷🇺",
        "1️⃣",
        "#️⃣",
        "☎️",
        "🙏",
    ],
)
def test_this_is_one_emoji(emoji):
    assert shown(f"да {emoji}") == ["word да", f"emoji {emoji}"]


def test_flags_side_by_side_are_two():
    assert shown("🇷🇺🇰🇿") == ["emoji 🇷🇺", "emoji 🇰🇿"]


@pytest.mark.parametrize(
    "placeholder",
    [
        "{{name}}",
        "{{ customer.name | default: 'друг' }}",
        "{% if late %}",
        "{имя клиента}",
        "#{order}",
        "%{count}",
        "%NAME%",
        "[ваше имя]",
        "[Номер заказа]",
        "[first name]",
    ],
)
def test_this_is_one_placeholder(placeholder):
    assert shown(f"Ваш {placeholder}!") == [
        "word Ваш",
        f"placeholder {placeholder}",
        "mark !",
    ]


@pytest.mark.parametrize("text", ["[да]", "{}", "{{}}", "100%", "%", "{ }", "5% и 10%"])
def test_this_is_no_placeholder(text):
    assert not [token for token in shown(text) if token.startswith("placeholder")]


@pytest.mark.parametrize(
    "text",
    [
        "$NAME",
        "$order_id",
        "${user.name}",
        "<order>",
        "<номер заказа>",
        "<имя>",
        "#NAME#",
        "__NAME__",
    ],
)
def test_this_is_a_placeholder(text):
    assert shown(f"Ваш {text}, да")[1] == f"placeholder {text}"


@pytest.mark.parametrize(
    "text",
    [
        "<b>да</b>",
        "<br>",
        "<BR/>",
        "$5",
        "$ 100",
        "US$NAME",
        "a < b и c > d",
        "<3",
        "#да#",
        "__да__",
    ],
)
def test_these_signs_open_no_placeholder(text):
    assert not any(token.startswith("placeholder") for token in shown(text))


@pytest.mark.parametrize("text", ["_Calm down_", "__Calm down__", "Вы _сами_ виноваты"])
def test_underscores_around_words_are_marks(text):
    assert "".join(text[t.start : t.end] for t in tokenize(text) if t.kind is Kind.WORD) == (
        text.replace("_", "").replace(" ", "")
    )


def test_an_underscore_between_letters_belongs_to_the_word():
    assert [t.kind for t in tokenize("order_id")] == [Kind.WORD]
