"""The file of a model of questions: arrays and nothing that could run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy

from replylint.learned import answering
from replylint.learned.answering import AnswerModel
from replylint.learned.artefact import reading_arrays, unusable
from replylint.learned.model import Calibration, Voice
from replylint.translation import _

_SEVERAL = "several_"


VERSION = 2
"""The version of the file; it grows when an array changes its meaning or goes away."""


def write_answers(model: AnswerModel, path: Path) -> None:
    """Write a model of questions; the same model always gives the same bytes."""
    arrays = {
        "versions": numpy.array([VERSION, answering.VERSION], dtype=numpy.int32),
        "labels": numpy.array(model.labels),
        **_arrays(model),
    }
    if model.several is not None:
        arrays |= {_SEVERAL + key: array for key, array in _arrays(model.several).items()}
    numpy.savez_compressed(path, allow_pickle=False, **arrays)


def _arrays(model: AnswerModel) -> dict[str, Any]:
    return {
        "centre": model.centre.astype(numpy.float32),
        "spread": model.spread.astype(numpy.float32),
        "signs": model.signs.weights.astype(numpy.float32),
        "signs_base": model.signs.base.astype(numpy.float32),
        "meaning": model.meaning.weights.astype(numpy.float16),
        "meaning_base": model.meaning.base.astype(numpy.float32),
        "by_signs": numpy.array([*model.by_signs], dtype=numpy.float32),
        "by_both": numpy.array([*model.by_both], dtype=numpy.float32),
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
        labels=tuple(str(label) for label in arrays["labels"]),
        centre=centre,
        spread=of("spread"),
        signs=Voice(signs, of("signs_base")),
        meaning=Voice(of("meaning").astype(numpy.float32), of("meaning_base")),
        by_signs=Calibration(*of("by_signs")),
        by_both=Calibration(*of("by_both")),
        possible=float(of("possible")),
    )
