"""What was judged before: canned replies that are as they were need not be judged again.

Only replies of macro libraries are kept, never drafts or conversations with customers. For each
file of a library there is one file in the user's cache folder. Its head tells everything that a
judgement depends on but the reply itself: the code, the packages, the packs, the settings. It holds
only while that is as it was; whatever goes wrong, replies are judged as if nothing had been kept.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, replace
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from replylint.batch import Judged, Known
from replylint.conversation import Conversation
from replylint.finding import Edit, Finding, Learned, Quote, Severity
from replylint.linter import Linter
from replylint.own_files import cache_folder, code_files, installed_packages
from replylint.packs.shipped import profiles_folder
from replylint.private_files import keep_newest, read_private, write_private
from replylint.settings.settings import Settings
from replylint.signals.plugin import CHECKS, SIGNALS, plugin_modules
from replylint.template import is_template
from replylint.translation import current_language

_FORMAT = 1
_MOST_FILES = 5000
_MOST_REPLIES = 5000
"""So many files are kept, and so many replies of one library file."""

_MOST_OPEN = 8
"""Several processes that read ahead come back to a file that is over."""

_PLAIN = tuple(f.name for f in fields(Finding) if f.type in ("str", "int", "tuple[str, ...]"))


class Judgements(Known):
    """The judgements of this run, and those that earlier runs kept of the same library files."""

    def __init__(self, linter: Linter) -> None:
        super().__init__()
        folder = cache_folder()
        self._folder = None if folder is None else Path(folder) / "judgements"
        self._linter = linter
        self._choices: dict[int, str] = {}
        self._open: dict[str, _OfFile] = {}

    def get(self, reply: Conversation) -> Judged | None:
        """The judgement of a reply; None when it must be judged."""
        of_file = self._of_file(reply)
        return super().get(reply) if of_file is None else of_file.get(_key(reply))

    def add(self, reply: Conversation, judged: Judged) -> None:
        """Remember a judgement for this run, and that of a canned reply for the next ones."""
        of_file = self._of_file(reply)
        if of_file is None:
            super().add(reply, judged)
        else:
            of_file.add(_key(reply), judged)

    def keep(self) -> None:
        """Write what is not written yet."""
        while self._open:
            self._close_first()
        if self._folder is not None and self._folder.is_dir():
            with suppress(OSError):
                keep_newest(self._folder, _MOST_FILES)

    def _close_first(self) -> None:
        source = next(iter(self._open))
        self._open.pop(source).keep()

    def _of_file(self, reply: Conversation) -> _OfFile | None:
        """What is kept of a reply's file; None when nothing of this reply is to be kept."""
        if self._folder is None or reply.macro is None or reply.before:
            return None
        if not is_template(reply.channel):
            return None
        if reply.source not in self._open:
            if len(self._open) >= _MOST_OPEN:
                self._close_first()
            name = _digest(os.path.abspath(reply.source))  # noqa: PTH100
            stamp = _digest(self._stamp, self._choices_for(reply.source))
            self._open[reply.source] = _OfFile(self._folder / f"{name}.json", stamp)
        return self._open[reply.source]

    @cached_property
    def _stamp(self) -> str:
        return _stamp(self._linter)

    def _choices_for(self, source: str) -> str:
        linter = self._linter.for_path(source)
        if id(linter) not in self._choices:
            self._choices[id(linter)] = _choices(linter.settings)
        return self._choices[id(linter)]


class _OfFile:
    """The judgements of the replies of one library file, by the marks of the replies."""

    def __init__(self, path: Path, stamp: str) -> None:
        self._path = path
        self._stamp = stamp
        self._old = self._read()
        self._used: dict[str, Any] = {}
        self._fresh: dict[str, Judged] = {}

    def get(self, key: str) -> Judged | None:
        if key in self._fresh:
            return self._fresh[key]
        found = self._old.get(key)
        if found is None:
            return None
        try:
            judged = _judged(found)
        except (TypeError, ValueError, KeyError):
            return None
        self._used[key] = found
        return judged

    def add(self, key: str, judged: Judged) -> None:
        if not judged.failures:
            self._fresh[key] = judged

    def keep(self) -> None:
        """Write the file anew where there is more to keep; those of this run go first."""
        if not self._fresh:
            return
        fresh = {key: _record(judged) for key, judged in self._fresh.items()}
        every = list({**fresh, **self._used, **self._old}.items())
        replies = dict(every[:_MOST_REPLIES])
        content = {"format": _FORMAT, "stamp": self._stamp, "replies": replies}
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        with suppress(OSError):
            write_private(self._path, text.encode(errors="surrogatepass"))
        self._old, self._fresh = replies, {}

    def _read(self) -> dict[str, Any]:
        content = read_private(self._path)
        try:
            stored = json.loads(content.decode(errors="surrogatepass")) if content else {}
            if stored.get("format") == _FORMAT and stored.get("stamp") == self._stamp:
                return dict(stored["replies"])
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            pass
        return {}


def _key(reply: Conversation) -> str:
    return _digest(reply.channel or "", reply.reply)


def _digest(*parts: str) -> str:
    return sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]


def _stamp(linter: Linter) -> str:
    """What all judgements of a run depend on, whichever file they are about.

    Contents count, not times: an installation anew, as in CI, changes nothing.
    """
    packs = [(pack.name, _content(pack.path)) for pack in linter.packs]
    profiles = [(path.name, _content(path)) for path in sorted(profiles_folder().iterdir())]
    environment = os.environ.get("REPLYLINT_SYNTAX", "")
    told = (sys.version, environment, current_language(), *installed_packages(), *known_code())
    return _digest(*told, repr(packs), repr(profiles))


def _content(path: str | Path) -> str:
    try:
        return sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""


@lru_cache(maxsize=1)
def known_code() -> tuple[str, ...]:
    """Marks of our code and of that of plugins, which may lie outside the installed packages.

    A process that goes on running goes on with the code that it has read.
    """
    files = code_files()
    modules = {name for group in (SIGNALS, CHECKS) for name in plugin_modules(group)}
    for name in sorted({name.partition(".")[0] for name in modules} - {"replylint"}):
        spec = find_spec(name)
        homes = list(spec.submodule_search_locations or ()) if spec is not None else []
        for home in homes:
            files += code_files(home)
        if spec is not None and spec.origin and not homes:
            files.append(spec.origin)
    return tuple(_content(path) for path in files)


def _choices(settings: Settings) -> str:
    """What settings say about judging the replies of a file."""
    choices = settings.choices
    judging = replace(
        choices,
        options=dict(sorted(choices.options.items())),
        format=None,
        fields=None,
        fail_on=None,
        library=None,
        penalties={},
    )
    own_channel = None if settings.own is None else settings.own.channel
    told = settings.profile is None, own_channel, settings.learned, settings.repetitions
    return repr((judging, told))


def _record(judged: Judged) -> dict[str, Any]:
    return {"language": judged.language, "findings": [_of_finding(f) for f in judged.findings]}


def _of_finding(finding: Finding) -> dict[str, Any]:
    learned, context = finding.learned, finding.context
    return {
        **{name: getattr(finding, name) for name in _PLAIN},
        "severity": int(finding.severity),
        "edits": [(edit.start, edit.end, edit.text) for edit in finding.edits],
        "context": None if context is None else (context.role, context.text),
        "learned": None
        if learned is None
        else (learned.model, learned.label, learned.probability, learned.examples),
    }


def _judged(record: Mapping[str, Any]) -> Judged:
    return Judged(record["language"], tuple(_finding(f) for f in record["findings"]), ())


def _finding(record: Mapping[str, Any]) -> Finding:
    context = record["context"]
    values = {name: record[name] for name in _PLAIN}
    values["suggestions"] = tuple(values["suggestions"])
    return Finding(
        **values,
        severity=Severity(record["severity"]),
        edits=tuple(Edit(start, end, text) for start, end, text in record["edits"]),
        context=None if context is None else Quote(*context),
        learned=_learned(record["learned"]),
    )


def _learned(record: Sequence[Any] | None) -> Learned | None:
    if record is None:
        return None
    model, label, probability, examples = record
    return Learned(model, label, probability, tuple(examples))
