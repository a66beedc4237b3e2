import re
from pathlib import Path

from replylint.commands.rules_docs import FILES, pages

DOCS = Path(__file__).parents[2] / "docs"


def test_the_committed_catalogue_is_in_step_with_the_packs():
    for name, text in pages().items():
        same = (DOCS / name).read_text(encoding="utf-8") == text
        assert same, f"docs/{name} is out of step; run: replylint rules docs"


def test_the_shape_of_a_rule(call, pack):
    assert call("rules", "docs", "--pack", pack, "-o", "out").code == 0
    text = Path("out/rules.md").read_text(encoding="utf-8")
    assert (
        "#### `calm-down`: «{match}» звучит как приказ не чувствовать.\n"
        "\n"
        "Error, respect, pack `ru/proba`\n"
        "\n"
        "**What it finds**\n"
        "\n"
        "- For example: “Успокойтесь”.\n"
        "- Every place where the reply has:\n"
        "  - `{успокоиться:impr}`\n"
        "- Looks at the author's own words, not in: quotation, code, signature.\n"
        "\n"
        "**Why it hurts**\n"
        "\n"
        "Клиент слышит, что его проблему не считают проблемой.\n"
        "\n"
        "**Example**\n"
        "\n"
        "> **Успокойтесь**, пожалуйста.\n"
        "\n"
        "The finding says: «{match}» звучит как приказ не чувствовать.\n"
        "\n"
        "**Write instead**\n"
        "\n"
        "- Понимаю, что ситуация неприятная. Уже проверяю.\n"
        "\n"
        "**Traps: it lets be**\n"
        "\n"
        "> Мы не успокоимся, пока не найдём заказ.\n"
    ) in text
    russian = Path("out/rules.ru.md").read_text(encoding="utf-8")
    assert "**Ловушки: не трогает**" in russian
    assert "Ошибка, критерий «уважение», набор `ru/proba`" in russian


def test_twice_the_same_whatever_the_language_of_the_call(call, pack):
    call("rules", "docs", "--pack", pack, "-o", "a")
    call("rules", "docs", "--pack", pack, "-o", "b", "--lang", "ru")
    for name in FILES.values():
        assert Path("a", name).read_bytes() == Path("b", name).read_bytes()


def test_every_link_leads_to_a_rule():
    for text in pages().values():
        anchors = re.findall(r'<a id="([^"]+)">', text)
        assert len(set(anchors)) == len(anchors)
        assert set(re.findall(r"\]\(#([^)]+)\)", text)) == set(anchors)


def test_markdown_in_a_rule_is_shown_as_it_is(call):
    Path("a.yml").write_text(
        "pack: acme\ntitle: a\nlanguage: ru\nrules:\n  x:\n    category: blame\n"
        "    forbid: ['плохо']\n    message: '*a* <b> `c` [d](e)'\n"
        "    examples: {bad: [\"[[плохо]]\\n# _f_\"], good: ['a|b']}\n",
        encoding="utf-8",
    )
    call("rules", "docs", "--pack", "a.yml", "-o", ".")
    text = Path("rules.md").read_text(encoding="utf-8")
    assert r"\*a\* \<b\> \`c\` \[d\](e)" in text
    assert r"> **плохо**<br>\# \_f\_" in text


def test_check(call, pack):
    call("rules", "docs", "--pack", pack, "-o", ".")
    assert call("rules", "docs", "--pack", pack, "-o", ".", "--check").code == 0
    Path("rules.ru.md").write_text("", encoding="utf-8")
    called = call("rules", "docs", "--pack", pack, "-o", ".", "--check")
    assert (called.code, called.err) == (1, "rules.ru.md: is out of step; write it anew\n")
    assert Path("rules.ru.md").read_text(encoding="utf-8") == ""
