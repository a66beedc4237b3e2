"""Checking the data of a YAML file against a pydantic model, with errors that name the place."""

from __future__ import annotations

import typing
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from replylint.errors import Problem
from replylint.translation import _, plural
from replylint.yamlfile.at_key import AT_KEY
from replylint.yamlfile.nearest import nearest
from replylint.yamlfile.source import YamlSource

_OTHER_TYPE = frozenset(
    ("string_type", "list_type", "dict_type", "model_type", "model_attributes_type")
)


def problems_of(
    source: YamlSource, model: type[BaseModel], error: ValidationError
) -> list[Problem]:
    """What pydantic found wrong, in words, each at its place in the file and only once."""
    details: list[tuple[list[str | int], dict[str, Any]]] = [
        (_path_in_data(source.data, detail["loc"], detail["type"]), dict(detail))
        for detail in error.errors(include_url=False)
    ]
    details = [
        ([*path, detail["ctx"]["key"]] if detail["type"] == AT_KEY else path, detail)
        for path, detail in details
    ]
    problems: dict[tuple[str, str], Problem] = {}
    for path, detail in details:
        if detail["type"] in _OTHER_TYPE and _is_said_better(path, details):
            continue
        message, at_key = _wrong_type(path, details) or _explain(model, path, detail)
        problem = source.problem(message, path, key=at_key)
        problems.setdefault((str(problem.place), message), problem)
    return sorted(problems.values(), key=lambda p: (p.place.line or 0, p.place.column or 0))


def keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that the model knows at a path of the data."""
    types: list[Any] = [model]
    for step in path:
        types = [found for kind in types for found in _step(kind, step)]
    keys: dict[str, None] = {}
    for kind in types:
        for inner in _unwrapped(kind):
            if isinstance(inner, type) and issubclass(inner, BaseModel):
                keys.update(dict.fromkeys(f.alias or n for n, f in inner.model_fields.items()))
    return list(keys)


def _step(kind: Any, step: str | int) -> Iterator[Any]:
    """The types that stand one step down from a type."""
    for inner in _unwrapped(kind):
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            for name, field in inner.model_fields.items():
                if step == (field.alias or name):
                    yield field.annotation
            continue
        origin, arguments = typing.get_origin(inner), typing.get_args(inner)
        if origin is dict and isinstance(step, str):
            yield arguments[1]
        elif origin is list and isinstance(step, int):
            yield arguments[0]


def _unwrapped(kind: Any) -> Iterator[Any]:
    """The branches of a union, without annotations."""
    origin = typing.get_origin(kind)
    if origin is typing.Annotated:
        yield from _unwrapped(typing.get_args(kind)[0])
    elif origin in (dict, list) or not typing.get_args(kind):
        yield kind
    else:
        for branch in typing.get_args(kind):
            yield from _unwrapped(branch)


def _is_said_better(
    path: Sequence[str | int], details: Sequence[tuple[Sequence[str | int], dict[str, Any]]]
) -> bool:
    """Whether a value that has the wrong type for one branch of a choice errs within another."""
    return any(
        other[: len(path)] == path and (len(other) > len(path) or detail["type"] not in _OTHER_TYPE)
        for other, detail in details
    )


def _wrong_type(
    path: Sequence[str | int], details: Sequence[tuple[Sequence[str | int], dict[str, Any]]]
) -> tuple[str, bool] | None:
    """The one message for a value that has the wrong type for every branch of a choice."""
    kinds = [detail["type"] for other, detail in details if list(other) == list(path)]
    expected = [words for kind, words in _types().items() if kind in kinds]
    if len(expected) < 2 or not _OTHER_TYPE.issuperset(kinds):
        return None
    return _("expected here: {types}").format(types=_(" or ").join(expected)), False


def _types() -> dict[str, str]:
    """What a value may be, by pydantic's name for that it is not."""
    return {
        "string_type": _("text in quotes"),
        "list_type": _("a list"),
        "dict_type": _("a map (“key: value” lines)"),
        "model_type": _("a map (“key: value” lines)"),
    }


def _path_in_data(data: Any, location: Sequence[str | int], kind: str) -> list[str | int]:
    """The path in the data, without the steps that pydantic adds for the branches of a choice."""
    path: list[str | int] = []
    here = data
    for index, step in enumerate(location):
        if isinstance(here, dict) and isinstance(step, str):
            if step in here:
                here = here[step]
            elif kind != "missing" or index + 1 < len(location):
                continue
            path.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
            path.append(step)
    return path


def _explain(
    model: type[BaseModel], path: Sequence[str | int], detail: dict[str, Any]
) -> tuple[str, bool]:
    """What is wrong in words, and whether the key (rather than the value) is the place."""
    kind, last, given = detail["type"], path[-1] if path else "", detail.get("input")
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = keys_at(model, path[:-1])
        message = _("unknown key “{key}”").format(key=last)
        listed = _("; known: {keys}").format(keys=", ".join(known))
        return message + (nearest(str(last), known) or listed), True
    if kind == AT_KEY:
        return str(context["message"]), True
    if kind == "missing":
        return _("the key “{key}” is missing").format(key=last), True
    if kind == "one_of":
        value = str(given).lower() if isinstance(given, bool) else given
        message = _("“{value}” is not one of: {known}").format(value=value, known=context["known"])
        meant = context.get("meant", {}).get(str(given).lower())
        hint = _("; did you mean “{word}”?").format(word=meant) if meant else ""
        return message + (hint or nearest(str(given), context["words"])), False
    if kind == "string_pattern_mismatch":
        message = _("“{value}” must be lower-case Latin letters, digits and hyphens")
        return message.format(value=given), detail["loc"][-1] == "[key]"
    if kind == "too_short":
        return _too_short(path, context), False
    return _plain(kind, context) or str(detail["msg"]).removeprefix("Value error, "), False


def _too_short(path: Sequence[str | int], context: dict[str, Any]) -> str:
    """That a list needs more: of examples, where it is a list of such."""
    least, found = context["min_length"], context["actual_length"]
    text = plural(
        "at least {count} item is expected in this list, there are {found}",
        "at least {count} items are expected in this list, there are {found}",
        least,
    )
    if {"like", "examples"} & set(path):
        text = plural(
            "at least {count} example is expected here, there are {found}",
            "at least {count} examples are expected here, there are {found}",
            least,
        )
    return text.format(count=least, found=found)


def _plain(kind: str, context: dict[str, Any]) -> str:
    """The message for the wrong type or size of a value; empty when pydantic's own says more."""
    if kind == "string_too_short":
        return _("this text is empty; write something or take it out")
    if kind == "string_type":
        return _("text is expected here; put it in quotes")
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return _("a map (“key: value” lines) is expected here")
    if kind == "list_type":
        return _("a list is expected here")
    if kind == "bool_type":
        return _("true or false is expected here")
    if kind in ("int_type", "float_type"):
        return _("a number is expected here")
    if kind == "greater_than_equal":
        return _("a number from {limit} on is expected here").format(limit=context["ge"])
    if kind == "less_than_equal":
        return _("a number up to {limit} is expected here").format(limit=context["le"])
    if kind == "greater_than":
        return _("a number above {limit} is expected here").format(limit=f"{context['gt']:g}")
    if kind == "less_than":
        return _("a number below {limit} is expected here").format(limit=f"{context['lt']:g}")
    return ""
