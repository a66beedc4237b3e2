"""Whether a stopped run can go on: the same files, read and judged in the same way."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from replylint import __version__
from replylint.exports.chat import Wanted
from replylint.exports.registry import ENDINGS
from replylint.judgements import known_code
from replylint.own_files import installed_packages
from replylint.store.runs import Identity, UsedPack
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.linter import Linter
    from replylint.suppressions.suppression import Suppression

_BLOCK = 1 << 20


def identity_of(
    inputs: Sequence[Path], wanted: Wanted, linter: Linter, suppressions: Sequence[Suppression]
) -> Identity:
    """The identity of a run that would start now; reads every input once."""
    packs = used_packs(linter)
    settings = linter.settings
    return Identity(
        inputs=_digest(f"{path.as_posix()} {_digest_of(path)}" for path in _files(inputs)),
        reading=_digest([repr(wanted)]),
        packs=_digest(f"{pack.name} {pack.digest}" for pack in packs),
        settings=_digest(
            [
                repr(settings.choices),
                repr((settings.learned, settings.repetitions)),
                *(f"{o.paths} {o.choices!r} {o.profile!r}" for o in settings.overrides),
                *(repr(suppression) for suppression in suppressions),
            ]
        ),
        version=__version__,
        code=_digest([*known_code(), *installed_packages()]),
    )


def used_packs(linter: Linter) -> list[UsedPack]:
    """The packs of a linter, by name."""
    packs = [
        UsedPack(pack.name, pack.version, pack.language, _digest_of(Path(pack.path)))
        for pack in linter.packs
    ]
    return sorted(packs, key=lambda pack: pack.name)


def part_in_words(part: str) -> str:
    """A part of an identity as a person calls it."""
    words = {
        "inputs": _("the files that are scored"),
        "reading": _("the options about reading them"),
        "packs": _("the packs"),
        "settings": _("the settings"),
        "version": _("the version of replylint"),
        "code": _("the program and the packages beside it"),
    }
    return words[part]


def _files(inputs: Sequence[Path]) -> Iterator[Path]:
    for path in inputs:
        if path.is_dir():
            inside = (p for p in path.rglob("*") if p.suffix.lower() in ENDINGS and p.is_file())
            yield from sorted(inside)
        else:
            yield path


def _digest_of(path: Path) -> str:
    """A digest of a file's content; that of nothing for what cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                digest.update(block)
    except OSError:
        return ""
    return digest.hexdigest()


def _digest(parts: Sequence[str] | Iterator[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
