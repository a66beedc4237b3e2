import pytest

from replylint.text.content import content_lemmas, shared_content
from replylint.text.document import Document


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        (
            "Why was I charged twice for the subscription? When will it arrive?",
            {"charge", "subscription", "arrive"},
        ),
        ("Hello! Could you please help me with this?", set()),
        ("Where are my parcels 5512?", {"parcel", "5512"}),
        ("Почему у меня дважды списали оплату?", {"дважды", "списать", "оплата"}),
        ("Здравствуйте! Подскажите, пожалуйста, что делать?", set()),
    ],
)
def test_words_of_substance(text, lemmas):
    assert content_lemmas(Document(text)) >= lemmas
    assert bool(content_lemmas(Document(text))) == bool(lemmas)


def test_function_words_are_shared_by_nobody():
    theirs = Document("When will the refund for my boots be there?")
    ours = Document("We will be there for you when you need the best.")
    assert shared_content(theirs, ours) == frozenset()
    assert shared_content(theirs, Document("The boots are refunded.")) >= {"boot"}
