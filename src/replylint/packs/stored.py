"""Compiled packs as plain JSON values and back.

JSON can hold no code: what is read makes word sets, numbers, texts, and objects of classes of this
program alone. Programs are rebuilt when they are first asked for. Until then each is one text, as
is each set of words: looking for garbage goes through every list, again and again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import Enum
from importlib import import_module
from types import FunctionType, ModuleType
from typing import Any, overload

from replylint.errors import Place
from replylint.packs.compiled import CompiledPack
from replylint.signals.index import Filing
from replylint.signals.instruction import Instruction, Op
from replylint.signals.plugin import Plugged, load_plugin
from replylint.signals.program import Program
from replylint.text.language import morphology_of

_HOME = "replylint."
_LIST, _TUPLE, _SET, _MAP, _OBJECT, _MADE = range(6)
_ENUM, _NAMED, _PLUGIN, _MORPHOLOGY, _TIME = range(6, 11)
_OPS = list(Op)
_BETWEEN = "\n"


class NotStorableError(ValueError):
    """A value that cannot be written; its pack is compiled anew each time."""


def stored_pack(pack: CompiledPack) -> dict[str, Any]:
    """The pack as JSON values. Raises ``NotStorableError``."""
    writer = _Writer()
    written = writer.pack(pack)
    return {"sets": writer.sets, "classes": list(writer.classes), **written}


def restored_pack(stored: Mapping[str, Any]) -> CompiledPack:
    """The pack again. Raises ``ValueError``, ``KeyError`` and the like for anything else."""
    return _Reader(stored["sets"], stored["classes"]).pack(stored)


class _Writer:
    def __init__(self) -> None:
        self.sets: list[str] = []
        self.classes: dict[str, int] = {}
        self._sets: dict[frozenset[str], int] = {}

    def pack(self, pack: CompiledPack) -> dict[str, Any]:
        programs = [program for several in pack.programs.values() for program in several]
        filed = zip(programs, pack.filing.groups, strict=True)
        return {
            "pack": self.value(pack.pack),
            "signals": {name: self.value(signal) for name, signal in pack.signals.items()},
            "depends": {name: list(others) for name, others in pack.depends.items()},
            "models": list(pack.models),
            "told": list(pack.told),
            "owners": {name: len(several) for name, several in pack.programs.items()},
            "programs": [
                json.dumps(self._program(p), ensure_ascii=False, separators=(",", ":"))
                for p in programs
            ],
            "groups": list(pack.filing.groups),
            "triggers": [self.word_set(p.required[n]) if n >= 0 else -1 for p, n in filed],
        }

    def _program(self, program: Program) -> list[Any]:
        place = program.place
        return [
            program.source,
            [self._instruction(instruction) for instruction in program.code],
            [self.word_set(group) for group in program.required],
            place and [place.source, place.line, place.column],
        ]

    def _instruction(self, instruction: Instruction) -> list[Any]:
        op, argument = instruction
        if op is Op.WORDS:
            return [op.value, self.word_set(argument)]
        return [op.value, self.value(argument)] if argument is not None else [op.value]

    def word_set(self, words: frozenset[str]) -> int:
        if words not in self._sets:
            self._sets[words] = len(self.sets)
            joined = _BETWEEN.join(sorted(words))
            if "" in words or joined.count(_BETWEEN) != max(0, len(words) - 1):
                raise NotStorableError(repr(words))
            self.sets.append(joined)
        return self._sets[words]

    def value(self, value: Any) -> Any:
        if value is None or type(value) in (str, int, float, bool):
            return value
        if isinstance(value, Enum):
            return [_ENUM, self._class(type(value)), value.name]
        if isinstance(value, Plugged):
            if str(value.finder.__module__).startswith(_HOME):
                return self._other(value)
            if value.origin is None:
                raise NotStorableError(repr(value))
            return [_PLUGIN, *value.origin, self.value(value.parameters)]
        if hasattr(value, "_fields"):
            return [_OBJECT, self._class(type(value)), *map(self.value, value)]
        if isinstance(value, list | tuple):
            kind = _TUPLE if isinstance(value, tuple) else _LIST
            return [kind, *map(self.value, value)]
        if isinstance(value, frozenset):
            return self._frozenset(value)
        if isinstance(value, Mapping):
            pairs = (part for pair in value.items() for part in pair)
            return [_MAP, *map(self.value, pairs)]
        if isinstance(value, datetime):
            return [_TIME, value.isoformat()]
        return self._other(value)

    def _frozenset(self, value: frozenset[Any]) -> list[Any]:
        if all(type(item) is str for item in value):
            return [_SET, self.word_set(value)]
        return [_SET, -1, *map(self.value, sorted(value, key=str))]

    def _other(self, value: Any) -> list[Any]:
        if is_dataclass(value) and not isinstance(value, type):
            parts = (getattr(value, field.name) for field in fields(value))
            return [_OBJECT, self._class(type(value)), *map(self.value, parts)]
        if isinstance(value, FunctionType):
            module, name = value.__module__, value.__name__
            if module.startswith(_HOME) and getattr(import_module(module), name, None) is value:
                return [_NAMED, module, name]
        elif isinstance(value, ModuleType) and hasattr(value, "inflect_like"):
            return [_MORPHOLOGY, value.code]
        elif hasattr(value, "__getnewargs__"):
            return [_MADE, self._class(type(value)), *map(self.value, value.__getnewargs__())]
        raise NotStorableError(repr(value))

    def _class(self, kind: type) -> int:
        if not kind.__module__.startswith(_HOME):
            raise NotStorableError(repr(kind))
        return self.classes.setdefault(f"{kind.__module__}:{kind.__name__}", len(self.classes))


class _Reader:
    def __init__(self, sets: Sequence[str], classes: Sequence[str]) -> None:
        self._sets: list[str | frozenset[str]] = list(sets)
        self._classes = [_named(*name.split(":")) for name in classes]
        if not all(isinstance(kind, type) for kind in self._classes):
            raise ValueError(classes)

    def pack(self, stored: Mapping[str, Any]) -> CompiledPack:
        programs = _Programs(stored["programs"], self.program)
        owners: dict[str, Sequence[Program]] = {}
        first = 0
        for name, count in stored["owners"].items():
            owners[name] = _Part(programs, first, first + count)
            first += count
        triggers = _Triggers(stored["triggers"], self._words)
        return CompiledPack(
            pack=self.value(stored["pack"]),
            signals={name: self.value(signal) for name, signal in stored["signals"].items()},
            programs=owners,
            filing=Filing(stored["groups"], triggers),
            depends=stored["depends"],
            models=stored["models"],
            told=stored["told"],
        )

    def _words(self, number: int) -> Iterable[str]:
        """The words of a set, without making one of them; none for the number -1."""
        if number < 0:
            return ()
        words = self._sets[number]
        return words if isinstance(words, frozenset) else words.split(_BETWEEN) if words else ()

    def program(self, stored: str) -> Program:
        source, code, required, place = json.loads(stored)
        program = Program(
            source,
            [self._instruction(instruction) for instruction in code],
            [self._word_set(number) for number in required],
        )
        program.place = Place(*place) if place else None
        return program

    def _instruction(self, stored: Sequence[Any]) -> Instruction:
        if len(stored) == 1:
            return Instruction(_OPS[stored[0]])
        op, argument = _OPS[stored[0]], stored[1]
        if op is Op.WORDS:
            return Instruction(op, self._word_set(argument))
        return Instruction(op, self.value(argument))

    def _word_set(self, number: int) -> frozenset[str]:
        words = self._sets[number]
        if not isinstance(words, frozenset):
            words = self._sets[number] = frozenset(self._words(number))
        return words

    def value(self, stored: Any) -> Any:
        if type(stored) is not list:
            return stored
        kind, *parts = stored
        if kind == _TUPLE:
            return tuple(map(self.value, parts))
        if kind == _LIST:
            return list(map(self.value, parts))
        if kind in (_OBJECT, _MADE):
            return self._classes[parts[0]](*map(self.value, parts[1:]))
        if kind == _MAP:
            values = map(self.value, parts)
            return dict(zip(values, values, strict=True))
        if kind == _SET:
            return frozenset(map(self.value, parts[1:])) if parts[0] < 0 else self._word_set(*parts)
        if kind == _ENUM:
            return self._classes[parts[0]][parts[1]]
        if kind == _PLUGIN:
            group, name, parameters = parts
            return Plugged(load_plugin(group, name), self.value(parameters), (group, name))
        if kind == _NAMED:
            return _named(*parts)
        if kind == _MORPHOLOGY:
            return morphology_of(*parts)
        if kind == _TIME:
            return datetime.fromisoformat(*parts)
        raise ValueError(stored)


def _named(module: str, name: str) -> Any:
    """A class or function of this program by its name; no other can be named."""
    if not module.startswith(_HOME):
        raise ValueError(module)
    found = getattr(import_module(module), name)
    if getattr(found, "__module__", None) != module:
        raise ValueError(name)
    return found


class _Triggers(Iterable[Iterable[str]]):
    """The words of several sets, each looked up when it is asked for."""

    def __init__(self, numbers: Iterable[int], words: Callable[[int], Iterable[str]]) -> None:
        self._numbers = numbers
        self._words = words

    def __iter__(self) -> Iterator[Iterable[str]]:
        return map(self._words, self._numbers)


class _Programs(Sequence[Program]):
    """Stored programs, each rebuilt when it is first asked for."""

    def __init__(self, stored: Sequence[str], build: Callable[[str], Program]) -> None:
        self._stored: list[str | Program] = list(stored)
        self._build = build

    @overload
    def __getitem__(self, number: int) -> Program: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Program]: ...
    def __getitem__(self, number: int | slice) -> Program | Sequence[Program]:
        if isinstance(number, slice):
            return [self[n] for n in range(*number.indices(len(self)))]
        program = self._stored[number]
        if not isinstance(program, Program):
            program = self._stored[number] = self._build(program)
        return program

    def __len__(self) -> int:
        return len(self._stored)


class _Part(Sequence[Program]):
    """Some of the stored programs, without asking for them."""

    def __init__(self, programs: _Programs, first: int, end: int) -> None:
        self._programs = programs
        self._range = range(first, end)

    @overload
    def __getitem__(self, number: int) -> Program: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[Program]: ...
    def __getitem__(self, number: int | slice) -> Program | Sequence[Program]:
        if isinstance(number, slice):
            return [self._programs[n] for n in self._range[number]]
        return self._programs[self._range[number]]

    def __iter__(self) -> Iterator[Program]:
        return (self._programs[number] for number in self._range)

    def __len__(self) -> int:
        return len(self._range)
