import csv
from io import StringIO

import pytest

from replylint.scoring.spreadsheet import MARK, csv_text, harmless
from replylint.translation import speaking


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@a", "\tx", "\rx"])
def test_cells_like_formulas_are_made_harmless(cell):
    assert harmless(cell) == "'" + cell
    assert harmless("а" + cell) == "а" + cell
    assert harmless("") == ""


@pytest.mark.parametrize(("language", "separator"), [("ru", ";"), ("en", ",")])
def test_csv_is_as_spreadsheets_of_the_language_take_it(language, separator):
    rows = [["а;б", "=1", None, -5], ['"', "x,y", "", 7]]
    with speaking(language):
        text = csv_text(rows)
    assert text.startswith(MARK)
    read = list(csv.reader(StringIO(text.removeprefix(MARK)), delimiter=separator))
    assert read == [["а;б", "'=1", "", "-5"], ['"', "x,y", "", "7"]]
