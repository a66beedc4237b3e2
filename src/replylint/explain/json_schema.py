"""The JSON Schemas of pack and settings files, for completion and checks in editors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from replylint.explain.key_words import pack_key_words, settings_key_words
from replylint.finding import SEVERITY_NAMES
from replylint.packs.schema import PackFile
from replylint.packs.signal_schema import SIGNAL_KINDS
from replylint.settings.schema import SettingsFile
from replylint.translation import _

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_SCOPES = ("sentence", "paragraph", "reply", "thread", "next 2 sentences", "near 1 sentences")
_SCOPE = r"^(sentence|paragraph|reply|thread|(next|near) [1-9][0-9]? sentences?)$"
_JUDGEMENTS = ("forbid", "when", "limit", "compare", "swap", "check")

Schema = dict[str, Any]


def pack_schema() -> Schema:
    """The JSON Schema of a pack file; descriptions in the language of the program."""
    schema = _schema_of(PackFile, _("A pack of replylint rules"), pack_key_words())
    models = _models(schema)
    for model in models.values():
        within = model["properties"].get("within")
        if within is not None:
            _narrow_scope(within)
    _exactly_one(models["RuleFile"], (*_JUDGEMENTS, "require"), together=("when", "require"))
    kinds = tuple(kind.rstrip("_") for kind in SIGNAL_KINDS)
    _exactly_one(models["SignalFile"], kinds, together=("match", "any"))
    return schema


def settings_schema() -> Schema:
    """The JSON Schema of a settings file; descriptions in the language of the program."""
    schema = _schema_of(SettingsFile, _("Settings of replylint"), settings_key_words())
    # the editors' YAML takes yes and no for true and false, and so do people
    short = {"enum": ["off", "on", False, True, *SEVERITY_NAMES]}
    for model in _models(schema).values():
        properties = model["properties"]
        if "rules" in properties:
            whole = properties["rules"]["additionalProperties"]
            properties["rules"]["additionalProperties"] = {"anyOf": [short, whole]}
        for one in properties.values():
            _allow_one_text(one)
    return schema


def written(schema: Schema) -> str:
    """A schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


SCHEMAS: Mapping[str, Callable[[], Schema]] = {"pack": pack_schema, "settings": settings_schema}
"""What makes each schema, by its name."""


def _schema_of(model: type[BaseModel], title: str, words: dict[str, dict[str, str]]) -> Schema:
    schema = model.model_json_schema(by_alias=True, mode="validation")
    schema = {"$schema": _DRAFT, **schema, "title": title}
    for name, one in _models(schema).items():
        for key, described in one["properties"].items():
            described.pop("title", None)
            described["description"] = words[name][key]
        one.setdefault("additionalProperties", False)
    for part in _parts(schema):
        if "patternProperties" in part:
            part.setdefault("additionalProperties", False)
        if part.get("default", 0) is None:
            del part["default"]
        for short, whole in (("ge", "minimum"), ("le", "maximum")):
            if isinstance(part.get(short), int | float):
                part[whole] = part.pop(short)
    for name, one in _models(schema).items():
        if "description" in one and name != model.__name__:
            one["title"] = name.removesuffix("File")
    return schema


def _models(schema: Schema) -> dict[str, Schema]:
    """The models that a schema describes, the whole file among them."""
    whole = "PackFile" if "pack" in schema["properties"] else "SettingsFile"
    return {whole: schema, **schema["$defs"]}


def _parts(schema: Any) -> Iterator[Schema]:
    if isinstance(schema, dict):
        yield schema
        for part in list(schema.values()):
            yield from _parts(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from _parts(part)


def _narrow_scope(within: Schema) -> None:
    """Say which texts a scope can be, unless it is one of few words, with usual ones to pick."""
    for part in _parts(within):
        if part.get("type") == "string" and "enum" not in part:
            part.update({"pattern": _SCOPE, "examples": list(_SCOPES)})
            return


def _exactly_one(model: Schema, keys: tuple[str, ...], together: tuple[str, str]) -> None:
    """Demand one of the keys; ``together`` are two that may stand together."""
    first, second = together
    ways: list[Schema] = [{"required": [key]} for key in keys if key not in together]
    ways.append({"required": [first, second]})
    if first != "when":
        ways.append({"required": [first], "not": {"required": [second]}})
    ways.append({"required": [second], "not": {"required": [first]}})
    model["oneOf"] = ways


def _allow_one_text(schema: Schema) -> None:
    """Where a list of texts is expected, one text will do."""
    kinds = schema.get("anyOf", [schema])
    listed = [k for k in kinds if k.get("type") == "array" and "$ref" not in k.get("items", {})]
    if listed and schema is not listed[0]:
        schema["anyOf"] = [{"type": "string", "minLength": 1}, *kinds]
    elif listed:
        whole = {key: schema.pop(key) for key in ("type", "items", "minItems") if key in schema}
        schema["anyOf"] = [{"type": "string", "minLength": 1}, whole]
