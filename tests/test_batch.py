"""Many replies give what one by one gives, however many processes judge them."""

import os
from itertools import count, islice
from multiprocessing import get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint import batch
from replylint.batch import Judged, judge_all
from replylint.conversation import Conversation
from support import forbidding

texts = st.sampled_from(["Успокойтесь.", "Мы не можем.", "Да.", "", "Успокойтесь, не можем!"])


@pytest.fixture
def linter(lint):
    return lint(forbidding("успокойтесь", "не можем"))


@pytest.fixture
def at_once(monkeypatch):
    """Processes are started however little there is to judge."""
    monkeypatch.setattr(batch, "_START", -1)


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("workers", [1, 2, 0])
def test_the_results_are_those_of_check_in_order(linter, workers):
    replies = [f"Успокойтесь, {n % 7}. Не можем." if n % 3 else "Да." for n in range(300)]
    conversations = [Conversation.of(r, id=str(n)) for n, r in enumerate(replies)]
    assert list(linter.check_many(conversations, workers=workers)) == [
        linter.check(conversation) for conversation in conversations
    ]


@settings(max_examples=10)
@given(st.lists(texts, max_size=200))
def test_generated_replies(probe, replies):
    expected = [probe.check(reply) for reply in replies]
    assert list(probe.check_many(replies)) == expected


@pytest.fixture(scope="module")
def probe(tmp_path_factory):
    from support import linter_of

    return linter_of(tmp_path_factory.mktemp("batch"), forbidding("успокойтесь", "не можем"))


def judging(seen):
    def judge(replies):
        seen.extend(reply.reply for reply in replies)
        return [Judged("ru", (), ()) for _reply in replies]

    return judge


def test_what_comes_again_is_judged_once():
    seen = []
    replies = [Conversation.of(text, id=str(n)) for n, text in enumerate("абвабвааа")]
    judged = list(judge_all(judging(seen), replies))
    assert seen == ["а", "б", "в"]
    assert [reply.id for reply, _judged in judged] == [str(n) for n in range(9)]


def test_replies_at_hand_are_judged_some_at_a_time_and_each_once():
    together = []

    def judge(replies):
        together.append([reply.reply for reply in replies])
        return [Judged(reply.reply, (), ()) for reply in replies]

    replies = [Conversation.of(str(n % 40)) for n in range(100)]
    judged = [one.language for _reply, one in judge_all(judge, replies, at_hand=True)]
    assert judged == [reply.reply for reply in replies]
    assert len(together) == 2
    assert [text for some in together for text in some] == [str(n) for n in range(40)]


def test_the_same_words_to_another_customer_are_judged_again():
    seen = []
    replies = [
        Conversation.of("да", customer="кто?"),
        Conversation.of("да", customer="что?"),
        Conversation.of("да", channel="chat"),
        Conversation.of("да", source="other.txt"),
        Conversation("да", author="Анна"),
        Conversation("да", author="Пётр"),
    ]
    list(judge_all(judging(seen), replies))
    assert len(seen) == 6


def test_one_worker_reads_nothing_ahead():
    taken = []
    endless = (taken.append(n) or Conversation.of(str(n)) for n in count())
    list(islice(judge_all(judging([]), endless), 5))
    assert taken == [0, 1, 2, 3, 4]


@pytest.mark.usefixtures("at_once")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
def test_several_workers_read_a_little_ahead_of_an_endless_stream(linter):
    taken = []
    endless = (taken.append(n) or f"Успокойтесь, {n}." for n in count())
    results = list(islice(linter.check_many(endless, workers=2), 200))
    assert [len(result.findings) for result in results] == [1] * 200
    assert len(taken) < 2_000


@pytest.mark.usefixtures("at_once")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
def test_a_process_that_dies_loses_nothing():
    home = os.getpid()

    def judge(replies):
        if os.getpid() != home and any(reply.reply == "77" for reply in replies):
            os._exit(1)
        return [Judged(reply.reply, (), ()) for reply in replies]

    replies = [Conversation.of(str(n)) for n in range(300)]
    judged = [one.language for _reply, one in judge_all(judge, replies, workers=2)]
    assert judged == [str(n) for n in range(300)]


def slow_in(seconds):
    """A judge that says which process it is, and by its clock takes so long for each reply."""
    now = [0.0]

    def judge(replies):
        now[0] += seconds * len(replies)
        return [Judged(str(os.getpid()), (), ()) for _reply in replies]

    return judge, lambda: now[0]


def processes(monkeypatch, seconds, replies):
    judge, clock = slow_in(seconds)
    monkeypatch.setattr(batch, "monotonic", clock)
    sent = (Conversation.of(str(n)) for n in range(replies))
    return [judged.language for _reply, judged in judge_all(judge, sent, workers=2)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
def test_a_few_quick_replies_are_judged_here(monkeypatch):
    assert set(processes(monkeypatch, 0.001, 300)) == {str(os.getpid())}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
@pytest.mark.parametrize(("seconds", "replies"), [(0.01, 300), (0.0005, 5_000)])
def test_what_takes_longer_is_judged_by_others(monkeypatch, seconds, replies):
    by = processes(monkeypatch, seconds, replies)
    assert len(by) == replies
    assert by[0] == str(os.getpid()) != by[-1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
def test_two_runs_at_once_do_not_judge_each_other_s_replies(monkeypatch):
    clock = count()
    monkeypatch.setattr(batch, "monotonic", lambda: float(next(clock)))

    def by(name):
        return lambda replies: [Judged(name, (), ()) for _reply in replies]

    def sent():
        return (Conversation.of(str(number)) for number in range(900))

    first = judge_all(by("first"), sent(), workers=2)
    second = judge_all(by("second"), sent(), workers=2)
    said = [
        (one.language, other.language) for (_r, one), (_q, other) in zip(first, second, strict=True)
    ]
    assert set(said) == {("first", "second")}


def test_an_error_of_the_stream_comes_through(linter):
    def broken():
        yield "Да."
        raise OSError("gone")

    with pytest.raises(OSError, match="gone"):
        list(linter.check_many(broken(), workers=2))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is one worker here")
@pytest.mark.usefixtures("at_once")
def test_a_daemon_of_a_pool_which_may_have_no_children_judges_alone():
    with get_context("fork").Pool(1) as pool:
        assert pool.apply(judged_in_a_pool) == [str(number) for number in range(150)]


def judged_in_a_pool():
    def judge(replies):
        return [Judged(reply.reply, (), ()) for reply in replies]

    replies = [Conversation(str(number)) for number in range(150)]
    return [judged.language for _reply, judged in judge_all(judge, replies, 2)]
