"""What can be known of a spaCy pattern without spaCy: mistakes, demanded words, need of a parser.

spaCy takes longer to import than most replies take to check, and most replies have not the words
that a pattern demands; so this is done first.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from typing import Any

import regex

from replylint.text.document import Document
from replylint.text.language import morphology_of
from replylint.text.lexeme_errors import UnknownLexemeError
from replylint.text.normal import normal
from replylint.text.tokens import Kind, tokenize
from replylint.translation import _

TokenSpec = Mapping[str, Any]
"""One token of a spaCy pattern: attributes and their values."""

Demands = Sequence[frozenset[str]]
"""Groups of words (comparable forms) of which each must have a member in the sentence."""

_PARSER = frozenset({"POS", "TAG", "MORPH", "DEP"})
_OF_FORM = frozenset({"ORTH", "TEXT", "LOWER", "NORM", "LEMMA"})
_PARSED_LANGUAGES = ("ru",)
_STRINGS = _PARSER | _OF_FORM | {"SHAPE"}
_FLAGS = frozenset(
    """SPACY IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_UPPER IS_TITLE IS_PUNCT IS_BRACKET IS_QUOTE
    IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY IS_STOP IS_SENT_START SENT_START LIKE_NUM LIKE_URL
    LIKE_EMAIL""".split()
)
_KNOWN = _STRINGS | _FLAGS | {"LENGTH", "OP"}
_LISTS = frozenset({"IN", "NOT_IN", "IS_SUBSET", "IS_SUPERSET", "INTERSECTS"})
_COMPARISONS = frozenset({"==", "!=", ">=", "<=", ">", "<"})
_FUZZY = frozenset({"FUZZY", *(f"FUZZY{n}" for n in range(1, 10))})
_OPERATOR = re.compile(r"[*+?!]|\{\d+\}|\{\d+,\d*\}|\{\d*,\d+\}")
_AT_LEAST_ONE = re.compile(r"\+|\{0*[1-9]\d*(?:,\d*)?\}")
_PARTS = frozenset(
    """ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X""".split()
)
_RELATIONS = frozenset(
    """ROOT acl acl:relcl advcl advmod amod appos aux aux:pass case cc ccomp compound conj cop csubj
    csubj:pass dep det discourse dislocated expl fixed flat flat:foreign flat:name goeswith iobj
    list mark nmod nsubj nsubj:pass nummod nummod:entity nummod:gov obj obl obl:agent orphan
    parataxis punct vocative xcomp obl:tmod""".split()
)
_CLOSED = {"POS": _PARTS, "TAG": _PARTS, "DEP": _RELATIONS}


def prepared(spec: object, language: str) -> dict[str, Any]:
    """A checked token of a pattern; attributes in capitals, lemmas and norms in comparable form.

    Raises ``ValueError`` for what can never match in the language, or is no token of a pattern.
    """
    if not isinstance(spec, Mapping):
        raise ValueError(_("a token of a pattern is a mapping, such as {LEMMA: мочь}"))
    checked: dict[str, Any] = {}
    for key, value in spec.items():
        name = str(key).upper()
        if name not in _KNOWN:
            raise ValueError(_unknown(str(key)))
        if name in _PARSER and language not in _PARSED_LANGUAGES:
            message = _("{name} needs a parser, and there is none for this language")
            raise ValueError(message.format(name=name))
        _check_value(name, value)
        checked[name] = _comparable(value) if name in ("LEMMA", "NORM") else value
    for name in _OF_FORM.intersection(checked):
        _forms(name, _exact_values(checked[name]), language)
    return checked


def needs_parser(specs: Sequence[TokenSpec]) -> bool:
    """Whether prepared tokens ask for more than forms and likeliest lemmas."""
    return any(not _PARSER.isdisjoint(spec) for spec in specs)


def demands(specs: Sequence[TokenSpec], language: str) -> Demands:
    """The words that a sentence must have to match the prepared tokens."""
    groups: list[frozenset[str]] = []
    for spec in specs:
        if not _AT_LEAST_ONE.fullmatch(spec.get("OP", "+")):
            continue
        for name in _OF_FORM.intersection(spec):
            forms = _forms(name, _exact_values(spec[name]), language)
            if forms:
                groups.append(forms)
    return groups


def sentences_with(document: Document, groups: Demands) -> list[int]:
    """The numbers of the document's sentences that have a word of every group."""
    present = set(document.words)
    if any(present.isdisjoint(group) for group in groups):
        return []
    return [
        number
        for number, sentence in enumerate(document.sentences)
        if not any(
            group.isdisjoint(document.words[sentence.first : sentence.end]) for group in groups
        )
    ]


def _check_value(name: str, value: object) -> None:
    if name == "OP":
        if not (isinstance(value, str) and _OPERATOR.fullmatch(value)):
            raise ValueError(
                _("OP is one of ! ? + * {{n}} {{n,m}}, not “{value}”").format(value=value)
            )
    elif name in _FLAGS:
        if not isinstance(value, bool):
            raise ValueError(_("{name} is true or false").format(name=name))
    elif isinstance(value, Mapping):
        _check_predicates(name, value)
    elif name == "LENGTH":
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(_("LENGTH is a number"))
    elif not isinstance(value, str):
        raise ValueError(_("the value of {name} is a text in quotes").format(name=name))
    else:
        _check_text(name, value)


def _check_predicates(
    name: str, predicates: Mapping[Any, Any], *, of_expressions: bool = False
) -> None:
    known = {"REGEX"} | _LISTS | (_COMPARISONS if name == "LENGTH" else _FUZZY)
    for key, value in predicates.items():
        operator = str(key).upper()
        if operator not in known:
            message = _("{name} cannot be compared by “{operator}”; there are: {known}")
            raise ValueError(message.format(name=name, operator=key, known=" ".join(sorted(known))))
        if operator in _LISTS:
            if not isinstance(value, list):
                raise ValueError(_("{operator} needs a list of values").format(operator=operator))
            for item in value if operator in ("IN", "NOT_IN") else ():
                if of_expressions and isinstance(item, str):
                    _check_expression(item)
                else:
                    _check_value(name, item)
        elif operator == "REGEX" and isinstance(value, str):
            _check_expression(value)
        elif isinstance(value, Mapping):
            _check_predicates(name, value, of_expressions=operator == "REGEX")


def _check_expression(value: str) -> None:
    """The expression must be one for spaCy (``re``) and for searching with a limit (``regex``)."""
    try:
        re.compile(value)
        regex.compile(value)
    except (re.error, regex.error) as error:
        message = _("“{value}” is no regular expression: {error}")
        raise ValueError(message.format(value=value, error=error)) from error


def _check_text(name: str, value: str) -> None:
    closed = _CLOSED.get(name)
    if closed is not None and value not in closed:
        raise ValueError(_no_such(name, value, closed))
    if name == "LOWER" and value != value.lower():
        raise ValueError(_("LOWER never has capital letters: “{value}”").format(value=value))
    if name in _OF_FORM and len(tokenize(value)) != 1:
        message = _("“{value}” is not one token; each token takes its own mapping")
        raise ValueError(message.format(value=value))


def _unknown(name: str) -> str:
    near = difflib.get_close_matches(name.upper(), sorted(_KNOWN), 1, 0.5)
    hint = " " + _("Did you mean {name}?").format(name=near[0]) if near else ""
    return _("no token has the attribute “{name}”.").format(name=name) + hint


def _no_such(name: str, value: str, known: frozenset[str]) -> str:
    message = _("no token has the {name} “{value}”; there are: {known}")
    return message.format(name=name, value=value, known=" ".join(sorted(known)))


def _comparable(value: object) -> object:
    if isinstance(value, str):
        return normal(value)
    if isinstance(value, Mapping):
        return {
            key: [normal(item) if isinstance(item, str) else item for item in inner]
            if str(key).upper() in _LISTS
            else inner
            for key, inner in value.items()
        }
    return value


def _exact_values(value: object) -> Sequence[str]:
    """The values of which a token must have one; none when that cannot be said."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if str(key).upper() == "IN":
                return [item for item in inner if isinstance(item, str)]
    return []


def _forms(name: str, values: Sequence[str], language: str) -> frozenset[str]:
    """The words that have one of the values; none when one of them is no word."""
    found: set[str] = set()
    for value in values:
        tokens = tokenize(value)
        if len(tokens) != 1 or tokens[0].kind in (Kind.MARK, Kind.SPACE):
            return frozenset()
        if name != "LEMMA" or tokens[0].kind is not Kind.WORD:
            found.add(normal(value))
            continue
        try:
            found |= morphology_of(language).forms(value)
        except UnknownLexemeError as error:
            message = _("“{word}” is no dictionary form; write “{form}”")
            raise ValueError(message.format(word=error.word, form=error.dictionary_form)) from error
    return frozenset(found)
