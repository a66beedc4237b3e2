"""What the recognisers find in a text, in short."""

from replylint.text.document import Document
from replylint.text.entities import Words, recognise


def words_of(text):
    document = Document(text)
    return Words(text, document.starts, document.ends, document.kinds, document.words)


def found(kind, text):
    """The entities of one kind as they are written."""
    return [text[e.start : e.stop] for e in recognise(words_of(text), [kind])]


def values(kind, text):
    """What the entities of one kind mean."""
    return [e.value for e in recognise(words_of(text), [kind])]
