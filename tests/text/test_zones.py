import pytest

from replylint.text.document import Document
from replylint.text.zones import AUTHORS_OWN, Zone


def zones(text):
    """The words of each zone that is there, joined by spaces."""
    document = Document(text)
    found = {}
    for start, end, zone in zip(document.starts, document.ends, document.zones, strict=True):
        found.setdefault(zone.value, []).append(text[start:end])
    return {zone: " ".join(words) for zone, words in found.items()}


@pytest.mark.parametrize(
    "greeting",
    [
        "Здравствуйте",
        "Добрый день",
        "Доброго времени суток",
        "Привет",
        "Уважаемая Анна Петровна",
        "Здравствуйте, Олег",
        "Hello",
        "Good morning",
    ],
)
def test_a_reply_begins_with_a_greeting(greeting):
    assert zones(f"{greeting}! Проверяем.") == {
        "greeting": greeting.replace(",", ""),
        "body": "Проверяем",
    }


def test_a_greeting_that_runs_on_is_only_its_head():
    assert zones("Здравствуйте мы проверили ваш заказ и уже везём") == {
        "greeting": "Здравствуйте",
        "body": "мы проверили ваш заказ и уже везём",
    }


def test_a_greeting_in_the_middle_is_body():
    assert "greeting" not in zones("Заказ готов. Здравствуйте ещё раз!")


@pytest.mark.parametrize(
    "closing",
    [
        "Хорошего дня",
        "Всего доброго",
        "До свидания",
        "Если будут вопросы, пишите",
        "Обращайтесь",
        "Have a nice day",
    ],
)
def test_a_reply_ends_with_a_closing(closing):
    assert zones(f"Заказ готов. {closing}!")["closing"] == closing.replace(",", "")


@pytest.mark.parametrize(
    "signature",
    [
        "С уважением, Анна",
        "с уважением Анна",
        "С наилучшими пожеланиями, магазин",
        "Best regards, A",
    ],
)
def test_a_signature_runs_to_the_end(signature):
    text = f"Заказ готов.\n\n{signature}\nслужба поддержки"
    assert zones(text)["signature"] == f"{signature.replace(',', '')} служба поддержки"


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("line", ["--", "-- "])
def test_two_hyphens_begin_a_signature(line, line_end):
    assert zones(f"Заказ готов.{line_end}{line}{line_end}Анна") == {
        "body": "Заказ готов",
        "signature": "Анна",
    }


@pytest.mark.parametrize(
    "text",
    [
        "С уважением отношусь к вашему мнению, но денег не верну.",
        "С уважением и вниманием читаем каждое письмо.",
        "С любовью к деталям собираем каждый заказ.",
    ],
)
def test_words_of_respect_inside_a_sentence_are_no_signature(text):
    assert "signature" not in zones(text)


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_lines_after_a_bracket_are_quoted(line_end):
    assert zones(f"> где заказ{line_end}  > ау{line_end}Уже едет.") == {
        "quote": "где заказ ау",
        "body": "Уже едет",
    }


def test_everything_below_a_forwarded_message_is_quoted():
    text = "Проверяем.\n-----Исходное сообщение-----\nГде заказ?\n"
    assert zones(text)["body"] == "Проверяем"


@pytest.mark.parametrize("quoted", ["«{}»", "“{}”", "„{}“", '"{}"'])
def test_a_longer_quoted_phrase_is_somebody_elses(quoted):
    assert zones("Вы пишете: " + quoted.format("где мой заказ") + ", отвечаю.") == {
        "body": "Вы пишете отвечаю",
        "quote": "где мой заказ",
    }


def test_a_quoted_name_is_the_authors_own():
    assert "quote" not in zones("Тариф «Всё сразу» включён.")


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("Напишите «успокойтесь» в ответ.", "успокойтесь"),
        ('Напишите нам "стоп".', "стоп"),
        ("Нажмите на кнопку «Отмена».", "Отмена"),
        ("Нажмите **«Отмена»**.", "Отмена"),
        ("Слово „нельзя“ здесь лишнее.", "нельзя"),
        ("Это раздел «Мои заказы».", "Мои заказы"),
        ("Ответьте «да» или «нет».", "да нет"),
        ("Откройте «Профиль» → «Заказы» → «Возврат».", "Профиль Заказы Возврат"),
        ("Включите режим «Широкий экран».", "Широкий экран"),
        ("Нажимаем на «плюс» и выбираем «Фон».", "плюс Фон"),
        ("Reply “stop” to us.", "stop"),
        ("Press the “Calm down” button.", "Calm down"),
    ],
)
def test_what_is_named_is_not_the_authors_own(text, mentioned):
    assert zones(text)["quote"] == mentioned


@pytest.mark.parametrize(
    "text",
    [
        "Наши «эксперты» всё проверят.",
        "Это «проблема» только у вас.",
        "Ответственные «специалисты» уже едут.",
        "Напишите. «Срочно» здесь ни при чём.",
        "Our “experts” will check.",
        "Команда «экспертов» проверит.",
    ],
)
def test_a_word_said_with_a_wink_is_the_authors_own(text):
    assert "quote" not in zones(text)


def test_a_wink_after_a_mention_is_the_authors_own():
    found = zones("Нажмите «Отмена», и наши «эксперты» всё проверят.")
    assert found["quote"] == "Отмена"
    assert "эксперты" in found["body"]


def test_what_a_markdown_link_leads_to_is_no_prose():
    found = zones("Вот [условия](docs/успокойтесь.md) и [сайт](https://example.com/a).")
    assert found["code"] == "docs успокойтесь md"
    assert found["link"] == "https://example.com/a"
    assert found["body"] == "Вот условия и сайт"


def test_a_reply_that_is_one_quote_is_the_authors_own():
    assert zones("«Мы вам перезвоним завтра»") == {"body": "Мы вам перезвоним завтра"}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_code_is_code(line_end):
    assert zones(
        f"Введите `sudo reboot`:{line_end}```{line_end}да нет{line_end}```{line_end}Готово."
    ) == {"body": "Введите Готово", "code": "sudo reboot да нет"}


def test_links_and_placeholders_have_their_zones():
    assert zones("Пишите a@example.com или https://example.com, {{name}}!") == {
        "body": "Пишите или",
        "link": "a@example.com https://example.com",
        "placeholder": "{{name}}",
    }


def test_rules_look_at_the_authors_own_words():
    assert frozenset(Zone) - AUTHORS_OWN == {Zone.QUOTE, Zone.CODE, Zone.SIGNATURE}
