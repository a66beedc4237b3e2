"""The file of a learned model: arrays and nothing that could run (NumPy's npz, no pickle).

Weights are kept in bytes: the root of each, in steps of the largest root of its label.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy

from replylint.errors import Place, ReplylintError
from replylint.learned import features
from replylint.learned.model import Calibration, Layers, LearnedModel, Voice
from replylint.translation import _

if TYPE_CHECKING:
    from numpy.typing import NDArray

VERSION = 3
"""The version of the file; it grows when an array changes its meaning or goes away."""

_STEPS = 127
_RARITY_STEPS = 20
_LARGEST = 64 << 20
"""The most bytes that the arrays of a file may take."""


class ModelError(ReplylintError):
    """A model's file that cannot be used, and why."""


def write_model(model: LearnedModel, path: Path) -> None:
    """Write a model; the same model always gives the same bytes."""
    words, word_steps = in_bytes(model.words.weights)
    hidden, hidden_steps = in_bytes(model.meaning.hidden)
    numpy.savez_compressed(
        path,
        allow_pickle=False,
        versions=numpy.array([VERSION, features.VERSION, model.bits], dtype=numpy.int32),
        whole=numpy.array(model.whole),
        labels=numpy.array(model.labels),
        rarity=numpy.round(model.rarity * _RARITY_STEPS).astype(numpy.uint8),
        words=words,
        word_steps=word_steps,
        word_base=model.words.base.astype(numpy.float32),
        hidden=hidden,
        hidden_steps=hidden_steps,
        hidden_base=model.meaning.hidden_base.astype(numpy.float32),
        meaning=model.meaning.weights.astype(numpy.float16),
        meaning_base=model.meaning.base.astype(numpy.float32),
        by_words=numpy.array([*model.by_words], dtype=numpy.float32),
        by_both=numpy.array([*model.by_both], dtype=numpy.float32),
        possible=numpy.array(model.possible, dtype=numpy.float32),
        examples=numpy.array([e for label in model.labels for e in model.examples[label]]),
        example_counts=numpy.array(
            [len(model.examples[label]) for label in model.labels], dtype=numpy.int32
        ),
    )


def read_model(name: str, path: Path) -> LearnedModel:
    """Read a model; raises ``ModelError`` for a file that is absent, damaged or of another version.

    Nothing in the file is executed, whatever it holds.
    """
    with reading_arrays(name, path) as arrays:
        version, of_features, bits = (int(number) for number in arrays["versions"])
        if (version, of_features) != (VERSION, features.VERSION):
            raise unusable(name, path, _("it is of another version than the program"))
        return _model(name, bits, arrays)


@contextmanager
def reading_arrays(name: str, path: Path) -> Iterator[Mapping[str, Any]]:
    """The arrays of a model's file; what is wrong with them becomes a ``ModelError``."""
    try:
        yield _arrays(path)
    except FileNotFoundError as error:
        raise unusable(name, path, _("there is no such file")) from error
    except (OSError, KeyError, ValueError, EOFError, zipfile.BadZipFile, zlib.error) as error:
        raise unusable(name, path, _("it is damaged")) from error


def unusable(name: str, path: Path, why: str) -> ModelError:
    """The error for a model whose file cannot be used."""
    text = _(
        "the learned model “{name}” cannot be used: {why}; checking goes on without it, "
        "install replylint again to get it back"
    )
    return ModelError(text.format(name=name, why=why), Place(str(path)))


def _arrays(path: Path) -> Mapping[str, Any]:
    with zipfile.ZipFile(path) as file:
        if sum(member.file_size for member in file.infolist()) > _LARGEST:
            raise ValueError("the arrays are too large")
    with numpy.load(path, allow_pickle=False) as arrays:
        return {key: arrays[key] for key in arrays.files}


def _model(name: str, bits: int, arrays: Mapping[str, Any]) -> LearnedModel:
    labels = tuple(str(label) for label in arrays["labels"])
    words = from_bytes(arrays["words"], arrays["word_steps"])
    rarity = arrays["rarity"].astype(numpy.float32) / _RARITY_STEPS
    whole = bool(arrays["whole"])
    size = (1 << bits) * (1 + whole)
    if words.shape != (size, len(labels)) or rarity.shape != (size,):
        raise ValueError("arrays do not fit together")
    ends = numpy.cumsum(arrays["example_counts"])
    texts = [str(text) for text in arrays["examples"]]
    examples = {
        label: tuple(texts[end - count : end])
        for label, end, count in zip(labels, ends, arrays["example_counts"], strict=True)
    }
    return LearnedModel(
        name=name,
        labels=labels,
        bits=bits,
        rarity=rarity,
        words=Voice(words, arrays["word_base"]),
        meaning=_layers(arrays),
        by_words=Calibration(*arrays["by_words"]),
        by_both=Calibration(*arrays["by_both"]),
        possible=float(arrays["possible"]),
        examples=examples,
        whole=whole,
    )


def _layers(arrays: Mapping[str, Any]) -> Layers:
    hidden = from_bytes(arrays["hidden"], arrays["hidden_steps"])
    weights = arrays["meaning"].astype(numpy.float32)
    if hidden.shape[1] != len(weights):
        raise ValueError("arrays do not fit together")
    return Layers(hidden, arrays["hidden_base"], weights, arrays["meaning_base"])


def in_bytes(weights: NDArray[Any]) -> tuple[NDArray[numpy.int8], NDArray[numpy.float32]]:
    """Weights as bytes, shape (features, columns), and the step of each column."""
    roots = numpy.sign(weights) * numpy.sqrt(numpy.abs(weights))
    steps = (numpy.abs(roots).max(axis=0) / _STEPS).astype(numpy.float32)
    steps[steps == 0] = 1.0
    return numpy.round(roots / steps).astype(numpy.int8), steps


def from_bytes(values: NDArray[Any], steps: NDArray[Any]) -> NDArray[numpy.float32]:
    """The weights that ``in_bytes`` gave as bytes."""
    roots = values.astype(numpy.float32) * steps
    result: NDArray[numpy.float32] = numpy.sign(roots) * roots * roots
    return result
