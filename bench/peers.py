"""The other tools that are measured beside replylint, those of them that are installed.

textlint with textlint-rule-prh, write-good: in a folder `node_modules` (`--node-modules`).
semgrep, krrkt, pylat-ru, proselint: each in a virtual environment of its own name in the folder
that `--tools` names, so that their requirements do not meet:

    for tool in semgrep krrkt pylat-ru proselint; do
        python -m venv tools/$tool && tools/$tool/bin/pip install $tool
    done

Tools that take rules get the plain phrases of the packs; the others have rules of their own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from figures import Figures, in_russian, microseconds, whole_process

_SPACY = (
    "import sys, spacy; from spacy.matcher import PhraseMatcher\n"
    "nlp = spacy.blank('ru'); m = PhraseMatcher(nlp.vocab, attr='LOWER')\n"
    "m.add('p', list(nlp.pipe(open(sys.argv[1], encoding='utf-8').read().splitlines())))\n"
    "print(len(m(nlp(sys.stdin.read()))))"
)
_PYLAT = (
    "import sys; from pylat_ru import LanguageToolRU\n"
    "print(len(LanguageToolRU().check(sys.stdin.read())))"
)
_EACH = """
import json, sys, time
texts = json.load(open(sys.argv[1], encoding="utf-8"))
{load}
for text in texts:
    check(text)
start = time.process_time()
for text in texts:
    check(text)
print((time.process_time() - start) * 1e6 / len(texts))
"""
_LIBRARIES = {
    "krrkt": "from krrkt.engine.fast_layer import FastLayer; check = FastLayer().analyze",
    "pylat-ru": "from pylat_ru import LanguageToolRU; check = LanguageToolRU().check",
}
"""How a tool with rules of its own is called from Python."""

_FEW = 40
"""So many replies are enough for tools that take many milliseconds for each."""


@dataclass(frozen=True, slots=True)
class Command:
    """Another tool's command that checks one draft."""

    name: str
    """Its name in the table."""

    call: Sequence[str]
    """The program and its arguments."""

    given: str = ""
    """What goes to its standard input."""


class Peers:
    """The tools that are there, with the same phrases as rules where they take any."""

    def __init__(
        self, work: Path, phrases: Sequence[str], node_modules: Path, tools: Path | None
    ) -> None:
        self._work = work
        self.phrases = phrases
        self._node_modules = node_modules
        self._tools = tools

    def commands(self, draft: str) -> Iterator[Command]:
        """A call of each tool with the draft."""
        file = self._work / "draft.md"
        file.write_text(draft, encoding="utf-8")
        if self._has_textlint():
            yield Command("textlint + prh, the same phrases", self._textlint([file]))
        if semgrep := self._program("semgrep", "semgrep"):
            yield Command("semgrep, the same phrases", self._semgrep(semgrep, file))
        if krrkt := self._program("krrkt", "krrkt"):
            yield Command("krrkt --no-llm", [krrkt, "check", "--no-llm", str(file)])
        if pylat := self._program("pylat-ru", "python"):
            yield Command("pylat-ru", [pylat, "-c", _PYLAT], draft)
        if (write_good := self._node_modules / ".bin" / "write-good").exists():
            yield Command("write-good (English)", [str(write_good), str(file)])
        if proselint := self._program("proselint", "proselint"):
            yield Command("proselint (English)", [proselint, "check", str(file)])
        listed = self._work / "phrases.txt"
        listed.write_text("\n".join(self.phrases), encoding="utf-8")
        yield Command(
            "spaCy blank + PhraseMatcher, the same phrases",
            [sys.executable, "-c", _SPACY, str(listed)],
            draft,
        )

    def measure_phrases(self, figures: Figures, texts: Sequence[str], ours: float) -> None:
        """The same phrases in the same replies without the time to start; ours in microseconds."""
        self._add(figures, "the same: spaCy blank + PhraseMatcher", self._spacy_time(texts), ours)
        if self._has_textlint():
            files = self._files(texts[:200])
            few = whole_process(self._textlint(files[:1]), "", 1)[0]
            many = whole_process(self._textlint(files), "", 1)[0]
            each = (many - few) * 1000 / (len(files) - 1)
            name = f"textlint + prh ({len(files)} files less the start)"
            self._add(figures, f"the same: {name}", each, ours)

    def measure_libraries(self, figures: Figures, texts: Sequence[str], ours: float) -> None:
        """Tools with rules of their own, beside all packs; ours in microseconds for a reply."""
        given = self._work / "texts.json"
        given.write_text(json.dumps(list(texts[:_FEW])), encoding="utf-8")
        for name, load in _LIBRARIES.items():
            if python := self._program(name, "python"):
                code = _EACH.format(load=load)
                done = subprocess.run(
                    [python, "-c", code, str(given)], capture_output=True, text=True, check=True
                )
                self._add(figures, f"library, {name}, its own rules", float(done.stdout), ours)

    def _add(self, figures: Figures, name: str, theirs: float, ours: float) -> None:
        figures.add(name, in_russian(name), f"{theirs:.0f} µs, ×{theirs / ours:.1f}")

    def _program(self, tool: str, name: str) -> str:
        """The path of a program in the environment of a tool; empty when it is not there."""
        path = self._tools / tool / "bin" / name if self._tools else None
        return str(path.absolute()) if path and path.exists() else ""

    def _has_textlint(self) -> bool:
        return (self._node_modules / ".bin" / "textlint").exists()

    def _textlint(self, files: Sequence[Path]) -> list[str]:
        """The phrases as a dictionary of prh (its YAML may be JSON)."""
        rules = [{"expected": "—", "pattern": f"/{phrase}/i"} for phrase in self.phrases]
        prh = self._work / "prh.json"
        prh.write_text(json.dumps({"version": 1, "rules": rules}, ensure_ascii=False), "utf-8")
        config = self._work / "textlintrc.json"
        rule = {"rulePaths": [str(prh)]}
        config.write_text(json.dumps({"rules": {"prh": rule}}), encoding="utf-8")
        return [
            str(self._node_modules / ".bin" / "textlint"),
            "--config",
            str(config),
            "--rules-base-directory",
            str(self._node_modules),
            *map(str, files),
        ]

    def _semgrep(self, program: str, file: Path) -> list[str]:
        rule = {
            "id": "bench",
            "languages": ["regex"],
            "severity": "WARNING",
            "message": "bench",
            "pattern-either": [{"pattern-regex": f"(?i){phrase}"} for phrase in self.phrases],
        }
        config = self._work / "semgrep.yml"
        config.write_text(json.dumps({"rules": [rule]}, ensure_ascii=False), encoding="utf-8")
        quiet = ["--metrics", "off", "--disable-version-check", "--quiet", "--no-git-ignore"]
        return [program, "scan", *quiet, "--config", str(config), str(file)]

    def _files(self, texts: Sequence[str]) -> list[Path]:
        folder = self._work / "many"
        folder.mkdir()
        files = [folder / f"{number}.md" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        return files

    def _spacy_time(self, texts: Sequence[str]) -> float:
        import spacy
        from spacy.matcher import PhraseMatcher

        nlp = spacy.blank("ru")
        matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
        matcher.add("phrase", list(nlp.pipe(self.phrases)))
        times = microseconds(lambda text: len(matcher(nlp(text))), texts)
        return sum(times) / len(times)
