"""The file of a model of questions: arrays and nothing that could run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy

from replylint.learned import answering
from replylint.learned.answer_network import AnswerNetwork
from replylint.learned.answering import AnswerModel
from replylint.learned.artefact import from_bytes, in_bytes, reading_arrays, unusable
from replylint.learned.model import Calibration, Voice
from replylint.translation import _

_SEVERAL = "several_"
_SMALL = ("base", "loudest", "mean", "outset")
"""The arrays of the network that are kept as they are."""

VERSION = 3
"""The version of the file; it grows when an array changes its meaning or goes away."""


def write_answers(model: AnswerModel, path: Path) -> None:
    """Write a model of questions; the same model always gives the same bytes."""
    arrays = {
        "versions": numpy.array([VERSION, answering.VERSION], dtype=numpy.int32),
        "labels": numpy.array([model.label]),
        **_arrays(model),
    }
    if model.several is not None:
        arrays |= {_SEVERAL + key: array for key, array in _arrays(model.several).items()}
    numpy.savez_compressed(path, allow_pickle=False, **arrays)


def _arrays(model: AnswerModel) -> dict[str, Any]:
    network = model.network
    sentence, sentence_steps = in_bytes(network.sentence)
    question, question_steps = in_bytes(network.question)
    return {
        "centre": model.centre.astype(numpy.float32),
        "spread": model.spread.astype(numpy.float32),
        "signs": model.signs.weights.astype(numpy.float32),
        "signs_base": model.signs.base.astype(numpy.float32),
        "sentence": sentence,
        "sentence_steps": sentence_steps,
        "question": question,
        "question_steps": question_steps,
        **{name: getattr(network, name).astype(numpy.float32) for name in _SMALL},
        "by_signs": numpy.array([*model.by_signs], dtype=numpy.float32),
        "by_network": numpy.array([*model.by_network], dtype=numpy.float32),
        "possible": numpy.array(model.possible, dtype=numpy.float32),
    }


def read_answers(name: str, path: Path) -> AnswerModel:
    """Read a model of questions; raises ``ModelError`` as ``artefact.read_model`` does."""
    with reading_arrays(name, path) as arrays:
        if tuple(arrays["versions"]) != (VERSION, answering.VERSION):
            raise unusable(name, path, _("it is of another version than the program"))
        model = _model(name, arrays)
        if f"{_SEVERAL}signs" not in arrays:
            return model
        return replace(model, several=_model(name, arrays, _SEVERAL))


def _model(name: str, arrays: Mapping[str, Any], prefix: str = "") -> AnswerModel:
    def of(key: str) -> Any:
        return arrays[prefix + key]

    signs, centre = of("signs"), of("centre")
    if signs.shape[0] != len(centre) or centre.shape != of("spread").shape:
        raise ValueError("arrays do not fit together")
    return AnswerModel(
        name=name,
        label=str(arrays["labels"][0]),
        centre=centre,
        spread=of("spread"),
        signs=Voice(signs, of("signs_base")),
        network=_network(arrays, prefix),
        by_signs=Calibration(*of("by_signs")),
        by_network=Calibration(*of("by_network")),
        possible=float(of("possible")),
    )


def _network(arrays: Mapping[str, Any], prefix: str) -> AnswerNetwork:
    sentence, question = (
        from_bytes(arrays[f"{prefix}{name}"], arrays[f"{prefix}{name}_steps"])
        for name in ("sentence", "question")
    )
    network = AnswerNetwork(sentence, question, *(arrays[prefix + name] for name in _SMALL))
    units = sentence.shape[1]
    if question.shape[1] != units or any(len(row) != units for row in network[2:5]):
        raise ValueError("arrays do not fit together")
    return network
