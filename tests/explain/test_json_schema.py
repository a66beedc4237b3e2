import json
from pathlib import Path

import jsonschema
import pytest

from replylint.explain.json_schema import SCHEMAS, pack_schema, settings_schema, written
from replylint.packs.loader import shipped_packs
from replylint.packs.shipped import profiles_folder
from replylint.translation import speaking
from replylint.yamlfile.source import parse_yaml, read_yaml

DOCS = Path(__file__).parents[2] / "docs"
PACK = "pack: a\ntitle: b\nlanguage: ru\n"
RULE = "category: blame, message: m, examples: {bad: ['[[a]]'], good: [b]}"


def valid(schema, text):
    validator = jsonschema.Draft202012Validator(schema)
    return not list(validator.iter_errors(parse_yaml(text, "a.yml").data))


@pytest.fixture(scope="module")
def pack():
    return pack_schema()


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_committed_schemas_are_in_step(name):
    flag = " --settings" if name == "settings" else ""
    path = DOCS / f"{name}.schema.json"
    command = f"run: replylint rules schema{flag} -o docs/{name}.schema.json"
    assert path.read_text(encoding="utf-8") == written(SCHEMAS[name]()), command


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_schemas_are_schemas(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("path", shipped_packs().values(), ids=str)
def test_every_shipped_pack_is_valid(pack, path):
    errors = jsonschema.Draft202012Validator(pack).iter_errors(read_yaml(path).data)
    assert [(list(error.absolute_path), error.message[:200]) for error in errors] == []


@pytest.mark.parametrize("path", sorted(profiles_folder().glob("*.yml")), ids=lambda p: p.stem)
def test_every_shipped_profile_is_valid(path):
    schema = settings_schema()
    one = {"$ref": "#/$defs/ProfileFile", "$defs": schema["$defs"]}
    assert not list(jsonschema.Draft202012Validator(one).iter_errors(read_yaml(path).data or {}))


@pytest.mark.parametrize(
    "text",
    [
        f"rules: {{x: {{forbid: refusal, {RULE}}}}}",
        f"rules: {{x: {{forbid: ['a'], {RULE}}}}}",
        f"rules: {{x: {{when: a, require: ['b'], within: next 2 sentences, {RULE}}}}}",
        f"rules: {{x: {{require: a, unless: b, {RULE}}}}}",
        f"rules: {{x: {{forbid: a, unless: [b, {{signal: c, within: thread}}], {RULE}}}}}",
        f"rules: {{x: {{swap: {{a: b}}, suggest: one, {RULE}}}}}",
        "extends: [b]\nchange: {rules: {x: off, 'a/b:y': {off: true}, z: {severity: info}}}",
        "signals: {a: {match: one}, b: {any: [a]}, c: {match: [x], any: [a]}, d: {not: a}}",
        "signals: {a: {tokens: [{LOWER: x}]}, b: {dependency: [{RIGHT_ID: x}]}}",
        "define: {us: мы, we: [мы]}",
    ],
)
def test_what_the_loader_takes_is_valid(pack, text):
    assert valid(pack, PACK + text)


@pytest.mark.parametrize(
    "text",
    [
        f"rules: {{x: {{forbid: a, require: b, {RULE}}}}}",
        f"rules: {{x: {{when: a, {RULE}}}}}",
        f"rules: {{x: {{{RULE}}}}}",
        f"rules: {{X: {{forbid: a, {RULE}}}}}",
        f"rules: {{x: {{forbit: a, {RULE}}}}}",
        f"rules: {{x: {{forbid: a, within: page, {RULE}}}}}",
        f"rules: {{x: {{forbid: a, severity: bad, {RULE}}}}}",
        "change: {rules: {x: on}}",
        "signals: {a: {match: [x], regex: [y]}}",
        "extra: 1",
    ],
)
def test_what_the_loader_refuses_is_not(pack, text):
    assert not valid(pack, PACK + text)


def test_settings_in_short_and_in_full():
    schema = settings_schema()
    assert valid(
        schema,
        "root: true\npacks: ru\nrules: {a: off, b: error, c: on, d: {channels: chat}}\n"
        "overrides: [{paths: 'a/**', fail-on: error, penalties: {error: 0.2}}]",
    )
    assert not valid(schema, "rules: {a: loud}")
    assert not valid(schema, "penalties: {error: 2}")


def test_every_key_is_described_in_both_languages():
    for language in ("en", "ru"):
        with speaking(language):
            for make in SCHEMAS.values():
                schema = make()
                for model in (schema, *schema["$defs"].values()):
                    assert all(key["description"] for key in model["properties"].values())
    assert json.loads(written(pack_schema()))
