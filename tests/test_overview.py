import pytest

from replylint.macros.names import Fields
from replylint.macros.registry import read_macros
from replylint.overview import overview
from replylint.sources.item import Defaults
from replylint.sources.macros import conversation_of

LIBRARY = """\
- {key: back, title: Возврат, language: ru, text: "Деньги вернём на карту за 3 дня после приёмки."}
- {key: back, title: Refund, language: en, text: We send the money back to your card.}
- key: again
  title: Снова
  language: ru
  text: |
    Добрый день!
    Деньги вернём на карту за 10 дней после приёмки.
- {key: one, title: a, language: ru, text: "Заказ {номер} собран, курьер приедет к вам завтра."}
- {key: one, title: b, language: en, text: Your order is packed.}
- {key: two, title: c, language: ru, text: "Заказ {код} собран, курьер приедет к вам сегодня."}
- {key: two, title: d, language: en, text: "Look: https://example.com/a."}
- {key: link, title: e, language: ru, text: '<p>Вот <a href="https://example.com/a">тут</a></p>'}
"""


@pytest.fixture(scope="module")
def found():
    macros = read_macros(LIBRARY, "a.yml", "yaml", Fields())
    return overview(conversation_of(macro, "a.yml", Defaults()) for macro in macros)


def test_replies_that_are_nearly_the_same(found):
    assert [(t.first.name, t.second.name) for t in found.twins] == [("a", "c")]


def test_different_numbers_about_the_same_thing(found):
    (pair,) = found.contradictions
    assert (pair.first.name, pair.second.name) == ("Возврат", "Снова")
    assert "3 дня" in pair.one
    assert "10 дней" in pair.other


def test_languages_that_are_missing(found):
    assert {(gap.spot.name, gap.missing) for gap in found.gaps} == {
        ("Снова", ("en",)),
        ("e", ("en",)),
    }
    assert found.has_faults


def test_links_with_their_places(found):
    (link,) = found.links
    assert link.address == "https://example.com/a"
    assert [spot.name for spot in link.spots] == ["d", "e"]
    for spot in link.spots:
        line = LIBRARY.split("\n")[spot.place.line - 1]
        assert line[spot.place.column - 1 :].startswith("https://example.com/a")


def test_a_library_of_nothing():
    assert not overview([]).has_faults
