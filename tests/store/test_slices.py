from replylint.store import slices as module
from replylint.store.slices import rows_by_part, slices

QUERY = "SELECT chat, r.turn, c.id FROM {replies} r JOIN {chats} c USING (chat) ORDER BY chat, turn"


def test_the_parts_together_are_the_whole(scored, monkeypatch):
    tables = ("replies", "chats")
    whole = list(rows_by_part(scored, 1, QUERY, tables))
    assert len(whole) == 60
    monkeypatch.setattr(module, "CHATS", 4)
    assert len(list(slices(scored, 1))) > 5
    assert list(rows_by_part(scored, 1, QUERY, tables)) == whole


def test_a_run_without_chats_has_one_empty_part(scored):
    assert len(list(slices(scored, 99))) == 1
    assert list(rows_by_part(scored, 99, QUERY, ("replies", "chats"))) == []
