"""What all notations share on the way from a text in a file to a reply."""

from __future__ import annotations

from replylint.hypertext import is_html
from replylint.macros.html import read_html
from replylint.passage import Passage
from replylint.translation import _


def readable(passage: Passage, html: bool | None = None) -> Passage:
    """The text as a reader sees it; whether it is HTML is looked up unless ``html`` says so."""
    return read_html(passage) if html or (html is None and is_html(passage.text)) else passage


def language_code(language: str | None) -> str | None:
    """The language without its country: ``en`` of ``en-US``."""
    return language.replace("_", "-").partition("-")[0].lower() if language else None


def no_replies() -> str:
    """Says that a file has no replies, and what to do."""
    return _(
        "no replies are found in this file; name the fields that hold them in the settings: "
        "fields: {text: …}"
    )
