"""The options about settings and decisions to let findings be, and reading what they name."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from replylint.errors import SettingsError, UsageError
from replylint.settings.places import may_have_settings
from replylint.suppressions.places import may_have_suppressions
from replylint.translation import _

if TYPE_CHECKING:
    from replylint.settings.settings import Settings
    from replylint.sources.paths import Told
    from replylint.suppressions.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line says about settings, as click hands it over."""

    config: str | None = None
    no_config: bool = False
    profile: str | None = None
    no_ignore: bool = False
    no_learned: bool = False

    @classmethod
    def taken_from(cls, values: dict[str, Any]) -> Asked:
        """What belongs here of the values that click hands over; it is taken out of them."""
        return cls(**{field.name: values.pop(field.name) for field in fields(cls)})


def settings_options() -> list[click.Parameter]:
    """The options that choose settings, and those that leave something out."""
    return [
        click.Option(
            ["--config"],
            metavar=_("FILE"),
            help=_("Settings to use; by default replylint.yaml, searched upwards from here."),
        ),
        click.Option(["--no-config"], is_flag=True, help=_("Read no settings.")),
        click.Option(
            ["--profile"],
            metavar=_("NAME"),
            help=_("Where the replies go: chat, email, review, macro, or a profile of your own."),
        ),
        click.Option(
            ["--no-ignore"],
            is_flag=True,
            help=_("Do not read .replylint-ignore.yaml."),
        ),
        click.Option(
            ["--no-learned"],
            is_flag=True,
            help=_("Find only what rules have words for, nothing that was learned from examples."),
        ),
    ]


def settings_asked(asked: Asked) -> Settings:
    """The settings that hold for this call; raises ``SettingsError`` or ``UsageError``."""
    if asked.config is not None and asked.no_config:
        raise UsageError(_("--config and --no-config exclude each other; leave one out"))
    here = _here()
    if asked.config is None and asked.profile is None:
        from replylint.settings.settings import Settings

        if asked.no_config or here is None or not may_have_settings(here):
            return Settings(learned=not asked.no_learned)
    from replylint.packs.shipped import profiles_folder
    from replylint.settings.loading import find_settings, load_settings

    files: list[Path] = []
    try:
        if asked.config is not None:
            files = [Path(asked.config)]
        elif not asked.no_config and here is not None:
            files = find_settings(here)
        settings = load_settings(files, profile=asked.profile, profiles_folder=profiles_folder())
    except SettingsError as error:
        if _has_packs_named():
            raise
        from replylint.packs.misnamed import misnamed_beside

        raise SettingsError(misnamed_beside(error.problems, files)) from error
    _tell_doubts(settings)
    return replace(settings, learned=False) if asked.no_learned else settings


def _tell_doubts(settings: Settings) -> None:
    """A note about each channel in the settings that looks like a slip of the pen."""
    from replylint.channels import channel_doubt
    from replylint.commands import streams
    from replylint.errors import Place
    from replylint.sources.item import Note

    file = Place(str(settings.sources[0]) if settings.sources else "")
    for choices in (settings.choices, *(override.choices for override in settings.overrides)):
        named = [(choices.channel, file)]
        for rule in choices.rules.values():
            place = file if rule.written is None else rule.written.place
            named += [(channel.removeprefix("-"), place) for channel in rule.channels or ()]
        for channel, place in named:
            doubt = channel_doubt(channel)
            if doubt is not None:
                streams.tell_note(Note(place, doubt))


def _has_packs_named() -> bool:
    """Whether the command line names packs, whose rules the settings may speak of."""
    context = click.get_current_context(silent=True)
    return context is not None and bool(context.params.get("pack"))


def suppressions_asked(asked: Asked) -> list[Suppression]:
    """The decisions of the side-car file, unless they are not wanted or there is none."""
    here = _here()
    if here is None or not may_have_suppressions(here):
        return []
    from replylint.suppressions.file import find_suppressions, load_suppressions

    path = None if asked.no_ignore or here is None else find_suppressions(here)
    return [] if path is None else load_suppressions(path)


def told_by(settings: Settings, path: str) -> Told:
    """What the settings say about reading one file."""
    from replylint.macros.names import Fields
    from replylint.sources.paths import Told

    choices = settings.for_path(path).choices
    return Told(choices.format, choices.fields or Fields())


def _here() -> Path | None:
    """The working folder; None when it has been removed."""
    try:
        return Path.cwd()
    except OSError:
        return None
