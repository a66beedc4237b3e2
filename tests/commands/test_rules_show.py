import json
from pathlib import Path

import pytest


@pytest.fixture
def show(call, pack):
    return lambda *arguments: call("rules", "show", "--pack", pack, *arguments)


def test_a_rule_explained(show, pack):
    called = show("no-way-on")
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "ru/proba:no-way-on  warning\n"
        "Category: missing-alternative (a refusal with nothing in its place). Criterion:\n"
        "help.\n"
        "\n"
        "Message\n"
        "  Отказ без выхода.\n"
        "\n"
        "Why\n"
        "  Клиенту нужно решение.\n"
        "\n"
        "Better to write\n"
        "  → Вместо этого предлагаю …\n"
        "\n"
        "It finds\n"
        "  ✗ Мы [не можем вам помочь].\n"
        "\n"
        "It lets be\n"
        "  ✓ Мы не можем помочь, но вы можете вернуть товар.\n"
        "\n"
        "What it finds\n"
        "  The reply has:\n"
        "    the signal “ru/proba.refusal”\n"
        "  and there is not, anywhere in the reply:\n"
        "    – вы {мочь:2per}\n"
        "      “вы” + “мочь” [2nd person (you)]\n"
        "  The first such place is reported.\n"
        "\n"
        "When and where\n"
        "  Looks at the author's own words, not in: quotation, code, signature.\n"
        "\n"
        "Signals that it asks\n"
        "  ru/proba.refusal\n"
        "    One of these wordings:\n"
        "      – не {мочь:1per} .. {помочь}\n"
        "\n"
        "Where it comes from\n"
        "  проба\n"
        f"  {pack}:20\n"
    )


def test_in_russian(show):
    called = show("calm-down", "--lang", "ru")
    for line in (
        "Категория: dismissed-feelings (чувства отвергнуты). Критерий: уважение.",
        "  Каждое место, где в ответе есть:",
        "      «успокоиться» [повелительное (приказ тебе или вам)]",
        "  Смотрит на слова самого автора, но не сюда: цитата, код, подпись.",
    ):
        assert line in called.out.splitlines()


def test_every_form_on_demand(show):
    called = show("calm-down", "--expand")
    assert "{успокоиться:impr}: успокойся, успокойтесь" in called.out
    assert "успокойся" not in show("calm-down").out.replace("[Успокойтесь]", "")
    assert "{помочь}: помог, " in show("no-way-on", "--expand").out


def test_for_programs(show):
    told = json.loads(show("no-way-on", "--format", "json", "--expand").out)
    assert told["full_id"] == "ru/proba:no-way-on"
    assert told["finds"][0]["points"][0]["signal"] == "ru/proba.refusal"
    (wordings,) = told["signals"]["ru/proba.refusal"]
    assert "помочь" in wordings["points"][0]["forms"]["{помочь}"]
    assert told["examples"]["bad"] == ["Мы [[не можем вам помочь]]."]


def test_a_full_id(show):
    assert show("ru/proba:calm-down").out == show("calm-down").out


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("calm-dawn", "there is no rule “calm-dawn”; did you mean “calm-down”?"),
        ("ru/prba:calm-down", "did you mean “ru/proba:calm-down”?"),
        ("zzz", "there is no rule “zzz” (replylint rules list shows all)"),
        ("a\x1b[1m", "there is no rule “a␛[1m”"),
    ],
)
def test_an_unknown_rule_names_the_nearest(show, name, message):
    called = show(name)
    assert (called.code, called.out) == (2, "")
    assert message in called.err


@pytest.mark.parametrize("language", ["en", "ru"])
def test_of_several_packs_the_one_in_the_spoken_language_is_shown(call, language):
    called = call("--lang", language, "rules", "show", "refusal-without-alternative")
    assert called.code == 0
    assert called.out.startswith(f"{language}/refusals:refusal-without-alternative")


def test_an_example_with_the_customer_and_what_other_packs_change(call, pack):
    Path("acme.yml").write_text(
        "pack: acme\ntitle: Наши\nlanguage: ru\nextends: [ru/proba]\n"
        "change:\n  rules:\n    calm-down:\n      off: true\n"
        "      examples:\n        bad: [{customer: Где, channel: chat, reply: '[[Успокойся]]'}]\n"
        "        good: [a]\n",
        encoding="utf-8",
    )
    called = call("rules", "show", "calm-down", "--pack", pack, "--pack", "acme.yml")
    assert "Off now: switched off by acme." in called.out
    assert "  ✗ Channel: chat. Customer: Где\n    [Успокойся]\n" in called.out
    assert "changed by acme (acme.yml)" in called.out


def test_every_shipped_rule_fits_into_80_columns(call):
    from replylint.packs.library import Library

    for entry in Library().entries[::12]:
        called = call("rules", "show", entry.rule.full_id, "--lang", "ru", "--expand")
        assert called.code == 0
        assert max(map(len, called.out.splitlines())) <= 80


def test_lists_that_grow_by_leaps_end_at_once(call):
    lists = "".join(f"  l{n}: ['@l{n + 1} @l{n + 1}', '@l{n + 1}']\n" for n in range(40))
    Path("a.yml").write_text(
        f"pack: acme\ntitle: a\nlanguage: ru\ndefine:\n{lists}  l40: [мы]\n"
        "rules:\n  x:\n    category: blame\n    forbid: ['@l0']\n    message: m\n"
        "    examples: {bad: ['[[мы]]'], good: [я]}\n",
        encoding="utf-8",
    )
    called = call("rules", "show", "x", "--pack", "a.yml", "--expand")
    assert called.code == 0
    assert "@l40: “мы”" in called.out
    assert call("rules", "test", "a.yml").code == 2
