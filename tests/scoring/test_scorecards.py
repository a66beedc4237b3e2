import pytest

from replylint.scoring.scorecards import GROUPS, scorecards


def test_the_whole_is_the_mean_of_all_replies(scored):
    (card,) = scorecards(scored, 1)
    scores = [s for (s,) in scored.rows("SELECT score FROM replies WHERE state = 'scored'")]
    assert card.replies == len(scores) == 60
    assert card.chats == 30
    assert card.iqs.value == pytest.approx(sum(scores) / len(scores))
    assert card.iqs.low < card.iqs.value < card.iqs.high
    assert card.passed.value == pytest.approx(sum(s >= 80 for s in scores) / len(scores))


@pytest.mark.parametrize("by", [name for name in GROUPS if name != "tag"])
def test_groups_divide_the_whole(scored, by):
    (whole,) = scorecards(scored, 1)
    cards = scorecards(scored, 1, by)
    assert len(cards) > 1 or by == "month"
    assert sum(card.replies for card in cards) == whole.replies
    assert sum(card.findings for card in cards) == whole.findings
    assert sum(card.critical for card in cards) == whole.critical > 0
    assert [card.name for card in cards] == sorted(card.name for card in cards)


def test_weeks_are_named_by_their_monday(scored):
    assert scorecards(scored, 1, "week")[0].name == "2026-08-31"


def test_the_pass_mark_is_a_choice(scored):
    (easy,) = scorecards(scored, 1, pass_mark=0)
    assert easy.passed.value == 1


def test_a_run_without_replies_has_no_card(scored):
    assert scorecards(scored, 99) == []
