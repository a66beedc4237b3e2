from replylint.dashboard.cases import choose, fetch
from replylint.scoring.anonymous import Names


def test_the_worst_come_first_and_the_best_are_faultless(scored):
    chosen = choose(scored, 1, sample=10, seed=1)
    worst = fetch(scored, 1, chosen.worst, Names(scored, 1, hidden=False))
    assert worst[0]["lowest"] == 0
    assert all(any(m["findings"] for m in case["messages"]) for case in worst)
    best = fetch(scored, 1, chosen.best, Names(scored, 1, hidden=False))
    assert best
    assert not [m for case in best for m in case["messages"] if m["findings"]]
    assert len(chosen.sample) == 10


def test_marks_fit_their_text(scored):
    chosen = choose(scored, 1, sample=0, seed=1)
    for hidden in (False, True):
        for case in fetch(scored, 1, chosen.worst, Names(scored, 1, hidden=hidden)):
            for message in case["messages"]:
                for found in message["findings"]:
                    part = message["text"][found["start"] : found["end"]]
                    assert len(part) == found["end"] - found["start"]
                    assert hidden or part == found["text"]


def test_the_same_seed_chooses_the_same(scored):
    assert choose(scored, 1, sample=9, seed=5) == choose(scored, 1, sample=9, seed=5)
