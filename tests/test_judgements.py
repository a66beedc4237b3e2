"""Canned replies that are as they were are not judged again, and nothing else is kept."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.batch import Judged
from replylint.conversation import Conversation
from replylint.finding import Edit, Finding, Learned, Quote, Severity
from replylint.judgements import Judgements, _judged, _record, known_code
from replylint.linter import Linter
from replylint.settings.choices import Choices, RuleChoice
from replylint.settings.settings import Profile, Settings
from replylint.sources.item import Defaults
from replylint.sources.paths import Inputs, read_paths
from replylint.template import OwnStyle, Placeholders
from support import forbidding, install_plugin, rule, write_pack

LIBRARY = """\
macros:
  - title: Первый
    text: |
      Здравствуйте, {имя}!

      Успокойтесь, пожалуйста. 👍 Мы не можем помочь.
  - {title: Второй, text: Заказ собран.}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "judgements"


@pytest.fixture
def pack(tmp_path):
    return write_pack(tmp_path, forbidding("успокойтесь", "не можем"))


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "macros.yml"
    path.write_text(LIBRARY, encoding="utf-8")
    return path


def replies(*paths, **more):
    inputs = Inputs([str(path) for path in paths], defaults=Defaults(**more))
    return [item.conversation for item in read_paths(inputs, None)]


def run(linter, *conversations, workers=1):
    """The results, and the texts that had to be judged."""
    judged = []
    judge = linter._judged
    linter._judged = lambda replies: judged.extend(r.reply for r in replies) or judge(replies)
    known = Judgements(linter)
    results = list(linter.check_many(conversations, workers=workers, known=known))
    known.keep()
    del linter._judged
    return results, judged


def test_what_was_judged_before_is_not_judged_again(pack, library):
    linter = Linter([pack])
    plain = list(linter.check_many(replies(library)))
    first, judged = run(linter, *replies(library))
    again, judged_again = run(Linter([pack]), *replies(library))
    assert first == again == plain and len(plain[0].findings) == 2
    assert len(judged) == 2 and judged_again == []


def test_only_the_changed_reply_is_judged_and_the_rest_is_kept(pack, library):
    linter = Linter([pack])
    run(linter, *replies(library))
    library.write_text(
        LIBRARY.replace("собран", "отправлен").replace("- title: Пер", "- title: Ст")
    )
    assert run(linter, *replies(library))[1] == ["Заказ отправлен."]
    library.write_text(LIBRARY)
    assert run(linter, *replies(library))[1] == []


def test_moved_replies_are_told_where_they_stand_now(pack, library):
    linter = Linter([pack])
    run(linter, *replies(library))
    library.write_text("# новая строка\n" + LIBRARY)
    results, judged = run(linter, *replies(library))
    assert judged == [] and results[0].findings[0].in_file.start.line == 7


@pytest.mark.parametrize(
    "settings",
    [
        Settings(choices=Choices(rules={"probe": RuleChoice(severity=Severity.INFO)})),
        Settings(choices=Choices(words=("абвг",))),
        Settings(choices=Choices(placeholders=Placeholders(own=(OwnStyle("пожал", "х"),)))),
        Settings(learned=False),
    ],
)
def test_other_choices_are_other_judgements(pack, library, settings):
    run(Linter([pack]), *replies(library))
    results, judged = run(Linter([pack], settings=settings), *replies(library))
    assert len(judged) == 2
    assert results == list(Linter([pack], settings=settings).check_many(replies(library)))


def test_a_team_s_own_channel_makes_other_judgements_than_the_profile_s(tmp_path, library):
    rules = "rules:\n" + rule('forbid: ["успокойтесь"]', channels="[review]")
    pack = write_pack(tmp_path, rules)
    profile = Profile("review", Choices(channel="review"))
    by_profile, by_own = (
        Settings.of(own, profile) for own in (Choices(), Choices(channel="review"))
    )
    assert by_profile.choices == by_own.choices
    run(Linter([pack], settings=by_profile), *replies(library))
    results, judged = run(Linter([pack], settings=by_own), *replies(library))
    assert len(judged) == 2
    assert [len(result.findings) for result in results] == [1, 0]


def test_a_changed_pack_is_asked_again(pack, library):
    run(Linter([pack]), *replies(library))
    pack.write_text(pack.read_text().replace("не можем", "заказ"))
    results, judged = run(Linter([pack]), *replies(library))
    assert len(judged) == 2 and results[1].findings[0].text == "Заказ"


def test_changed_code_of_a_plugin_is_asked_again(tmp_path, monkeypatch, library):
    code = "def twice(document, conversation, parameters):\n    yield (0, 1)\n"
    install_plugin(tmp_path, monkeypatch, "plug", code, checks="twice = plug:twice")
    pack = write_pack(tmp_path, "rules:\n" + rule("check: {name: twice}"))
    known_code.cache_clear()
    run(Linter([pack]), *replies(library))
    (tmp_path / "plug.py").write_text(code.replace("(0, 1)", "(0, 2)"))
    known_code.cache_clear()
    assert len(run(Linter([pack]), *replies(library))[1]) == 2
    known_code.cache_clear()


def test_drafts_and_what_customers_say_are_never_kept(pack, library, tmp_path, folder):
    draft = tmp_path / "draft.txt"
    draft.write_text("Успокойтесь.")
    linter = Linter([pack])
    _results, judged = run(linter, *replies(draft), *replies(library, customer="Где мой заказ?"))
    assert len(judged) == 3 and not folder.exists()


def test_the_cache_can_be_switched_off(pack, library, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", "off")
    linter = Linter([pack])
    run(linter, *replies(library))
    assert len(run(linter, *replies(library))[1]) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", b"\xff" * 99, b"0" * 64 + b"\n{}"])
def test_a_damaged_file_is_as_if_it_were_not_there(pack, library, folder, damage):
    linter = Linter([pack])
    expected = run(linter, *replies(library))[0]
    [file] = folder.iterdir()
    file.write_bytes(damage)
    assert run(linter, *replies(library)) == (expected, [r.reply for r in expected])
    assert run(linter, *replies(library)) == (expected, [])


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="there are no such rights here")
def test_what_others_can_write_is_not_trusted_and_others_cannot_read(pack, library, folder):
    linter = Linter([pack])
    run(linter, *replies(library))
    [file] = folder.iterdir()
    assert file.stat().st_mode & 0o777 == 0o600 and folder.stat().st_mode & 0o777 == 0o700
    file.chmod(0o666)
    assert len(run(linter, *replies(library))[1]) == 2


def test_several_processes_keep_the_same(pack, tmp_path):
    for number in range(12):
        (tmp_path / f"{number:02}.yml").write_text(LIBRARY.replace("Заказ", f"Заказ {number}"))
    paths = sorted(tmp_path.glob("[0-9]*.yml"))
    linter = Linter([pack])
    by_two = run(linter, *replies(*paths), workers=2)[0]
    again, judged = run(linter, *replies(*paths))
    assert again == by_two == list(linter.check_many(replies(*paths))) and judged == []


def test_a_rule_that_broke_is_tried_again(pack, library):
    linter = Linter([pack])
    known = Judgements(linter)
    [reply, _other] = replies(library)
    known.add(reply, Judged("ru", (), ("broken",)))
    known.keep()
    assert Judgements(linter).get(reply) is None


texts = st.text(max_size=8)
numbers = st.integers(0, 99)
learned = st.none() | st.builds(
    Learned, texts | st.none(), texts | st.none(), st.floats(0, 1), st.lists(texts).map(tuple)
)


@given(
    st.builds(
        Finding,
        *[texts] * 4,
        st.sampled_from(Severity),
        *[texts] * 3,
        *[numbers] * 6,
        st.lists(texts).map(tuple),
        st.lists(st.builds(Edit, numbers, numbers, texts)).map(tuple),
        st.none() | st.builds(Quote, texts, texts),
        learned,
    )
)
def test_every_part_of_a_finding_comes_back(finding):
    assert _judged(_record(Judged("ru", (finding,), ()))) == Judged("ru", (finding,), ())


def test_conversations_without_a_library_are_remembered_for_the_run(pack):
    linter = Linter([pack])
    texts = [Conversation.of("Успокойтесь.", id=str(n)) for n in range(3)]
    assert len(run(linter, *texts)[1]) == 1
