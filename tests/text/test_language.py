import pytest

from replylint.text.document import Document
from replylint.text.language import LANGUAGES, morphology_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Здравствуйте, проверяем.", "ru"),
        ("Hello, we are checking it.", "en"),
        ("Обновите iOS и перезагрузите iPhone.", "ru"),
        ("Please open the раздел settings.", "en"),
        ("да yes", "ru"),
        ("", "ru"),
        ("123 🙂", "ru"),
        ("Ёлка", "ru"),
    ],
)
def test_the_language_is_that_of_most_words(text, language):
    assert Document(text).language == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_a_morphology_of_its_own_code(language):
    assert morphology_of(language).code == language


def test_an_unknown_language_is_a_key_error():
    with pytest.raises(KeyError):
        morphology_of("xx")
