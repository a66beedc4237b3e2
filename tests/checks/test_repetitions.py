from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.checks import repetitions
from replylint.finding import Learned, Severity
from replylint.text.document import Document


def without_repetitions(findings, text="Раз два три. Четыре пять шесть. Семь восемь. Девять."):
    return repetitions.without_repetitions(findings, Document(text))


def findings(shipped):
    [finding] = shipped.check("Успокойтесь, пожалуйста.").findings
    return finding, replace(finding, learned=Learned("m", "l", 0.9, ()), rule="guess")


def test_a_guess_gives_way_to_words(shipped):
    word, guess = findings(shipped)
    assert without_repetitions([guess, word]) == [word]


def test_a_graver_guess_stays_in_place_of_milder_words(shipped):
    word, guess = findings(shipped)
    mild = replace(word, severity=Severity.SUGGESTION)
    assert without_repetitions([mild, guess]) == [guess]


def test_the_likelier_guess_stays(shipped):
    _word, guess = findings(shipped)
    weaker = replace(guess, learned=Learned("m", "l", 0.8, ()), rule="weaker")
    assert without_repetitions([weaker, guess]) == [guess]


def test_other_categories_and_other_places_are_no_repetition(shipped):
    word, guess = findings(shipped)
    elsewhere = replace(guess, start=word.end, end=word.end + 5)
    other = replace(guess, category="blame")
    assert len(without_repetitions([word, elsewhere, other])) == 3


def test_of_words_that_overlap_the_gravest_and_then_the_longest_stays(shipped):
    word, _guess = findings(shipped)
    mild = replace(word, severity=Severity.SUGGESTION, end=word.end + 9, rule="mild")
    longer = replace(word, end=word.end + 5, rule="longer")
    assert without_repetitions([mild, word, longer]) == [longer]


def test_words_that_stand_apart_or_nowhere_all_stay(shipped):
    word, _guess = findings(shipped)
    next_to = replace(word, start=word.end, end=word.end + 4)
    assert len(without_repetitions([word, next_to])) == 2
    nowhere = replace(word, start=0, end=0)
    assert len(without_repetitions([nowhere, replace(nowhere, rule="other")])) == 2


@pytest.mark.parametrize("category", ["placeholder", "sensitive-data", "readability"])
def test_of_some_categories_two_faults_can_stand_in_one_place(shipped, category):
    word, _guess = findings(shipped)
    word = replace(word, category=category)
    assert without_repetitions([word, replace(word, rule="other")]) != [word]


def test_one_slip_is_told_once(shipped):
    word, _guess = findings(shipped)
    slip = replace(word, category="spelling")
    other = replace(slip, rule="other", severity=Severity.SUGGESTION)
    longer = replace(other, end=slip.end + 2)
    assert without_repetitions([other, slip, longer]) == [slip, longer]


def test_of_the_whole_reply_one_is_enough(shipped):
    word, guess = findings(shipped)
    word = replace(word, category="template-only")
    elsewhere = replace(guess, category="template-only", start=word.end, end=word.end + 5)
    assert without_repetitions([word, elsewhere]) == [word]


@given(
    st.lists(
        st.tuples(
            st.integers(0, 12), st.integers(0, 6), st.sampled_from([None, 0.7, 0.9]),
            st.sampled_from(list(Severity)),
            st.sampled_from(["blame", "spelling", "template-only"]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_nothing_is_told_twice_and_nothing_else_is_lost(shipped, given_findings):
    word, guess = findings(shipped)
    several = [
        replace(
            word, start=start, end=start + length, severity=severity, category=category,
            rule=str(number), learned=guess.learned and probability and replace(
                guess.learned, probability=probability
            ),
        )
        for number, (start, length, probability, severity, category) in enumerate(given_findings)
    ]  # fmt: skip
    kept = without_repetitions(several)
    for finding in several:
        others = [o for o in kept if o is not finding and o.category == finding.category]
        if finding in kept:
            graver = [o for o in others if o.severity > finding.severity]
            if finding.learned is None:  # beside one by words whose place is empty it stays
                graver = [o for o in graver if o.learned or o.start < o.end]
            assert not any(same(finding, other) for other in graver)
        else:
            assert any(same(finding, o) and o.severity >= finding.severity for o in others)


@pytest.mark.parametrize("category", ["not-my-job", "vague-promise"])
def test_of_steps_of_a_move_the_gravest_and_then_the_last_stays(shipped, category):
    word, _guess = findings(shipped)
    first = replace(word, category=category, start=0, end=7)
    second = replace(first, start=13, end=30)
    third = replace(first, start=32, end=44)
    assert without_repetitions([first, second]) == [second]
    graver = replace(first, severity=Severity.CRITICAL)
    assert without_repetitions([graver, second]) == [graver]
    assert len(without_repetitions([first, third])) == 2
    elsewhere = replace(second, category="blame")
    assert len(without_repetitions([first, elsewhere])) == 2


def test_a_guessed_open_question_gives_way_to_a_vague_promise(shipped):
    word, guess = findings(shipped)
    promise = replace(word, category="vague-promise")
    question = replace(guess, category="unanswered-question", start=0, end=0)
    assert without_repetitions([question, promise]) == [promise]
    by_words = replace(question, learned=None)
    assert len(without_repetitions([by_words, promise])) == 2
    hint = replace(promise, severity=Severity.INFO)
    assert len(without_repetitions([question, hint])) == 2


def same(finding, other):
    overlaps = finding.start < other.end and other.start < finding.end
    if finding.learned is None and other.learned is None:
        alike = (finding.start, finding.end) == (other.start, other.end)
        return overlaps and (alike or finding.category != "spelling")
    return finding.category == "template-only" or finding.start == other.start or overlaps
