import os
from dataclasses import dataclass

import pytest
from click.testing import CliRunner

from replylint.commands.main import main
from replylint.translation import use_language

PACK = """\
pack: ru/proba
title: Проба
language: ru
version: 1.2.3
signals:
  refusal:
    match: ["не {мочь:1per} .. {помочь}"]
rules:
  calm-down:
    category: dismissed-feelings
    severity: error
    forbid: ["{успокоиться:impr}"]
    message: "«{match}» звучит как приказ не чувствовать."
    why: Клиент слышит, что его проблему не считают проблемой.
    suggest: ["Понимаю, что ситуация неприятная. Уже проверяю."]
    source: проба
    examples:
      bad: ["[[Успокойтесь]], пожалуйста."]
      good: ["Мы не успокоимся, пока не найдём заказ."]
  no-way-on:
    category: missing-alternative
    severity: warning
    when: refusal
    require: ["вы {мочь:2per}"]
    message: Отказ без выхода.
    why: Клиенту нужно решение.
    suggest: ["Вместо этого предлагаю …"]
    source: проба
    examples:
      bad: ["Мы [[не можем вам помочь]]."]
      good: ["Мы не можем помочь, но вы можете вернуть товар."]
"""
BAD = "Успокойтесь, пожалуйста. Мы не можем вам помочь."
GOOD = "Анна, заказ уже едет, курьер позвонит сегодня до 18:00."


@dataclass
class Called:
    """What a call of the program gave back."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def pack(tmp_path_factory):
    path = tmp_path_factory.mktemp("packs") / "proba.yml"
    path.write_text(PACK, encoding="utf-8")
    return str(path)


@pytest.fixture
def call(tmp_path, monkeypatch):
    """Call the program in an empty folder, as a shell would."""
    monkeypatch.chdir(tmp_path)
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")

    def call(*arguments, stdin=b""):
        data = stdin.encode() if isinstance(stdin, str) else stdin
        with CliRunner().isolation(input=data) as (out, err, _both):
            with pytest.raises(SystemExit) as ended:
                main(arguments)
            code = ended.value.code
            outputs = [s.getvalue().decode().replace("\r\n", "\n") for s in (out, err)]
        return Called(code or 0, *outputs)

    yield call
    os.environ.pop("LANGUAGE", None)
    use_language("en")


@pytest.fixture
def check(call, pack):
    """Call ``replylint check`` with the small pack."""
    return lambda *arguments, stdin=b"": call("check", "--pack", pack, *arguments, stdin=stdin)
