from replylint.finding import CATEGORIES, Criterion
from replylint.reports.categories import category_title, criterion_title
from replylint.translation import speaking


def test_every_category_and_criterion_has_a_title_of_its_own():
    for language in ("en", "ru"):
        with speaking(language):
            assert len({category_title(name) for name in CATEGORIES}) == len(CATEGORIES)
            assert len({criterion_title(criterion) for criterion in Criterion}) == len(Criterion)
