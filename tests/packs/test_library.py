import pytest

from replylint.errors import PackError
from replylint.finding import Severity
from replylint.linter import Linter
from replylint.packs.library import Library
from replylint.settings.choices import Choices, RuleChoice
from support import forbidding, head, rule, write_pack


def test_the_rules_are_those_of_the_linter(shipped):
    by_linter = {rule.full_id: rule for pack in shipped.packs for rule in pack.rules}
    library = Library()
    assert {entry.rule.full_id for entry in library.entries} == set(by_linter)
    for entry in library.entries:
        other = by_linter[entry.rule.full_id]
        for name in ("severity", "category", "message", "why", "suggestions", "title", "line"):
            assert getattr(entry.rule, name) == getattr(other, name)
        assert entry.rule.conditions.channels == other.conditions.channels
        assert entry.rule.changed_by == other.changed_by


def test_a_rule_by_its_id_and_by_its_full_id(pack):
    library = Library([pack(forbidding("плохо"))])
    assert [entry.rule.id for entry in library.named("probe")] == ["probe"]
    assert library.named("ru/probe:probe") == library.named("probe")
    assert library.named("nothing") == []


def test_choices_change_and_switch_off(pack):
    path = pack(forbidding("плохо"))
    loud = Choices(rules={"probe": RuleChoice(severity=Severity.CRITICAL)})
    (entry,) = Library([path], loud).entries
    assert (entry.rule.severity, entry.off) == (Severity.CRITICAL, "")
    (entry,) = Library([path], Choices(rules={"ru/probe": RuleChoice(off=True)})).entries
    assert entry.off == "switched off in the settings"


def test_a_disputed_norm_switches(pack):
    body = "options:\n  we: {title: Мы или я, values: [we, i], default: we}\nrules:\n"
    path = pack(body + rule('forbid: ["плохо"]', options="{we: [i]}"))
    (entry,) = Library([path]).entries
    assert entry.off == "the option “we” is “we”"
    (entry,) = Library([path], Choices(options={"we": "i"})).entries
    assert entry.off == ""


def test_a_rule_that_another_pack_switches_off(tmp_path):
    write_pack(tmp_path, forbidding("плохо"))
    mine = tmp_path / "mine.yml"
    extends = head("acme").replace("version", "extends: [ru/probe]\nversion")
    mine.write_text(extends + "change: {rules: {probe: off}}\n", encoding="utf-8")
    (entry,) = Library([mine]).entries
    assert entry.off == "switched off by acme"
    assert [rule for pack in Linter([mine]).packs for rule in pack.rules] == []


def test_a_broken_file(tmp_path):
    (tmp_path / "a.yml").write_text("pack: 1\n", encoding="utf-8")
    with pytest.raises(PackError):
        Library([tmp_path / "a.yml"])
