from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.baseline import Baseline, known_of, read_baseline, written
from replylint.errors import Place, UsageError
from replylint.finding import Suppressed
from replylint.fingerprints import fingerprint
from replylint.settings.settings import PENALTIES
from reports.samples import finding, result

REPLY = "Добрый день! Ох, успокойтесь, пожалуйста, заказ едет."


def one(reply=REPLY, **more):
    return result(reply, finding(reply, "успокойтесь"), **more)


@given(st.text("абв \n.,", max_size=20))
def test_a_finding_is_known_wherever_its_sentence_moves(before):
    moved = "Вчера мы писали вам об этом. " + before + "\n\n" + REPLY
    kept = Baseline(known_of(one()), "b.json")
    taken = kept.take(one(moved.replace(", пожалуйста", " —  ПОЖАЛУЙСТА")), PENALTIES)
    assert taken.findings == ()
    assert [s.finding.text for s in taken.suppressed] == ["успокойтесь"]
    assert taken.score == 100
    assert kept.fixed() == []


def test_other_neighbours_make_another_finding():
    other = "Добрый день! Прошу вас, успокойтесь и подождите."
    assert Baseline(known_of(one()), "b.json").take(one(other), PENALTIES).findings
    reply = one()
    assert len(fingerprint(reply.reply, reply.findings[0])) == 32


BRANCHES = [
    "{{% if vip %}}\n{0}\n{{% else %}}\n{1}\n{{% endif %}}\nВсего доброго!",
    "{{%- if vip -%}}{0}{{%- elsif new -%}}{1}{{%- endif -%}}",
    "{{{{#if vip}}}}{0}{{{{else}}}}{1}{{{{/if}}}}",
    "{{% case plan %}}{{% when 'a' %}}{0}{{% when 'b' %}}{1}{{% endcase %}}",
]


@pytest.mark.parametrize("template", BRANCHES)
def test_a_change_in_one_branch_makes_no_new_finding_in_another(template):
    before = template.format("Заказ приедет завтра.", "Успокойтесь, заказ едет.")
    after = template.format("Заказ привезём послезавтра к вечеру.", "Успокойтесь, заказ едет.")
    kept = Baseline(known_of(result(before, finding(before, "Успокойтесь"))), "b.json")
    assert kept.take(result(after, finding(after, "Успокойтесь")), PENALTIES).findings == ()


def test_placeholders_are_neighbours_as_words_are():
    marks = {
        fingerprint(reply, finding(reply, "Успокойтесь"))
        for reply in ("{%customer.firstName%} Успокойтесь", "{{name}} Успокойтесь", "Успокойтесь")
    }
    assert len(marks) == 3


def test_each_entry_lets_one_finding_be():
    kept = Baseline(known_of(one()), "b.json")
    assert kept.take(one(), PENALTIES).findings == ()
    assert len(kept.take(one(), PENALTIES).findings) == 1


def test_fixed_entries_are_told_of_the_files_that_were_checked():
    kept = Baseline([*known_of(one()), *known_of(one(source="other.txt"))], "b.json")
    kept.take(result("Едет."), PENALTIES)
    assert [(e.source, e.text) for e in kept.fixed()] == [("draft.txt", "успокойтесь")]


def test_words_that_are_still_there_beside_others_are_not_fixed():
    kept = Baseline(known_of(one()), "b.json")
    kept.take(one("Добрый день! Прошу вас, успокойтесь и подождите."), PENALTIES)
    assert kept.fixed() == []
    assert len(kept.gone()) == 1


def test_what_a_decision_lets_be_is_not_fixed():
    kept = Baseline(known_of(one()), "b.json")
    taken = one()
    suppressed = (Suppressed(taken.findings[0], "цитата", Place("a")),)
    kept.take(replace(taken, findings=(), suppressed=suppressed), PENALTIES)
    assert kept.gone() == []


def test_a_path_is_known_from_the_root_as_well(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = Baseline(known_of(one(source="a.txt")), "b.json")
    kept.take(result("Едет.", source=str(tmp_path / "a.txt")), PENALTIES)
    assert [entry.source for entry in kept.fixed()] == ["a.txt"]


def test_a_file_is_written_and_read(tmp_path):
    path = tmp_path / "b.json"
    path.write_text(written([*known_of(one()), *known_of(one(source="я.txt"))]), encoding="utf-8")
    assert read_baseline(path).take(one(), PENALTIES).findings == ()
    path.write_text(written([]), encoding="utf-8")
    assert read_baseline(path).take(one(), PENALTIES).findings


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 9, "findings": []}'])
def test_what_is_no_baseline(tmp_path, text):
    path = tmp_path / "b.json"
    with pytest.raises(UsageError, match="no baseline here"):
        read_baseline(path)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match="baseline update"):
        read_baseline(path)
