import zipfile

import numpy
import pytest

from learned.small import WORRY, small_model
from replylint.learned import artefact, features
from replylint.learned.artefact import ModelError, read_model, write_model
from replylint.learned.model import Layers, Seen


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "ru-replies.npz"
    write_model(small_model(), path)
    return path


def test_a_model_comes_back_as_it_was(path):
    before, after = small_model(), read_model("ru-replies", path)
    assert (after.labels, after.bits, after.examples) == (
        before.labels,
        before.bits,
        before.examples,
    )
    seen = [Seen("Вы сами не указали адрес"), Seen("Спасибо вам")]
    assert numpy.allclose(before.scores(seen), after.scores(seen), atol=0.02)


def test_a_model_of_whole_replies_comes_back(tmp_path):
    path = tmp_path / "ru-exchanges.npz"
    write_model(small_model(whole=True), path)
    after = read_model("ru-exchanges", path)
    seen = [Seen("Вы сами не указали адрес", None, WORRY)]
    assert after.whole
    assert numpy.allclose(small_model(whole=True).scores(seen), after.scores(seen), atol=0.02)


def test_the_same_model_gives_the_same_bytes(path, tmp_path):
    write_model(small_model(), tmp_path / "again.npz")
    assert (tmp_path / "again.npz").read_bytes() == path.read_bytes()


def why(path):
    with pytest.raises(ModelError) as caught:
        read_model("ru-replies", path)
    assert "\n" not in str(caught.value)
    return caught.value.message


def test_a_missing_file(tmp_path):
    assert "there is no such file" in why(tmp_path / "none.npz")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not a zip", b"\x93NUMPY"])
def test_what_is_no_model_at_all(tmp_path, content):
    path = tmp_path / "bad.npz"
    path.write_bytes(content)
    assert "damaged" in why(path)


def test_a_file_that_is_cut_off(path):
    path.write_bytes(path.read_bytes()[:-200])
    assert "damaged" in why(path)


def test_a_changed_byte(path):
    with zipfile.ZipFile(path) as file:
        largest = max(file.infolist(), key=lambda member: member.compress_size)
    data = bytearray(path.read_bytes())
    data[largest.header_offset + largest.compress_size // 2] ^= 0xFF
    path.write_bytes(data)
    assert "damaged" in why(path)


@pytest.mark.parametrize("module", [artefact, features])
def test_another_version(path, monkeypatch, module):
    monkeypatch.setattr(module, "VERSION", 99)
    assert "another version" in why(path)


def test_objects_that_could_run_are_refused(tmp_path):
    path = tmp_path / "pickled.npz"
    numpy.savez(path, versions=numpy.array([print], dtype=object))
    assert "damaged" in why(path)


@pytest.mark.parametrize("name", ["rarity", "meaning", "words"])
def test_arrays_that_do_not_fit_together(path, name):
    with numpy.load(path) as arrays:
        kept = dict(arrays)
    kept[name] = kept[name][:-1]
    numpy.savez(path, **kept)
    assert "damaged" in why(path)


def test_the_layers_of_meaning_come_back(tmp_path):
    chance = numpy.random.default_rng(5)
    layers = Layers(
        chance.standard_normal((1536, 7), dtype=numpy.float32),
        chance.standard_normal(7, dtype=numpy.float32),
        chance.standard_normal((7, 2), dtype=numpy.float32),
        chance.standard_normal(2, dtype=numpy.float32),
    )
    model = small_model()
    model.meaning = layers
    write_model(model, tmp_path / "layers.npz")
    rows = chance.standard_normal((20, 1536), dtype=numpy.float32) / 40
    after = read_model("ru-replies", tmp_path / "layers.npz").meaning.scores(rows)
    assert numpy.allclose(layers.scores(rows), after, atol=0.15)
    assert numpy.abs(after).max() > 1
