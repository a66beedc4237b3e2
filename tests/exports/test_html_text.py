from hypothesis import given
from hypothesis import strategies as st

from replylint.exports.html_text import plain_text, text_of_html


def test_paragraphs_lines_and_lists():
    html = "<p>Добрый день!</p><p>Нужно:<br>паспорт</p><ul><li>раз<li>два</ul><div>Жду.</div>"
    assert text_of_html(html) == "Добрый день!\n\nНужно:\nпаспорт\n\n- раз\n- два\n\nЖду."


def test_scripts_are_dropped_and_quotes_are_marked():
    html = "<style>p{}</style>Да<script>alert(1)</script><blockquote>Где <b>заказ</b>?</blockquote>"
    assert text_of_html(html) == "Да\n\n> Где заказ?"
    assert text_of_html('Да<div class="gmail_quote">Где?</div>').endswith("> Где?")


def test_what_is_no_html_stays_as_it_is():
    assert plain_text("a < b,  c > d\nЁлка") == "a < b,  c > d\nЁлка"
    assert plain_text("Вернём 500&nbsp;₽ &amp; извинимся") == "Вернём 500\u00a0₽ & извинимся"
    assert plain_text("Строка\nи <b>другая</b>") == "Строка\nи другая"


@given(st.text(alphabet="<>/abpdiv &;\n=\"'!-"))
def test_any_text_is_read(text):
    assert isinstance(plain_text(text), str)
