"""The packs that come with replylint: every rule is complete and judges its examples as it says."""

import re
from collections import Counter, defaultdict

import pytest
import yaml

from replylint.checks.plugged import PluggedCheck
from replylint.checks.swap import Swap
from replylint.finding import CATEGORIES
from replylint.packs.loader import shipped_packs
from replylint.selftest import run_examples

PACKS = shipped_packs()
LEAST_EXAMPLES = 3
RULES = [
    pytest.param(name, rule_id, id=f"{name}:{rule_id}")
    for name, path in PACKS.items()
    for rule_id in yaml.safe_load(path.read_text(encoding="utf-8")).get("rules") or {}
]


@pytest.fixture(scope="module")
def rules(shipped):
    return {(pack.name, rule.id): rule for pack in shipped.packs for rule in pack.rules}


@pytest.fixture(scope="module")
def failures(shipped):
    """The examples that are not judged as they say, by pack and rule."""
    by_rule = defaultdict(list)
    for failure in run_examples(shipped):
        by_rule[failure.pack.name, failure.rule.id].append(str(failure))
    return by_rule


def test_all_shipped_packs_load_together(shipped):
    assert {pack.name for pack in shipped.packs} == set(PACKS)


@pytest.mark.parametrize(("name", "path"), list(PACKS.items()), ids=list(PACKS))
def test_a_pack_is_named_as_its_file(name, path):
    assert yaml.safe_load(path.read_text(encoding="utf-8"))["pack"] == name


@pytest.mark.parametrize(("pack", "rule_id"), RULES)
def test_the_examples_are_judged_as_they_say(pack, rule_id, failures):
    assert failures[pack, rule_id] == []


@pytest.mark.parametrize(("pack", "rule_id"), RULES)
def test_a_rule_tells_everything_that_a_person_needs(pack, rule_id, rules):
    rule = rules[pack, rule_id]
    assert rule.message
    assert rule.why
    brings_its_own = isinstance(rule.check, (Swap, PluggedCheck))
    assert rule.suggestions or brings_its_own
    assert rule.source
    assert rule.category in CATEGORIES


@pytest.mark.parametrize(("pack", "rule_id"), RULES)
def test_suggestions_leave_to_the_author_what_only_the_author_knows(pack, rule_id, rules):
    """Days, hours and sums are blanks (``…``), and a list of words says what to do with it."""
    if isinstance(rules[pack, rule_id].check, (Swap, PluggedCheck)):
        return
    for suggestion in rules[pack, rule_id].suggestions:
        assert not re.search(r"\d(?![.)]\s)", suggestion)
        assert suggestion.rstrip("🎉 ").endswith((".", "!", "?", "…", ","))


@pytest.mark.parametrize(("pack", "rule_id"), RULES)
def test_a_rule_has_enough_examples_that_all_differ(pack, rule_id, rules):
    examples = rules[pack, rule_id].examples
    bad = [example.conversation() for example in examples if example.is_bad]
    good = [example.conversation() for example in examples if not example.is_bad]
    assert len(bad) >= LEAST_EXAMPLES
    assert len(good) >= LEAST_EXAMPLES
    assert [told for told, count in Counter(bad + good).items() if count > 1] == []


def test_rule_names_are_unique_in_a_language(shipped):
    names = Counter((pack.language, rule.id) for pack in shipped.packs for rule in pack.rules)
    assert [name for name, count in names.items() if count > 1] == []


def test_titles_and_versions_are_given(shipped):
    for pack in shipped.packs:
        assert pack.title
        assert [part.isdigit() for part in pack.version.split(".")] == [True] * 3
