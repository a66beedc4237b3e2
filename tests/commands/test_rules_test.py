from pathlib import Path

import pytest

HEAD = "pack: acme\ntitle: Наши\nlanguage: ru\n"


def written(text, name="acme.yml"):
    Path(name).write_text(HEAD + text, encoding="utf-8")


def rule(forbid, bad, good="[хорошо]", name="x"):
    return (
        f"  {name}:\n    category: blame\n    forbid: {forbid}\n    message: m\n"
        f"    examples:\n      bad: {bad}\n      good: {good}\n"
    )


def test_all_is_well(call, pack):
    called = call("rules", "test", pack)
    assert (called.code, called.err) == (0, "")
    assert called.out == (
        "1 pack, 2 rules, 4 examples: all judged as they say.\n"
        "3 patterns: all are touched by examples.\n"
    )


def test_a_failure_prints_how_the_text_is_seen(call):
    written("rules:\n" + rule('["{ужасный}"]', '["[[Плохо]] дело"]'))
    called = call("rules", "test", "acme.yml")
    assert called.code == 1
    assert called.out.startswith(
        "acme.yml:10: acme:x\n"
        "  expected “Плохо”, found nothing\n"
        "  Плохо дело\n"
        "    Sentence 1\n"
        "      1  Плохо "
    )
    assert "{плохо:ADVB} adverb" in called.out
    assert "дело:" not in called.out
    assert "1 pack, 1 rule, 2 examples: 1 failure.\n" in called.out


def test_in_russian(call):
    written("rules:\n" + rule('["{ужасный}"]', '["[[Плохо]] дело"]'))
    called = call("rules", "test", "acme.yml", "--lang", "ru")
    assert "{плохо:ADVB} наречие" in called.out
    assert "1 набор, 1 правило, 2 примера: 1 сбой.\n" in called.out


def test_another_rule_that_spoils_a_good_example(call):
    body = rule('["плохо"]', '["[[плохо]]"]', '["так себе"]')
    written("rules:\n" + body + rule('["так себе"]', '["[[так себе]]"]', name="y"))
    called = call("rules", "test", "acme.yml")
    assert called.code == 1
    assert "other rules of the pack find: y “так себе”" in called.out


def test_a_pattern_that_can_never_match(call):
    written("rules:\n" + rule('["плохо", "плохо ^ дело"]', '["[[плохо]]"]'))
    called = call("rules", "test", "acme.yml")
    assert called.code == 1
    assert "acme.yml:7:23: it can never match\n  плохо ^ дело\n" in called.out
    assert "2 patterns: 1 can never match.\n" in called.out


def test_a_pattern_that_is_always_excepted_is_only_told(call):
    body = rule('["плохо", "так себе"]', '["[[плохо]]"]') + "    except: [так]\n"
    written("rules:\n" + body)
    called = call("rules", "test", "acme.yml")
    assert called.code == 0
    assert "an exception drops whatever it matches" in called.out
    assert "1 always excepted" in called.out


def test_coverage(call):
    written("rules:\n" + rule('["плохо", "так себе"]', '["[[плохо]]"]'))
    called = call("rules", "test", "acme.yml")
    assert called.code == 0
    assert "2 patterns: 1 touched by no example (--coverage lists them).\n" in called.out
    called = call("rules", "test", "acme.yml", "--coverage")
    assert "No example touches:\n  acme.yml:7:23: так себе\n" in called.out
    assert "lists them" not in called.out


def test_only_the_packs_that_are_named_are_tested(call):
    written("uses: [ru/signals]\nrules:\n" + rule("refusal", '["Мы [[не можем]]"]'))
    called = call("rules", "test", "acme.yml")
    assert "1 pack, 1 rule, 2 examples" in called.out
    called = call("rules", "test", ".")
    assert "1 pack, 1 rule, 2 examples" in called.out


def test_examples_that_a_pack_adds_to_the_rules_of_another(call, pack):
    written(
        "extends: [ru/proba]\nchange:\n  rules:\n    calm-down:\n"
        "      add: {forbid: [тихо]}\n"
        "      examples: {bad: ['[[Тихо]]!', '[[Ура]]!'], good: [ок]}\n"
    )
    Path("proba.yml").write_text(Path(pack).read_text(encoding="utf-8"), encoding="utf-8")
    called = call("rules", "test", "acme.yml")
    assert called.code == 1
    assert "acme.yml:9: ru/proba:calm-down\n  expected “Ура”, found nothing" in called.out
    assert "1 pack, 0 rules, 3 examples: 1 failure." in called.out


def test_the_packs_of_the_settings(call, pack):
    Path("replylint.yaml").write_text(f"root: true\npacks: ['{pack}']\n", encoding="utf-8")
    assert call("rules", "test").out.startswith("1 pack, 2 rules, 4 examples")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("rules: 1\n", "acme.yml:4:8:"),
        ("rules:\n" + rule('["{плохо:zzz}"]', '["[[a]]"]'), "there is no grammeme “zzz”"),
        ("rules:\n" + rule('["("]', '["[[a]]"]'), "acme.yml:7:"),
        ("signals: {a: {any: [b]}, b: {any: [a]}}\n", "circle"),
    ],
)
def test_a_broken_pack(call, text, message):
    written(text)
    called = call("rules", "test", "acme.yml")
    assert (called.code, called.out) == (2, "")
    assert message in called.err
    assert "Traceback" not in called.err


def test_a_pack_that_is_not_there(call):
    called = call("rules", "test", "ru/tome")
    assert called.code == 2
    assert "did you mean “ru/tone”?" in called.err


def test_a_failure_of_a_learned_rule_prints_how_sure_it_was(call):
    written(
        "signals:\n  scary:\n    like:\n      - Это может быть рак.\n      - Похоже на онкологию.\n"
        "      - С таким и умирают.\n      - Знакомый с этим не дожил.\n"
        "      - Без операции не обойтись.\n"
        "rules:\n" + rule("scary", '["[[Ждём вас завтра в десять]]."]', '["Приходите."]')
    )
    called = call("rules", "test", "acme.yml")
    assert called.code == 1
    assert "    scary: " in called.out
    assert "% sure, and from 70% on it is found: “Ждём вас" in " ".join(called.out.split())
    assert "the nearest examples: “" in called.out
    assert "adverb" not in called.out


def test_too_few_examples_are_called_examples(call):
    written("signals:\n  scary:\n    like: [Это рак.]\nrules: {}\n")
    called = call("rules", "test", "acme.yml", "--lang", "ru")
    assert "здесь нужно не меньше 5 примеров, а есть: 1" in called.err


@pytest.mark.parametrize(
    ("condition", "bad", "lines"),
    [
        (
            "channels: [chat]",
            '"[[Плохо]]"',
            ["channels: the rule is only for chat", "{channel: …,"],
        ),
        ("channels: [-chat]", '{channel: chat, reply: "[[Плохо]]"}', ["keeps silent in “chat”"]),
        (
            "channels: [chat]",
            '{channel: email, reply: "[[Плохо]]"}',
            ["is only for chat, and the example is for “email”"],
        ),
        ("needs: customer", '"[[Плохо]]"', ["write it as {customer: …, reply: …}"]),
        (
            "if-customer: [чек]",
            '{customer: "Вот фото", reply: "[[Плохо]]"}',
            ["if-customer: the customer's words do not have", "фото"],
        ),
        ('unless: ["#date"]', '"[[Плохо]] завтра"', ["unless: for “Плохо”, “завтра” is near"]),
        ("zones: [closing]", '"[[Плохо]] дело"', ["look at “Плохо”: it is in the part “body”"]),
    ],
)
def test_what_holds_a_finding_back_is_told_in_place_of_its_words(call, condition, bad, lines):
    written("rules:\n" + rule("[плохо]", f"[{bad}]") + f"    {condition}\n")
    called = call("rules", "test", "acme.yml")
    told = " ".join(called.out.split())
    assert called.code == 1
    assert all(line in told for line in lines)
    assert "плохо:ADVB" not in told


def test_marks_that_differ_are_told_in_place_of_words(call):
    written("rules:\n" + rule("[плохо]", '["[[Плохо!]]"]'))
    called = call("rules", "test", "acme.yml")
    assert "only marks at the ends differ" in called.out
    assert "adverb" not in called.out


def test_how_sure_a_learned_rule_is_that_spoils_a_good_example(call):
    like = "".join(
        f"      - {text}\n"
        for text in (
            "Курьер застрял в пробке",
            "Машина сломалась, опаздываем",
            "Доставка задерживается",
            "Водитель приедет позже",
            "Не успеваем к двум часам",
        )
    )
    body = rule("late", '["[[Курьер застрял в пробке на мосту]]."]', "[Приходите.]")
    other = rule("[плохо]", '["[[Плохо]]"]', '["Курьер застрял в пробке."]', name="y")
    written(f"signals:\n  late:\n    like:\n{like}rules:\n{body}{other}")
    called = call("rules", "test", "acme.yml")
    assert "other rules of the pack find: x “Курьер застрял в пробке" in called.out
    assert "late: " in called.out
    assert "masc" not in called.out


@pytest.mark.parametrize("named", ["ru", "ru/tone"])
def test_a_folder_that_is_called_like_packs_of_ours_is_spoken_of(call, named):
    path = Path(named)
    path.mkdir(parents=True)
    (path / "x.yml").write_text(HEAD + "rules:\n" + rule("[а]", '["[[а]]"]'), encoding="utf-8")
    called = call("check", "--pack", named, "--text", "Добрый день!")
    assert f"{named}: note: this names packs that come with replylint" in called.err
    assert f"write ./{named}" in called.err
    called = call("rules", "test", f"./{named}")
    assert called.err == ""
    assert called.out.startswith("1 pack, 1 rule")


def test_a_folder_of_something_else_is_not_spoken_of(call):
    Path("en").mkdir()
    Path("en/macros.yml").write_text("macros: []\n", encoding="utf-8")
    assert call("check", "--pack", "en", "--text", "Hello!").err == ""
