import pytest

from replylint.errors import InputError
from replylint.store.rows import Rows, storable
from replylint.store.store import Store
from replylint.store.tables import FINDINGS, RESULTS, UNREAD
from replylint.translation import speaking


def test_what_is_added_is_there_when_it_is_opened_again(tmp_path):
    rows = Rows()
    rows.add(UNREAD, (0, "a.csv", 3, "плохо", 'x;"\0'))
    rows.add(UNREAD, (1, "a.csv", None, "lone \ud800", ""))
    with Store(tmp_path / "deep" / "runs.duckdb") as store:
        store.add(1, rows)
    with Store(tmp_path / "deep" / "runs.duckdb") as store:
        assert store.rows("SELECT * FROM unread ORDER BY number") == [
            (1, 0, "a.csv", 3, "плохо", 'x;"\0'),
            (1, 1, "a.csv", None, "lone \ufffd", ""),
        ]


def test_a_transaction_is_all_or_nothing(tmp_path):
    rows = Rows()
    rows.add(UNREAD, (0, "a", None, "m", ""))
    with Store(tmp_path / "runs.duckdb") as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.add(1, rows)
            raise RuntimeError
        assert store.rows("SELECT * FROM unread") == []


def test_a_file_that_is_no_store_is_refused(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("hello " * 1000)
    with pytest.raises(InputError, match="no store"):
        Store(text)
    assert text.read_text().startswith("hello")


def test_a_database_of_somebody_else_is_refused(tmp_path):
    import duckdb

    with duckdb.connect(str(tmp_path / "other.duckdb")) as other:
        other.execute("CREATE TABLE mine (a INT)")
    with pytest.raises(InputError, match="no store of replylint"):
        Store(tmp_path / "other.duckdb")
    with duckdb.connect(str(tmp_path / "other.duckdb")) as other:
        assert other.execute("SHOW TABLES").fetchall() == [("mine",)]


def test_a_store_of_another_form_is_refused(tmp_path):
    with Store(tmp_path / "runs.duckdb") as store:
        store.change("UPDATE replylint SET form = 99")
    with pytest.raises(InputError, match="99"):
        Store(tmp_path / "runs.duckdb")


def test_rows_of_every_table_have_as_many_columns_as_it():
    for table in RESULTS:
        assert len(Rows().columns[table.name]) == len(table.columns) - 1


def test_texts_keep_their_length():
    assert len(storable("a\ud800ж\udfff")) == 4


def test_a_store_of_before_points_were_kept_gets_their_column(tmp_path):
    with Store(tmp_path / "runs.duckdb") as store:
        store.change("ALTER TABLE findings DROP COLUMN lost")
    with Store(tmp_path / "runs.duckdb") as store:
        columns = [row[0] for row in store.rows("SELECT column_name FROM (DESCRIBE findings)")]
        assert columns == list(FINDINGS.columns)


def test_what_the_system_says_is_told_in_our_words(tmp_path):
    with speaking("ru"), pytest.raises(InputError, match="это папка, а нужен файл"):
        Store(tmp_path)
