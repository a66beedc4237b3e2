import pytest

from replylint.linter import Linter
from replylint.signals.plugin import CHECKS, SIGNALS, load_plugin, plugin_names
from support import found, install_plugin, linter_of, problems_of, rule, told

CODE = '''
def twice(document, conversation, parameters):
    """The same word twice in a row, of so many letters at least."""
    for number in range(1, len(document.words)):
        word = document.words[number]
        if word == document.words[number - 1] and len(word) >= parameters.get("letters", 1):
            yield document.starts[number - 1], document.ends[number]


def outside(document, conversation, parameters):
    return [(-5, 2), (3, 999), (4, 4), (7, 5), (500, 600), (0, 1)]


def customer(document, conversation, parameters):
    return [(0, 2)] if conversation.customer == "Ау?" else []


def broken(document, conversation, parameters):
    return 1 / 0


def wrong(document, conversation, parameters):
    return [(0, "два")]
'''
POINTS = "\n".join(
    f"plug-{name} = replylint_probe_plugin:{name}"
    for name in ("twice", "outside", "customer", "broken", "wrong", "nowhere")
)


@pytest.fixture(autouse=True)
def plugin(tmp_path, monkeypatch):
    folder = tmp_path / "installed"
    folder.mkdir()
    points = POINTS + "\nplug-lost = replylint_probe_lost:twice"
    install_plugin(folder, monkeypatch, "replylint_probe_plugin", CODE, signals=points)


def linter_with(folder, python, more=""):
    body = f"signals:\n  plugged:\n    python: {python}\n{more}rules:\n"
    return linter_of(folder, body + rule("forbid: plugged"))


def test_the_functions_of_installed_packages_are_known():
    assert {"plug-twice", "plug-broken"} <= set(plugin_names(SIGNALS))
    assert "plug-twice" not in plugin_names(CHECKS)
    assert load_plugin(SIGNALS, "plug-twice").__name__ == "twice"
    with pytest.raises(KeyError):
        load_plugin(SIGNALS, "plug-no")
    with pytest.raises(KeyError):
        load_plugin(CHECKS, "plug-twice")


def test_a_function_finds_places_in_the_parsed_reply(tmp_path):
    linter = linter_with(tmp_path, "plug-twice")
    assert found(linter, "Вот Вот, и и всё") == ["Вот Вот", "и и"]


def test_a_function_is_told_the_parameters_of_the_pack(tmp_path):
    linter = linter_with(tmp_path, "{name: plug-twice, with: {letters: 2}}")
    assert found(linter, "Вот вот, и и всё") == ["Вот вот"]


def test_a_function_is_told_the_conversation(tmp_path):
    linter = linter_with(tmp_path, "plug-customer")
    assert found(linter, "Да.", customer="Ау?") == ["Да"]
    assert found(linter, "Да.") == []


def test_what_lies_outside_the_reply_is_cut_off(tmp_path):
    assert found(linter_with(tmp_path, "plug-outside"), "Да нет") == ["Да", "нет"]


def test_zones_and_exceptions_hold_for_functions(tmp_path):
    linter = linter_with(tmp_path, "plug-twice", '    except: ["ну ну"]\n')
    assert found(linter, "> да да\nНу ну, вот вот") == ["вот вот"]


@pytest.mark.parametrize("name", ["broken", "wrong"])
def test_a_function_that_breaks_is_a_failure_of_its_rule(tmp_path, name):
    body = f"signals:\n  plugged: {{python: plug-{name}}}\nrules:\n" + rule("forbid: plugged")
    linter = linter_of(tmp_path, body + rule('forbid: ["плохо"]', "other"))
    result = linter.check("Плохо.")
    assert [failure.rule for failure in result.failures] == ["ru/probe:probe"]
    assert [finding.rule for finding in result.findings] == ["other"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        (
            "plug-twise",
            "no installed plugin offers “plug-twise” among its signals; did you mean “plug-twice”?",
        ),
        ("plug-lost", "the plugin cannot be loaded: No module named 'replylint_probe_lost'"),
        ("plug-nowhere", "the plugin cannot be loaded: "),
    ],
)
def test_a_function_that_is_not_there_is_told_at_its_place(pack, name, message):
    [problem] = problems_of(pack(f"signals:\n  a:\n    python: {{name: {name}}}\n"))
    assert told(problem).startswith(f"7:13 {message}")


def test_a_plugin_is_loaded_only_when_a_pack_names_it(tmp_path, monkeypatch):
    folder = tmp_path / "loud"
    folder.mkdir()
    code = 'raise RuntimeError("loaded")\n'
    install_plugin(
        folder, monkeypatch, "replylint_probe_loud", code, signals="loud = replylint_probe_loud:x"
    )
    assert found(linter_with(tmp_path, "plug-twice"), "да да") == ["да да"]
    path = tmp_path / "loud.yml"
    path.write_text(
        (tmp_path / "probe.yml").read_text(encoding="utf-8").replace("plug-twice", "loud"),
        encoding="utf-8",
    )
    assert "the plugin cannot be loaded: loaded" in problems_of(path)[0].message
    assert Linter([tmp_path / "probe.yml"]).packs[0].name == "ru/probe"
