import pytest

from replylint.checks.comparisons import COMPARISONS
from replylint.explain.describe import RuleWords
from replylint.explain.measure_words import comparison_words, measure_words, zone_word
from replylint.explain.points import walk, where
from replylint.packs.library import Library
from replylint.packs.signal_schema import COUNTED_MEASURES, MeasureFile
from replylint.signals.measured import MEASURES
from replylint.text.zones import Zone
from replylint.translation import speaking
from support import head, rule

SIGNALS = """\
signals:
  refusal: {match: ["не {мочь:1per}"], except: ["не {мочь} не"]}
  remedy: {any: [deeper]}
  deeper: {title: Выход, match: ["вы {мочь:2per} #date"]}
  both: {all: {of: [refusal, remedy], within: paragraph}}
  close: {near: {of: [refusal, remedy], words: 4}}
  row: {order: [refusal, remedy]}
  gone: {not: {signal: remedy, within: sentence}}
  code: {regex: ["[A-Z]{3}"]}
  shout: {measure: {measure: exclamation_marks, max: 2}}
"""


def told(folder, body, name="probe"):
    path = folder / "probe.yml"
    path.write_text(head() + SIGNALS + "rules:\n" + body, encoding="utf-8")
    library = Library([path])
    (entry,) = library.named(name)
    return RuleWords(library, entry)


def texts(points):
    return [point.text for point in walk(points)]


@pytest.mark.parametrize(
    ("judgement", "expected"),
    [
        ('forbid: ["плохо"]', ["Every place where the reply has:", "“плохо”"]),
        ("forbid: refusal", ["Every place where the reply has:", "the signal “ru/probe.refusal”"]),
        (
            "when: refusal\n    require: remedy\n    within: next 2 sentences",
            [
                "The reply has:",
                "the signal “ru/probe.refusal”",
                "and there is not, in the same sentence or in the next 2:",
                "the signal “ru/probe.remedy”",
                "The first such place is reported.",
            ],
        ),
        ("require: remedy", ["The reply has nowhere:", "the signal “ru/probe.remedy”"]),
        (
            "limit: {measure: words_per_sentence, max: 30}",
            ["The number of words in a sentence is not at most 30."],
        ),
        ("compare: emoji", ["Emoji to a customer who writes without them."]),
        (
            'swap: {"{осуществлять}": "{делать}"}',
            [
                "Words for which there are better ones (a {…} takes the form of the old):",
                "“осуществлять” [any form] → better: “{делать}”",
            ],
        ),
    ],
)
def test_the_judgement_in_words(tmp_path, judgement, expected):
    assert texts(told(tmp_path, rule(judgement)).finds()) == expected


def test_conditions_in_words(tmp_path):
    body = rule(
        "forbid: refusal",
        **{
            "except": '["да"]',
            "unless": "{signal: remedy, within: paragraph, downgrade: suggestion}",
            "if-customer": '["где"]',
            "channels": "[chat, -review]",
            "zones": "[greeting]",
        },
    )
    lines = texts(told(tmp_path, body).conditions())
    assert lines == [
        "Lets be what overlaps:",
        "“да”",
        "No more than “suggestion” where there is, in the same paragraph:",
        "the signal “ru/probe.remedy”",
        "Speaks only if the customer's message has:",
        "“где”",
        "Looks only in: greeting.",
        "Only in the channels: chat.",
        "Never in the channels: review.",
    ]


def test_a_softer_message_in_words(tmp_path):
    unless = '[{signal: remedy, downgrade: info, message: "«{match}» рядом с выходом"}]'
    lines = texts(told(tmp_path, rule("forbid: refusal", unless=unless)).conditions())
    assert lines[2] == "Then it says: “«{match}» рядом с выходом”"


def test_signals_are_told_through_other_signals(tmp_path):
    names = [name for name, _points in told(tmp_path, rule('forbid: ["&both", "плохо"]')).signals()]
    assert names == [
        "ru/probe.both",
        "ru/probe.refusal",
        "ru/probe.remedy",
        "ru/probe.deeper",
    ]


@pytest.mark.parametrize("signal", ["close", "row", "gone", "code", "shout", "refusal"])
def test_every_kind_of_signal_is_told(tmp_path, signal):
    words = told(tmp_path, rule(f"forbid: {signal}"))
    (points,) = [points for name, points in words.signals() if name == f"ru/probe.{signal}"]
    assert all(texts(points))


def test_what_another_pack_adds_is_told(tmp_path):
    (tmp_path / "probe.yml").write_text(
        head() + SIGNALS + "rules:\n" + rule("forbid: refusal"), encoding="utf-8"
    )
    mine = tmp_path / "mine.yml"
    mine.write_text(
        head("acme").replace("version", "extends: [ru/probe]\nversion")
        + "change:\n  rules:\n    probe: {severity: info, add: {forbid: [никак]}}\n"
        "  signals:\n    refusal: {add: {match: [нельзя]}}\n",
        encoding="utf-8",
    )
    library = Library([mine])
    (entry,) = library.named("probe")
    assert entry.rule.severity.label == "info"
    assert entry.rule.changed_by == ("acme",)
    words = RuleWords(library, entry)
    assert texts(words.finds())[-2:] == ["added by acme:", "“никак”"]
    assert "“нельзя”" in texts(dict(words.signals())["ru/probe.refusal"])


def test_every_measure_comparison_and_zone_has_words():
    with speaking("ru"):
        for name in (*MEASURES, *COUNTED_MEASURES):
            file = MeasureFile(measure=name, max=1, of="x" if name in ("count", "share") else None)
            assert measure_words(file) != name
        assert all(comparison_words(name) != name for name in COMPARISONS)
        assert all(zone_word(zone) != zone.value for zone in Zone)


@pytest.mark.parametrize(
    ("scope", "russian"),
    [
        ("sentence", "в том же предложении"),
        ("next 2 sentences", "в том же предложении или в 2 следующих"),
        ("near 1 sentences", "не дальше 1 предложения до или после"),
        ("paragraph", "в том же абзаце"),
        ("reply", "где-либо в ответе"),
        ("thread", "где-либо в ответе или в наших прежних ответах разговора"),
    ],
)
def test_scopes_in_words(scope, russian):
    with speaking("ru"):
        assert where(scope) == russian


def test_every_shipped_rule_can_be_told_in_both_languages():
    library = Library()
    for language in ("en", "ru"):
        with speaking(language):
            for entry in library.entries:
                words = RuleWords(library, entry)
                lines = texts([*words.finds(), *words.conditions()])
                assert lines and all(lines)
                for _name, points in words.signals():
                    assert points
