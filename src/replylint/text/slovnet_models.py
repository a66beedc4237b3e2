"""Tagging and parsing by slovnet, with the models that the package natasha carries.

Only the data files of natasha are used: importing it would load another morphology.
"""

from __future__ import annotations

import json
import tarfile
import unicodedata
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from replylint.text.analysis import Analysis, SyntaxMissingError
from replylint.text.lemmas import lemma_in_place
from replylint.text.normal import normal
from replylint.text.trees import best_tree, tree

_PROTOCOL = 1
_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MORPHOLOGY = "model/slovnet_morph_news_v1.tar"
_SYNTAX = "model/slovnet_syntax_news_v1.tar"
_LONGEST = 250
_FIELD = "Имярек"


class SlovnetAnalyser:
    """slovnet's tagger and parser; loading takes about 0.3 s and 150 MB.

    Raises ``SyntaxMissingError`` where a package is not installed.
    """

    def __init__(self) -> None:
        data = _data_folder()
        from slovnet import Morph, Syntax

        embeddings = _embeddings(data / _EMBEDDINGS)
        self._tagger = Morph.load(str(data / _MORPHOLOGY)).navec(embeddings)
        self._parser = Syntax.load(str(data / _SYNTAX)).navec(embeddings)
        self._parser.infer.model.head = _TreeHead(self._parser.infer.model.head)
        self._known = self._tagger.infer.encoder.words_vocab.item_ids
        vocabulary = self._tagger.infer.encoder.words_vocab
        if self._parser.infer.encoder.words_vocab.items == vocabulary.items:
            self._parser.infer.encoder.words_vocab = vocabulary

    def __call__(self, sentences: Sequence[Sequence[str]]) -> list[list[Analysis]]:
        """The analyses of the sentences; one of more than 250 tokens is parsed in parts."""
        parts = [
            (number, [self._readable(word) for word in words[begin : begin + _LONGEST]])
            for number, words in enumerate(sentences)
            for begin in range(0, len(words), _LONGEST)
        ]
        by_length = sorted(range(len(parts)), key=lambda part: len(parts[part][1]))
        chunks = [parts[part][1] for part in by_length]
        tagged = dict(zip(by_length, self._tagger.map(chunks), strict=True))
        parsed = dict(zip(by_length, self._parser.map(chunks), strict=True))
        found: list[_Raw] = [_Raw() for _sentence in sentences]
        for part, (number, _words) in enumerate(parts):
            found[number].add(tagged[part].tokens, parsed[part].tokens)
        return [raw.analyses(words) for raw, words in zip(found, sentences, strict=True)]

    def _readable(self, word: str) -> str:
        """The word as the models know words: no accents or look-alikes, a name for a field."""
        if word.lower() in self._known or not word:
            return word
        if len(word) > 2 and word[0] in "{[%#" and word[-1] in "}]%":
            return _FIELD
        bare = normal(word)
        if word.isupper():
            return bare.upper()
        return bare[:1].upper() + bare[1:] if word[0].isupper() else bare


class _TreeHead:
    """The part of the parser that chooses heads, made to choose them so that they are a tree.

    By itself it takes the likeliest head of each word alone, which gives circles or several roots
    in a fifth of the sentences; the relations are found after the heads and so agree with them.
    """

    def __init__(self, head: Any) -> None:
        self._head = head

    def __call__(self, encoded: Any) -> Any:
        return self._head(encoded)

    def decode(self, scores: Any, mask: Any) -> Any:
        heads = mask.astype(int)
        for number, size in enumerate(mask.sum(-1)):
            heads[number, :size] = best_tree(scores[number, :size, : size + 1])
        return heads


class _Raw:
    """What the models say of one sentence, its parts joined."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._features: list[str] = []
        self._heads: list[int] = []
        self._relations: list[str] = []

    def add(self, tagged: Sequence[Any], parsed: Sequence[Any]) -> None:
        begin = len(self._heads)
        for index, (word, place) in enumerate(zip(tagged, parsed, strict=True), begin):
            self._parts.append(word.pos)
            self._features.append("|".join(f"{k}={v}" for k, v in sorted(word.feats.items())))
            head = int(place.head_id)
            self._heads.append(begin + head - 1 if head else index)
            self._relations.append(place.rel)

    def analyses(self, words: Sequence[str]) -> list[Analysis]:
        heads, relations = tree(self._heads, self._relations)
        return [
            Analysis(
                "SYM" if _is_symbol(word) else part,
                features,
                head,
                relation,
                lemma_in_place(word, part, features),
            )
            for word, part, features, head, relation in zip(
                words, self._parts, self._features, heads, relations, strict=True
            )
        ]


def _is_symbol(word: str) -> bool:
    """Emoji and the like, which the models have never seen."""
    return unicodedata.category(word[0]) == "So"


def _data_folder() -> Path:
    for package in ("slovnet", "natasha"):
        if find_spec(package) is None:
            raise SyntaxMissingError(package)
    spec = find_spec("natasha")
    assert spec is not None
    for folder in spec.submodule_search_locations or ():
        data = Path(folder) / "data"
        if all((data / file).is_file() for file in (_EMBEDDINGS, _MORPHOLOGY, _SYNTAX)):
            return data
    raise SyntaxMissingError("natasha")


def _embeddings(path: Path) -> SimpleNamespace:
    """The word vectors as far as slovnet needs them.

    ``Navec.load`` gives the same, but spends 0.3 s on a vocabulary that slovnet has already and on
    norms that nobody asks for. The format is that of navec's ``PQ.from_file``.
    """
    import numpy

    with tarfile.open(path) as archive:
        meta = json.loads(_member(archive, "meta.json"))
        content = _member(archive, "pq.bin")
    if meta["protocol"] != _PROTOCOL:
        raise SyntaxMissingError("natasha 1.6")
    vectors, _dimensions, groups, centroids = (
        int(n) for n in numpy.frombuffer(content, numpy.uint32, 4)
    )
    begin = 4 * 4
    indexes = numpy.frombuffer(content, numpy.uint8, vectors * groups, begin)
    codes = numpy.frombuffer(content, numpy.float32, offset=begin + vectors * groups)
    return SimpleNamespace(
        meta=SimpleNamespace(id=meta["id"]),
        pq=SimpleNamespace(
            indexes=indexes.reshape(vectors, groups), codes=codes.reshape(groups, centroids, -1)
        ),
    )


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    member = archive.extractfile(name)
    assert member is not None
    return member.read()
