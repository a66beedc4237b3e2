import pytest

from exports.reading import Reading
from replylint.errors import SettingsError, UsageError
from replylint.exports.chat import Wanted
from replylint.exports.wishes import check_wishes
from replylint.settings.loading import load_settings

WRONG = """exports:
  from: zendesc
  encoding: utf99
  columns:
    repy: Ответ
  timezone: Europe/Moskow
"""


def exports_of(folder, text):
    path = folder / "replylint.yaml"
    path.write_text(text, encoding="utf-8")
    return load_settings([path], profiles_folder=folder).exports


def test_what_settings_ask_in_vain_is_told_with_its_place(tmp_path):
    with pytest.raises(SettingsError) as raised:
        check_wishes(Wanted().filled(exports_of(tmp_path, WRONG)))
    told = {(p.place.line, p.place.column): p.message for p in raised.value.problems}
    assert told == {
        (2, 9): "there is no format “zendesc”; did you mean “zendesk”?",
        (3, 13): "there is no encoding “utf99”; take utf-8, cp1251, koi8-r, cp866 or utf-16",
        (5, 5): "there is no field “repy”; did you mean “reply”?",
        (6, 13): "there is no time zone “Europe/Moskow”; did you mean “Europe/Moscow”?",
    }


@pytest.mark.parametrize(
    ("wanted", "why"),
    [
        (Wanted(format="zendesc"), "there is no format “zendesc”; did you mean “zendesk”"),
        (Wanted(columns={"repy": "Ответ"}), "--column: there is no field “repy”; did you mean"),
        (Wanted(encoding="utf99"), "there is no encoding “utf99”"),
        (Wanted(timezone="Mars"), "there is no time zone “Mars”"),
    ],
)
def test_what_the_command_line_asks_in_vain_is_no_fault_of_the_settings(tmp_path, wanted, why):
    with pytest.raises(UsageError, match=why):
        check_wishes(wanted.filled(exports_of(tmp_path, WRONG)))


def test_a_column_that_the_settings_name_is_told_with_their_place(tmp_path):
    exports = exports_of(tmp_path, "exports:\n  columns: {agent: Оператр}\n")
    table = tmp_path / "a.csv"
    table.write_text("Оператор;Ответ\nНина;Едет.\n", encoding="utf-8")
    wanted = Wanted().filled(exports)
    (_line, message), *_ = Reading(table, columns=wanted.columns, written=wanted.written).errors
    assert message.endswith(
        "replylint.yaml:2:13: columns: agent: there is no column “Оператр”; "
        "did you mean “Оператор”?"
    )
    own = Wanted(columns={"agent": "Опер"}).filled(exports)
    (_line, message), *_ = Reading(table, columns=own.columns, written=own.written).errors
    assert message.startswith("--column agent: there is no column “Опер”")
