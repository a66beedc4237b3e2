"""The models that come with the program, each read once, when it is first needed."""

from __future__ import annotations

from pathlib import Path

from replylint.learned.answer_file import read_answers
from replylint.learned.answering import AnswerModel
from replylint.learned.artefact import ModelError, read_model
from replylint.learned.model import LearnedModel

FOLDER = Path(__file__).parent / "models"
"""Where the files of the models lie."""

ANSWERS = "ru-answers"
"""The name of the model of the customer's questions."""

NAMES = ("ru-replies", "ru-exchanges", ANSWERS)
"""The names of the models: of single sentences, of whole replies to a message, of questions."""

AnyModel = LearnedModel | AnswerModel
"""A model of texts or of questions."""

_ENDING = ".npz"


class Shelf:
    """Models by their names. One that cannot be read is absent, and ``problem`` says why."""

    def __init__(self, folder: Path = FOLDER, names: tuple[str, ...] = NAMES) -> None:
        self._folder = folder
        self.names = names
        self._read: dict[str, AnyModel | ModelError] = {}

    def model(self, name: str) -> AnyModel | None:
        """The model of this name; None when its file cannot be used."""
        if name not in self._read:
            path = self._folder / f"{name}{_ENDING}"
            read = read_answers if name == ANSWERS else read_model
            try:
                self._read[name] = read(name, path)
            except ModelError as error:
                self._read[name] = error
        found = self._read[name]
        return None if isinstance(found, ModelError) else found

    def texts(self, name: str) -> LearnedModel | None:
        """The model of texts of this name; None for other models and unusable files."""
        found = self.model(name)
        return found if isinstance(found, LearnedModel) else None

    def answers(self, name: str = ANSWERS) -> AnswerModel | None:
        """The model of questions of this name; None for other models and unusable files."""
        found = self.model(name)
        return found if isinstance(found, AnswerModel) else None

    def problem(self, name: str) -> ModelError | None:
        """Why the model of this name cannot be used; None when it can."""
        self.model(name)
        found = self._read[name]
        return found if isinstance(found, ModelError) else None


SHELF = Shelf()
"""The models of this process."""
