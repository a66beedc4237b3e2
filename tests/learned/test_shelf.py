from learned.small import small_model
from replylint.learned.artefact import write_model
from replylint.learned.shelf import NAMES, SHELF, Shelf


def test_a_model_is_read_once(tmp_path):
    write_model(small_model(), tmp_path / "ru-replies.npz")
    shelf = Shelf(tmp_path)
    model = shelf.model("ru-replies")
    (tmp_path / "ru-replies.npz").unlink()
    assert shelf.model("ru-replies") is model is not None
    assert shelf.problem("ru-replies") is None


def test_a_model_that_is_not_there_is_absent_and_says_so(tmp_path):
    shelf = Shelf(tmp_path)
    assert shelf.model("ru-replies") is None
    assert "ru-replies" in shelf.problem("ru-replies").message


def test_every_shipped_model_can_be_used():
    assert [SHELF.problem(name) for name in NAMES] == [None] * len(NAMES)
