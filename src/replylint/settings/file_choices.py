"""From the shape of a settings file to choices as the library knows them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from replylint.channels import channel_name
from replylint.errors import FileError, SettingsError
from replylint.finding import Severity
from replylint.macros.names import Fields
from replylint.settings.choices import Choices, ExportChoices, RuleChoice
from replylint.settings.file import ReadFile, shown, there
from replylint.settings.schema import ChoicesFile, ExportsFile, FieldsFile, PlaceholdersFile
from replylint.template import OwnStyle, Placeholders
from replylint.translation import _
from replylint.yamlfile.source import YamlSource, read_text

_WORD_FILE = ".txt"


def choices_of(file: ChoicesFile, source: YamlSource, path: Sequence[str | int] = ()) -> Choices:
    """The choices that stand at a path of a file."""
    return Choices(
        rules={
            name: RuleChoice(
                choice.off,
                Severity.of(choice.severity) if choice.severity else None,
                tuple(map(_channel, choice.channels)) if choice.channels else None,
                source.written((*path, "rules", name), key=True),
            )
            for name, choice in file.rules.items()
        },
        options=dict(file.options),
        channel=channel_name(file.channel),
        words=_words(file.words or (), source, (*path, "words")),
        penalties={Severity.of(name): float(value) for name, value in file.penalties.items()},
        fail_on=Severity.of(file.fail_on) if file.fail_on else None,
        format=file.format,
        fields=None if file.fields is None else _fields(file.fields),
        placeholders=None if file.placeholders is None else _placeholders(file.placeholders),
        written_options={
            name: source.written((*path, "options", name), key=True) for name in file.options
        },
    )


def _channel(chosen: str) -> str:
    """The usual name of a channel; the ``-`` before one that a rule is silent in stays."""
    silent = "-" * chosen.startswith("-")
    return silent + (channel_name(chosen.removeprefix("-")) or "")


def _words(given: Sequence[str], source: YamlSource, path: Sequence[str | int]) -> tuple[str, ...]:
    """The words of a list, and those of the files in it; a file is named from the settings file."""
    from replylint.text.spelling.lexicon import words_in

    words: list[str] = []
    for index, item in enumerate(given):
        if not item.endswith(_WORD_FILE):
            words.extend(item.split())
            continue
        try:
            words.extend(words_in(read_text(Path(source.name).parent / item)))
        except FileError as error:
            message = f"{item}: {error.message}"
            raise SettingsError([source.problem(message, (*path, index))]) from error
    return tuple(words)


def _fields(file: FieldsFile) -> Fields:
    return Fields(tuple(file.text or ()), file.title, file.language, file.key)


def _placeholders(file: PlaceholdersFile) -> Placeholders:
    return Placeholders(
        None if file.styles is None else tuple(file.styles),
        None if file.known is None else tuple(file.known),
        tuple(OwnStyle(own.pattern, own.sample) for own in file.own),
    )


def export_choices_of(file: ExportsFile, source: YamlSource) -> ExportChoices:
    """How exports are read; ``source`` is the file that says so."""
    columns = {
        f"columns.{name}": source.written(("exports", "columns", name), key=True)
        for name in file.columns
    }
    values = {
        name: source.written(("exports", name))
        for name, value in (
            ("from", file.format),
            ("encoding", file.encoding),
            ("timezone", file.timezone),
        )
        if value is not None
    }
    return ExportChoices(
        file.format,
        {name: str(column) for name, column in file.columns.items()},
        file.roles,
        tuple(file.agents or ()),
        file.encoding,
        file.day_first,
        file.bots,
        file.timezone,
        {**columns, **values},
    )


def library_of(read: ReadFile) -> tuple[Path, ...]:
    """The files and folders of the macro library that a settings file names.

    They are named from that file. Raises ``SettingsError`` for what is not there.
    """
    paths: list[Path] = []
    for index, name in enumerate(read.file.library or ()):
        path = there(read.path.parent, name)
        if path is None:
            message = _("there is no file or folder of this name")
            raise SettingsError([read.source.problem(message, ("library", index))])
        paths.append(shown(path))
    return tuple(paths)
