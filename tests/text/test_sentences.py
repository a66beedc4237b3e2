import pytest

from replylint.text.document import Document


def sentences(text):
    document = Document(text)
    return [
        text[document.starts[first] : document.ends[end - 1]]
        for first, end, _ in document.sentences
    ]


def paragraphs(text):
    return [sentence.paragraph for sentence in Document(text).sentences]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Да. Нет.", ["Да", "Нет"]),
        ("Да! Нет? Вот… Так", ["Да", "Нет", "Вот", "Так"]),
        ("Да... Нет", ["Да", "Нет"]),
        ("Да?! Нет", ["Да", "Нет"]),
        ("Да.) Нет", ["Да", "Нет"]),
        ("Да 🙂 Нет", ["Да 🙂 Нет"]),
        ("Поможем.Ожидайте", ["Поможем", "Ожидайте"]),
        ("«Да». Нет", ["Да", "Нет"]),
        ("2300. Ждём", ["2300", "Ждём"]),
        ("да\nнет", ["да", "нет"]),
        ("да\r\nнет", ["да", "нет"]),
        ("да\rнет", ["да", "нет"]),
        ("Да.\n\n\nНет.", ["Да", "Нет"]),
    ],
)
def test_a_sentence_ends_here(text, expected):
    assert sentences(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Живём на ул. Лесной",
        "Доставим в г. Тверь завтра",
        "Возьмите с собой паспорт, т.к. курьер спросит",
        "Это 500 руб. за штуку",
        "и т.д. и т.п. без конца",
        "Пришлёт А. С. Пушкин",
        "Ждите 12.30 на месте",
        "Адрес example.ru и точка",
        "До 18:00 по мск, т.е. вечером",
        "Купите напр. чай",
        "1. Откройте меню",
    ],
)
def test_no_sentence_ends_inside(text):
    assert len(sentences(text)) == 1


@pytest.mark.parametrize("abbreviation", ["500 руб.", "2025 г.", "10 мин."])
def test_a_capital_after_an_abbreviation_begins_a_sentence(abbreviation):
    assert len(sentences(f"Это {abbreviation} Привезём завтра.")) == 2


def test_a_narrow_line_goes_on_where_sentences_begin_with_capitals():
    wrapped = "Мы проверили ваш заказ и видим,\nчто курьер уже забрал его со склада."
    assert len(sentences(wrapped)) == 1
    assert len(sentences(wrapped.lower())) == 2
    assert len(sentences("Здравствуйте, Анна!\nзаказ отправлен")) == 2
    assert len(sentences("Добрый день, Анна\nзаказ отправлен")) == 2


def test_a_line_that_was_only_wrapped_goes_on():
    wrapped = "Мы проверили ваш заказ и видим, что курьер уже забрал\nего со склада."
    assert len(sentences(wrapped)) == 1


@pytest.mark.parametrize("end", [".", ":", "!"])
def test_a_long_line_with_an_end_does_not_go_on(end):
    line = f"Мы проверили ваш заказ и видим, что курьер уже забрал{end}\nего со склада"
    assert len(sentences(line)) == 2


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_an_empty_line_begins_a_paragraph(line_end):
    text = f"Раз. Два.{line_end}Три.{line_end}{line_end}Четыре.{line_end} {line_end}Пять."
    assert paragraphs(text) == [0, 0, 0, 1, 2]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "...", "?!", "\u200b"])
def test_without_words_there_are_no_sentences(text):
    assert sentences(text) == []


@pytest.mark.parametrize("mark", [",", ";", ":"])
def test_an_endless_sentence_is_parted_behind_a_mark(mark):
    parts = sentences(f"один два три четыре пять{mark} " * 400)
    assert len(parts) > 1
    assert all(
        part.startswith("один") and part.rstrip(f"{mark} ").endswith("пять") for part in parts
    )
    assert all(100 < part.count(" ") < 400 for part in parts[:-1])


def test_without_marks_it_is_parted_at_white_space():
    parts = sentences("один два " * 2_000)
    assert len(parts) > 1
    assert " ".join(part.strip() for part in parts).split() == ["один", "два"] * 2_000


def test_without_white_space_it_is_parted_anywhere():
    assert len(sentences("да-нет;" * 2_000)) > 1


def test_a_long_sentence_of_people_stays_whole():
    assert len(sentences("слово, " * 230 + "конец")) == 1
