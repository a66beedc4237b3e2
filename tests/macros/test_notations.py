"""CSV, XLSX, PO, HTML and front matter: what is read, and where it stands."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from replylint.errors import InputError
from replylint.macros.columns import replies_of_table
from replylint.macros.html import read_html
from replylint.macros.names import Fields
from replylint.macros.registry import read_macros, recognise
from replylint.macros.table import read_csv_rows, read_xlsx_rows
from replylint.passage import FileText, Passage
from strategies import short_texts

CELLS = st.text(st.sampled_from("абв 😀\",;\n'x"), max_size=8)


def only(text, source, name, fields=Fields()):  # noqa: B008
    (macro,) = read_macros(text, source, name, fields)
    return macro


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@given(rows=st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_csv_is_read_as_by_the_standard_reader(delimiter, rows):
    stream = io.StringIO()
    csv.writer(stream, delimiter=delimiter).writerows([("id", "text"), *rows])
    file = FileText(stream.getvalue())
    expected = [list(row) for row in rows if any(cell.strip() for cell in row)]
    found = read_csv_rows(file)[1:]
    assert [[cell.value for cell in row] for row in found] == expected
    for row in found:
        for cell in row:
            passage = cell.passage()
            assert passage.text == cell.value
            for offset, sign in enumerate(passage.text):
                first, last = passage.offsets(offset, offset + 1)
                assert file.text[first:last].replace('""', '"') == sign


def test_columns_can_be_named():
    text = "Тема;Ответ клиенту;Code\nПривет;Добрый день!;ru-RU\n"
    fields = Fields(text=("Ответ клиенту",), title="Тема", language="code")
    macro = only(text, "a.csv", "csv", fields)
    assert (macro.name, macro.language, macro.passage.text) == ("Привет", "ru", "Добрый день!")
    assert macro.passage.span(0, 1).start[:2] == (2, 8)
    with pytest.raises(InputError, match="fields:"):
        list(read_macros(text, "a.csv", "csv", Fields()))


def test_sheets_have_rows_and_columns():
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    book.active.append(["name", "content"])
    book.active.append([None, None])
    book.active.append(["a", "<p>Добрый день!</p>"])
    stream = io.BytesIO()
    book.save(stream)
    (macro,) = replies_of_table(read_xlsx_rows(stream.getvalue(), "a.xlsx"), "a.xlsx", Fields())
    assert macro.passage.text == "Добрый день!"
    assert macro.passage.span(3, 5).start[:2] == (3, 2)
    with pytest.raises(InputError):
        read_xlsx_rows(b"PK\x03\x04 nothing", "a.xlsx")


def test_po_strings_are_joined_over_lines():
    text = (
        'msgid ""\nmsgstr ""\n"Language: ru_RU\\n"\n\n#. note\nmsgctxt "greet"\nmsgid "hello"\n'
        'msgstr ""\n"Добрый \\"день\\"\\n"\n  "успокойтесь"\n\n#~ msgid "old"\n#~ msgstr "старое"\n'
        'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "один"\nmsgstr[1] "много"\n'
    )
    first, one, many = read_macros(text, "a.po", "po", Fields())
    assert (first.name, first.key, first.language) == ("greet", "hello", "ru")
    assert first.passage.text == 'Добрый "день"\nуспокойтесь'
    assert first.passage.span(14, 20).start[:2] == (10, 4)
    assert [one.passage.text, many.passage.text] == ["один", "много"]


def po(*pairs):
    text = "".join(f'msgid "{one}"\nmsgstr "{other}"\n\n' for one, other in pairs)
    return [macro.passage.text for macro in read_macros(text, "a.po", "po", Fields())]


def test_po_strings_that_are_still_to_be_translated_are_no_replies():
    assert po(("hello", "привет"), ("goodbye", ""), ("thanks", " ")) == ["привет"]


def test_a_po_file_of_the_first_language_has_its_messages():
    assert po(("Добрый день!", ""), ("До встречи!", "")) == ["Добрый день!", "До встречи!"]


@pytest.mark.parametrize(
    "head",
    [
        "Тема;Текст ответа;Язык",
        "Название макроса;Готовый ответ",
        "Macro name;Reply text",
        "Topic;Saved_Reply;Reply language",
        "MACRO;Response-Text",
    ],
)
def test_tables_whose_columns_have_usual_names(head):
    text = f"{head}\nВозврат;Деньги вернули.;ru\n"
    assert recognise(text, "a.csv") == "csv"
    (macro,) = read_macros(text, "a.csv", "csv", Fields())
    assert (macro.name, macro.passage.text) == ("Возврат", "Деньги вернули.")


@pytest.mark.parametrize(
    "head", ["id;amount", "Тема;Клиент", "role;text;title", "Время;Оператор;Текст ответа"]
)
def test_other_tables_are_not_taken_for_libraries(head):
    assert recognise(f"{head}\n1;2;3\n", "a.csv") is None


def html(text):
    return read_html(Passage.whole(FileText(text)))


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Раз&nbsp;два</p>\n<p>Три</p>", "Раз\xa0два\n\nТри"),
        ("раз<br>два<br/><br>три", "раз\nдва\n\nтри"),
        ("<ul><li>раз</li><li>два</li></ul>", "- раз\n- два"),
        ("<div>раз</div><div>два</div>", "раз\nдва"),
        ("a &lt; b &#128512; <b>в</b>от", "a < b 😀 вот"),
        ("<script>alert('нет')</script><style>p{}</style>да<!-- нет -->", "да"),
        ("раз  <b> два</b>\n три", "раз два три"),
        ("<!-- replylint: ignore blame: так -->\nраз", "<!-- replylint: ignore blame: так -->раз"),
    ],
)
def test_what_a_reader_sees_of_html(source, text):
    assert html(source).text.replace("--> ", "-->") == text


def test_places_in_html():
    passage = html("<p>Добрый&nbsp;день, <b>успокойтесь</b></p>")
    start = passage.text.index("успо")
    first, last = passage.offsets(start, start + 11)
    assert passage.file.text[first:last] == "успокойтесь"


@given(short_texts)
def test_any_html_is_read(text):
    passage = html(f"<p>{text}</p>")
    assert len(passage.begins) == len(passage.text) == len(passage.ends)
    assert list(passage.begins) == sorted(passage.begins)


def test_front_matter_tells_title_and_language():
    macro = only("---\ntitle: Возврат\nlang: ru\n---\n\nДобрый день!\n", "a.md", "markdown")
    assert (macro.name, macro.language) == ("Возврат", "ru")
    assert macro.passage.text == "Добрый день!\n"
    assert macro.passage.span(0, 1).start[:2] == (6, 1)


@pytest.mark.parametrize("text", ["Добрый день!", "---\nне карта\n---\nда", "--- a\n"])
def test_without_front_matter_the_whole_text_is_the_reply(text):
    assert only(text, "a.md", "markdown").passage.text == text
