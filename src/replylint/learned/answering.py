"""How likely it is that a question of the customer is left without an answer.

A model of questions first goes by *signs*: what kind of answer the question wants, whether the
reply gives such a thing, what comes back of the customer's words, how many words put off. Where
these find it possible at all, and the encoder is installed, a network decides, which looks at the
meaning of every sentence of the reply beside the question, and at the signs (``answer_network``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy

from replylint.learned.answer_network import AnswerNetwork, Beside, beside
from replylint.learned.model import Calibration, Voice
from replylint.text import russian, vectors
from replylint.text.answer_words import (
    DOUBTS,
    ELSEWHERE,
    FIRST_WORDS,
    FREE,
    HEDGES,
    NEGATIONS,
    PLAIN_YES_OR_NO,
    REQUESTS,
    SALES,
    SHRUGS,
)
from replylint.text.answers import (
    Candidate,
    Given,
    Part,
    by_meaning,
    candidates,
    parts_of,
    shared_stems,
    texts_of,
)
from replylint.text.content import content_lemmas
from replylint.text.document import Document
from replylint.text.one_thread import one_thread
from replylint.text.questions import Asked, Question, questions_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[numpy.float32]

ONLY_QUESTION, ONE_OF_SEVERAL = "only-question", "one-of-several"
"""Labels of a model for messages that ask one thing, and for those that ask several."""

VERSION = 4
"""The version of the signs and the network's features: models of another one cannot be used."""

_KINDS = tuple(Asked)
_GIFTS = tuple(Given)
_MOST_PARTS = 3
_MOST_NEW = 4


class Pair(NamedTuple):
    """A question beside the reply: the sentences that could answer it, the strongest first."""

    question: Question
    candidates: Sequence[Candidate]


class Asking(NamedTuple):
    """A message with its questions, and a reply."""

    message: Document
    reply: Document
    parts: Sequence[Part]
    pairs: Sequence[Pair]

    def by_meaning(self) -> Asking:
        """The same, with the sentences compared by their meaning as well."""
        pairs = [
            pair._replace(candidates=by_meaning(self.message, pair.question, pair.candidates))
            for pair in self.pairs
        ]
        return self._replace(pairs=pairs)


def asking(message: Document, reply: Document) -> Asking:
    """The questions of a message, each beside what the reply says to it, by words alone."""
    questions = questions_of(message)
    parts = parts_of(reply) if questions else []
    pairs = [Pair(question, candidates(message, question, parts)) for question in questions]
    return Asking(message, reply, parts, pairs)


def is_meant(label: str, given: Asking) -> bool:
    """Whether a label is for messages that ask so many things."""
    if label in (ONLY_QUESTION, ONE_OF_SEVERAL):
        return (label == ONE_OF_SEVERAL) == (len(given.pairs) > 1)
    return True


@dataclass(eq=False, slots=True)
class AnswerModel:
    """What was learned about questions and replies, as ``learned.answer_file`` reads it.

    ``label`` is what it tells of every question; `labels` has two more, for messages that ask one
    thing and for those that ask several. ``centre`` and ``spread`` bring each sign to the same
    scale. ``possible`` is the probability by signs alone from which on the network is asked.
    ``several`` judges messages with several questions in its place.
    """

    name: str
    label: str
    centre: Floats
    spread: Floats
    signs: Voice
    network: AnswerNetwork
    by_signs: Calibration
    by_network: Calibration
    possible: float
    several: AnswerModel | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """What the model can be asked for."""
        return (self.label, ONLY_QUESTION, ONE_OF_SEVERAL)

    def unanswered(self, given: Asking) -> list[float]:
        """For each question the probability (0 to 1) that the reply leaves it unanswered.

        ``given`` is by words alone; meanings are asked where the signs find it possible at all.
        """
        if not given.pairs:
            return []
        if self.several is not None and len(given.pairs) > 1:
            return self.several.unanswered(given)
        signs = self.scored(signs_of(given))
        found = self._by_signs(signs)
        if vectors.can_encode() and found.max() >= self.possible:
            with one_thread():
                scores = [[self.network.score(one)] for one in besides(given.by_meaning(), signs)]
            found = self.by_network.probabilities(numpy.array(scores, dtype=numpy.float32))
        return [float(value) for value in found[:, 0]]

    def compared(self, given: Asking) -> list[str]:
        """The texts that are going to be encoded; none where meanings will not be asked."""
        if self.several is not None and len(given.pairs) > 1:
            return self.several.compared(given)
        if self._by_signs(self.scored(signs_of(given))).max() < self.possible:
            return []
        pairs = [texts_of(given.message, one.question, one.candidates) for one in given.pairs]
        return [text for texts in pairs for text in texts]

    def _by_signs(self, scaled: Floats) -> Floats:
        return self.by_signs.probabilities(scaled @ self.signs.weights + self.signs.base)

    def scored(self, signs: Floats) -> Floats:
        """Signs on the scale of the weights."""
        result: Floats = (signs - self.centre) / self.spread
        return result


def signs_of(given: Asking) -> Floats:
    """The signs of every question, a row for each."""
    common = list(_of_reply(given))
    rows = [[*_of_question(given, pair), *common] for pair in given.pairs]
    return numpy.array(rows, dtype=numpy.float32)


def besides(given: Asking, signs: Floats) -> list[Beside]:
    """What the network sees of each question; ``signs`` are a row for each, scaled.

    Raises ``ImportError`` without the encoder.
    """
    return [
        beside(_text(given.message, pair.question), own, pair.candidates)
        for pair, own in zip(given.pairs, signs, strict=True)
    ]


def _of_question(given: Asking, pair: Pair) -> Iterator[float]:
    question, found = pair
    about = content_lemmas(given.message, question.first, question.end)
    said = frozenset().union(*(part.about for part in given.parts))
    share = len(shared_stems(about, said)) / max(1, len(about))
    giving = [one for one in found if one.gives]
    best_share = max((len(one.shared) / max(1, len(about)) for one in giving), default=0.0)
    verbs = _verbs(given, question)
    back = not verbs.isdisjoint(_lemmas(given.reply))
    plainly = _plainly_given(given, question, verbs_back=back, given_anyhow=bool(giving))
    several = len(given.pairs) > 1
    hedged = not HEDGES[given.reply.language].isdisjoint(_own_words(given))
    new = _new_numbers(given)
    counts = _counts(given.parts)
    yield from (plainly, back, share, share == 0, best_share, bool(giving))
    yield from (bool(found) and bool(found[0].gives), len(about), several, question.marked)
    yield from (question.end - question.first, several and not plainly, several * (1 - share))
    for kind in _KINDS:
        is_kind = question.asked is kind
        yield from (is_kind, is_kind and plainly, is_kind and not plainly and share == 0)
        yield from (is_kind * share, is_kind and not new, is_kind and hedged)
        yield from (is_kind * count for count in counts)


def _of_reply(given: Asking) -> Iterator[float]:
    document, parts = given.reply, given.parts
    language, words = document.language, document.words
    here = frozenset(words)
    own = _own_words(given)
    said, asked = content_lemmas(document), content_lemmas(given.message)
    back = shared_stems(asked, said)
    new = _new_numbers(given)
    first = [frozenset(words[part.first : part.first + 2]) for part in parts]
    text = document.text
    yield from (float(numpy.log1p(len(words))), len(parts), "?" in text)
    yield from (min(_MOST_PARTS, len(own & HEDGES[language])), bool(own & HEDGES[language]))
    yield from (not REQUESTS[language].isdisjoint(_lemmas(document)), bool(here & SHRUGS[language]))
    for told in (DOUBTS, ELSEWHERE, SALES):
        count = len(own & told[language])
        yield from (min(_MOST_PARTS, count), bool(count))
    yield from (min(_MOST_NEW, new), new == 0)
    yield from (_has(document, kinds) for kinds in (("date", "time", "duration"), ("money",)))
    yield from (_has(document, ("url", "email", "phone")), _has_blank(document))
    yield from (any(words & FIRST_WORDS[language] for words in first),)
    yield from (bool(first) and bool(first[0] & FIRST_WORDS[language]),)
    yield from (bool(here & PLAIN_YES_OR_NO[language]), bool(here & NEGATIONS[language]))
    yield from ("»" in text, "!" in text, text.count(")") - text.count("("))
    yield from (len(back) / max(1, len(asked)), not back)
    yield from (len(said) / max(1, len(words)), len(said - asked))
    yield from _counts(parts)


def _plainly_given(
    given: Asking, question: Question, *, verbs_back: bool, given_anyhow: bool
) -> bool:
    """Whether the reply gives, for sure, the kind of thing that the question wants."""
    document = given.reply
    here = frozenset(document.words)
    match question.asked:
        case Asked.WHETHER:
            return verbs_back or bool(here & PLAIN_YES_OR_NO[document.language])
        case Asked.PRICE:
            return _has(document, ("money",)) or bool(here & FREE[document.language])
        case _:
            return given_anyhow


def _verbs(given: Asking, question: Question) -> frozenset[str]:
    """The verbs of a question: «принимаете ли» is answered by «принимаем»."""
    if given.message.language != "ru":
        return content_lemmas(given.message, question.first, question.end)
    found: set[str] = set()
    for word in given.message.words[question.first : question.end]:
        if any(tag.POS in ("VERB", "INFN", "PRTS", "ADJS") for tag in russian.tags(word)[:1]):
            found.update(russian.lemmas(word)[:2])
    return frozenset(found)


def _lemmas(document: Document) -> frozenset[str]:
    if document.language != "ru":
        return frozenset(document.words)
    return frozenset(lemma for word in document.words for lemma in russian.lemmas(word)[:2])


def _counts(parts: Sequence[Part]) -> list[int]:
    """In how many sentences, up to a few, each kind of thing is given."""
    return [min(_MOST_PARTS, sum(gift in part.gives for part in parts)) for gift in _GIFTS]


def _own_words(given: Asking) -> frozenset[str]:
    """The words of the reply that the customer has not used: who asks of them gets no excuse."""
    return frozenset(given.reply.words) - frozenset(given.message.words)


def _new_numbers(given: Asking) -> int:
    """How many words with figures are not the customer's own."""
    known = frozenset(given.message.words)
    return sum(any(c.isdigit() for c in w) and w not in known for w in given.reply.words)


def _has(document: Document, kinds: Sequence[str]) -> bool:
    return any(document.entities(kind) for kind in kinds)


def _has_blank(document: Document) -> bool:
    return _has(document, ("placeholder",)) or "__" in document.text or "ХХ" in document.text


def _text(document: Document, question: Question) -> str:
    return " ".join(document.text[question.start : question.stop].split())
