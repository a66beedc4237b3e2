"""What a check finds in a text: the words and the first better wording."""

from replylint.conversation import Conversation
from replylint.text.document import Document


def found(check, text, conversation=None, **parameters):
    document = Document(text)
    conversation = conversation or Conversation(text)
    return [
        (text[one.start : one.stop], one.suggestions[0] if one.suggestions else None)
        for one in check(document, conversation, parameters)
    ]
