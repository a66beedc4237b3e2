from hypothesis import given
from hypothesis import strategies as st

from replylint.finding import Severity
from replylint.reports.groups import Group, Places, groups_of, marked
from reports.samples import finding, result

REPLY = "Успокойтесь. Мы ничем не можем вам помочь, вы сами так решили. До свидания."


def rules(groups):
    return [[f.rule for f in group.findings] for group in groups]


def test_findings_about_the_same_words_are_told_together_the_worst_first():
    refusal = finding(REPLY, "ничем не можем вам помочь", "refusal", Severity.WARNING)
    missing = finding(REPLY, "не можем вам помочь", "missing", Severity.ERROR)
    calm = finding(REPLY, "Успокойтесь", "calm")
    blame = finding(REPLY, "вы сами", "blame")
    groups = groups_of(result(REPLY, refusal, missing, calm, blame))
    assert rules(groups) == [["calm"], ["missing", "refusal"], ["blame"]]
    assert [group.number for group in groups] == [1, 2, 3]
    second = groups[1]
    assert REPLY[second.start : second.end] == "ничем не можем вам помочь"
    assert second.severity is Severity.ERROR


def test_spans_that_overlap_belong_together_also_in_a_chain():
    first = finding(REPLY, "ничем не можем вам помочь, вы сами", "first")
    second = finding(REPLY, "вы сами так решили", "second", Severity.CRITICAL)
    third = finding(REPLY, "решили. До", "third", Severity.WARNING)
    groups = groups_of(result(REPLY, third, first, second))
    assert rules(groups) == [["second", "first", "third"]]


def test_spans_that_only_touch_are_apart():
    first, second = finding(REPLY, "вы сами", "first"), finding(REPLY, " так решили", "second")
    assert rules(groups_of(result(REPLY, first, second))) == [["first"], ["second"]]


def test_a_long_span_does_not_swallow_what_stands_in_it():
    reply = "Мы " + "очень " * 30 + "рады, успокойтесь. До свидания."
    long = finding(reply, reply[:-15], "long-sentence")
    short = finding(reply, "успокойтесь", "calm")
    assert rules(groups_of(result(reply, long, short))) == [["long-sentence"], ["calm"]]


def test_a_finding_about_the_whole_reply_comes_first_and_marks_nothing():
    whole = finding(REPLY, REPLY, "template")
    calm = finding(REPLY, "Успокойтесь", "calm")
    groups = groups_of(result(REPLY, calm, whole))
    assert rules(groups) == [["template"], ["calm"]]
    assert rules(marked(groups)) == [["calm"]]


def test_a_short_reply_is_marked_as_a_whole():
    reply = "Вы сами так решили."
    assert len(marked(groups_of(result(reply, finding(reply, reply))))) == 1


def test_empty_spans_at_one_place_belong_together():
    first, second = finding(REPLY, "", "a", start=0), finding(REPLY, "", "b", start=0)
    assert rules(groups_of(result(REPLY, first, second))) == [["a", "b"]]


spans = st.tuples(st.integers(0, 5_000), st.sampled_from((0, 1, 5, 40, 900, 1_001, 4_000)))


@given(st.lists(spans, max_size=12), spans)
def test_no_place_is_overlooked(given_spans, asked):
    groups = [Group(start, start + length) for start, length in given_spans]
    start, end = asked[0], asked[0] + max(asked[1], 1)
    found = Places(groups).over(start, end)
    assert [(g.start, g.end) for g in found if g.covers(start, end)] == sorted(
        (g.start, g.end) for g in groups if g.covers(start, end)
    )
