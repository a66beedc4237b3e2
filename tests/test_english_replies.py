"""The English packs on replies beyond their examples: what is found, what is left alone."""

from pathlib import Path

import pytest
import yaml

from replylint.finding import Severity
from replylint.linter import Linter
from replylint.packs.loader import shipped_packs

TABLE = yaml.safe_load(Path(__file__).with_name("english_replies.yml").read_text(encoding="utf-8"))
REPLIES = [(row["reply"], row.get("customer"), set(row["finds"])) for row in TABLE]


@pytest.fixture(scope="module")
def english():
    return Linter([name for name in shipped_packs() if name.startswith("en/")])


@pytest.mark.parametrize(("reply", "customer", "categories"), REPLIES, ids=range(len(REPLIES)))
def test_the_right_categories_are_found(english, reply, customer, categories):
    result = english.check(reply, customer=customer)
    assert result.language == "en"
    assert result.failures == ()
    found = {f.category for f in result.findings if f.severity >= Severity.WARNING}
    assert found == categories
