import pytest

from replylint.conversation import Conversation, Message, Role
from support import found, linters_forbidding

SIGNALS = """
signals:
  figure: {match: ["#number"]}
  short: {not: figure}
  sentence: {not: {signal: figure, within: sentence}}
  around: {not: {signal: figure, within: near 1 sentence}}
  paragraph: {not: {signal: figure, within: paragraph}}
  thread: {not: {signal: figure, within: thread}}
  promise: {match: ["вернём"]}
  bare: {all: [promise, short]}
  bare-paragraph: {all: [promise, paragraph]}
"""
NAMES = ("short", "sentence", "around", "paragraph", "thread", "bare", "bare-paragraph")


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return linters_forbidding(NAMES, SIGNALS, tmp_path_factory)


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("short", "Вот. Так!", ["Вот. Так"]),
        ("short", "Вот. Ждём 5 дней.", []),
        ("short", "", []),
        ("short", "…", []),
        ("sentence", "Вот. Ждём 5 дней. Да вот.", ["Вот", "Да вот"]),
        ("around", "Вот. Ждём 5 дней. Да вот. Всё тут.", ["Всё тут"]),
        ("paragraph", "Вот. Так.\n\nЖдём 5 дней. Так.\n\nНу.", ["Вот. Так", "Ну"]),
        ("thread", "Вот.", ["Вот"]),
        ("bare", "Вот. Вернём всё. Так.", ["Вернём"]),
        ("bare", "Вот. Вернём всё. Ждём 5 дней.", []),
        ("bare-paragraph", "Вот. Вернём всё.\n\nЖдём 5 дней.", ["Вернём"]),
        ("bare-paragraph", "Ждём 5 дней. Вернём всё.", []),
    ],
)
def test_a_part_without_the_signal_is_found_whole(linters, signal, text, expected):
    assert found(linters[signal], text) == expected


def test_in_a_thread_the_agents_earlier_messages_count(linters):
    before = (Message(Role.AGENT, "Ждём 5 дней."),)
    assert found(linters["thread"], Conversation("Вот.", before)) == []
    assert found(linters["short"], Conversation("Вот.", before)) == ["Вот"]
