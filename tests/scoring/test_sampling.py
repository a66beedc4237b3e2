from collections import Counter

from replylint.scoring.sampling import RANDOM, RISK, draw


def test_the_same_seed_draws_the_same_and_another_others(scored):
    assert draw(scored, 1, 20, 7) == draw(scored, 1, 20, 7)
    assert draw(scored, 1, 20, 7) != draw(scored, 1, 20, 8)


def test_half_at_random_and_half_by_risk_each_reply_once(scored):
    drawn = draw(scored, 1, 20, 1)
    assert Counter(one.why for one in drawn) == {RANDOM: 10, RISK: 10}
    places = [(one.chat, one.turn) for one in drawn]
    assert places == sorted(set(places))


def test_risk_draws_worse_replies_than_chance(scored):
    scores = {
        (chat, turn): score
        for chat, turn, score in scored.rows("SELECT chat, turn, score FROM replies")
    }
    means = {}
    for why in (RANDOM, RISK):
        found = [
            scores[one.chat, one.turn]
            for seed in range(20)
            for one in draw(scored, 1, 20, seed)
            if one.why == why
        ]
        means[why] = sum(found) / len(found)
    assert means[RISK] < means[RANDOM] - 10


def test_where_few_replies_have_a_risk_more_are_taken_at_random(scored):
    scored.change("BEGIN")
    try:
        scored.change(
            "UPDATE replies SET score = 100, critical = false, suppressed = 0, failures = 0 "
            "WHERE chat > 2"
        )
        drawn = draw(scored, 1, 40, 1)
    finally:
        scored.change("ROLLBACK")
    assert len({(one.chat, one.turn) for one in drawn}) == 40
    assert Counter(one.why for one in drawn)[RANDOM] > 30


def test_no_more_than_there_are(scored):
    assert len({(d.chat, d.turn) for d in draw(scored, 1, 1000, 1)}) == 60
