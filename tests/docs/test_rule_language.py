"""The reference of the rule language: every pack on it is loaded and its examples are run."""

import sys
import tomllib
from pathlib import Path

import pytest
from refresh import ROOT, blocks_of

from replylint.checks.comparisons import COMPARISONS
from replylint.finding import CATEGORIES, SEVERITY_NAMES
from replylint.linter import Linter
from replylint.packs import schema, signal_schema
from replylint.selftest import count_examples, run_examples
from replylint.signals.measured import MEASURES
from replylint.text.entities import ENTITY_KINDS
from replylint.text.zones import Zone
from replylint.yamlfile.model import Strict

PAGES = ("docs/rule-language.md", "docs/rule-language.ru.md")
MODELS = [
    model
    for model in {**vars(signal_schema), **vars(schema)}.values()
    if isinstance(model, type) and issubclass(model, Strict) and model.model_fields
]
PACKS = [
    pytest.param(page, number, id=f"{Path(page).name}-{number}")
    for page in PAGES
    for number, block in enumerate(blocks_of((ROOT / page).read_text(encoding="utf-8")))
    if block.kind == "yaml" and block.text.startswith("pack:")
]


def read(page):
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture
def plugin(request, tmp_path, monkeypatch):
    """Installs the plugin that the page shows, as pip would."""
    page = request.node.callspec.params["page"]
    blocks = blocks_of(read(page))
    [code] = [block for block in blocks if block.kind == "python" and block.file]
    [project] = [block.text for block in blocks if block.kind == "toml"]
    (tmp_path / code.file).write_text(code.text, encoding="utf-8")
    about = tomllib.loads(project)["project"]
    folder = tmp_path / f"{about['name'].replace('-', '_')}-{about['version']}.dist-info"
    folder.mkdir()
    metadata = f"Metadata-Version: 2.1\nName: {about['name']}\nVersion: {about['version']}\n"
    (folder / "METADATA").write_text(metadata, encoding="utf-8")
    points = [
        f"[{group}]\n" + "\n".join(f"{name} = {place}" for name, place in names.items())
        for group, names in about["entry-points"].items()
    ]
    (folder / "entry_points.txt").write_text("\n".join(points), encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    sys.modules.pop(Path(code.file).stem, None)


@pytest.mark.parametrize(("page", "number"), PACKS)
def test_every_pack_loads_and_judges_its_examples_as_it_says(page, number, tmp_path, plugin):
    text = blocks_of(read(page))[number].text
    path = tmp_path / "probe.yml"
    path.write_text(text, encoding="utf-8")
    linter = Linter([path])
    own = [pack for pack in linter.packs if pack.path == str(path)]
    assert count_examples(own) or "change:" in text
    names = {pack.name for pack in own}
    failures = [str(f) for f in run_examples(linter) if f.pack.name in names or f.rule.changed_by]
    assert failures == []


@pytest.mark.parametrize("page", PAGES)
def test_every_yaml_block_is_a_whole_pack_or_settings(page):
    starts = [block.text.split(":")[0] for block in blocks_of(read(page)) if block.kind == "yaml"]
    assert set(starts) <= {"pack", "profile", "options", "# yaml-language-server"}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_key_of_the_schema_is_mentioned(page, model):
    text = read(page)
    keys = [field.alias or name for name, field in model.model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in text and f"`{key}:" not in text] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    "names",
    [
        pytest.param((*MEASURES, *signal_schema.COUNTED_MEASURES), id="measures"),
        pytest.param(tuple(COMPARISONS), id="comparisons"),
        pytest.param(tuple(zone.value for zone in Zone), id="zones"),
        pytest.param(SEVERITY_NAMES, id="severities"),
        pytest.param(schema.CUSTOMER_SCOPES, id="customer-scopes"),
        pytest.param(tuple(CATEGORIES), id="categories"),
        pytest.param(tuple(f"#{kind}" for kind in ENTITY_KINDS), id="entities"),
    ],
)
def test_every_name_is_mentioned(page, names):
    text = read(page)
    assert [name for name in names if f"`{name}`" not in text] == []


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("kinds", [signal_schema.SIGNAL_KINDS, schema.Judgements])
def test_every_kind_has_a_section(page, kinds):
    heads = [line for line in read(page).splitlines() if line.startswith("#")]
    missing = [k for k in kinds if not any(f"`{k.rstrip('_')}`" in head for head in heads)]
    assert missing == []
