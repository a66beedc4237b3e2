import pytest

from support import found, linters_forbidding

SIGNALS = """
signals:
  agree: {match: ["да", "понимаем"]}
  but: {match: ["но", "однако"]}
  end: {match: ["нет"]}
  free: {order: [agree, but]}
  close: {order: {of: [agree, but], words: 1}}
  three: {order: {of: [agree, but, end], words: 2}}
"""


@pytest.fixture(scope="module")
def linters(tmp_path_factory):
    return linters_forbidding(("free", "close", "three"), SIGNALS, tmp_path_factory)


@pytest.mark.parametrize(
    ("signal", "text", "expected"),
    [
        ("free", "Мы понимаем вас, но срок вышел.", ["понимаем вас, но"]),
        ("free", "Но мы понимаем.", []),
        ("free", "Понимаем. Но срок вышел.", []),
        ("free", "Да, тут и там и здесь и везде, но", ["Да, тут и там и здесь и везде, но"]),
        ("free", "Да, но. Да, однако.", ["Да, но", "Да, однако"]),
        ("close", "Да, конечно, но", ["Да, конечно, но"]),
        ("close", "Да, ну конечно, но", []),
        ("close", "Да, ну да, но", ["да, но"]),
        ("three", "Да, но нет.", ["Да, но нет"]),
        ("three", "Да, нет, но", []),
        ("three", "Да, но тут, но там нет", ["Да, но тут, но там нет"]),
        ("three", "Да, но тут и там нет", []),
    ],
)
def test_signals_are_found_one_after_the_other(linters, signal, text, expected):
    assert found(linters[signal], text) == expected
