"""The models that come with the program, each read once, when it is first needed."""

from __future__ import annotations

from pathlib import Path

from replylint.learned.artefact import ModelError, read_model
from replylint.learned.model import LearnedModel

FOLDER = Path(__file__).parent / "models"
"""Where the files of the models lie."""

NAMES = ("ru-replies", "ru-exchanges")
"""The names of the models: of single sentences, and of whole replies to a customer's message."""

_ENDING = ".npz"


class Shelf:
    """Models by their names. One that cannot be read is absent, and ``problem`` says why."""

    def __init__(self, folder: Path = FOLDER, names: tuple[str, ...] = NAMES) -> None:
        self._folder = folder
        self.names = names
        self._read: dict[str, LearnedModel | ModelError] = {}

    def model(self, name: str) -> LearnedModel | None:
        """The model of this name; None when its file cannot be used."""
        if name not in self._read:
            try:
                self._read[name] = read_model(name, self._folder / f"{name}{_ENDING}")
            except ModelError as error:
                self._read[name] = error
        found = self._read[name]
        return None if isinstance(found, ModelError) else found

    def problem(self, name: str) -> ModelError | None:
        """Why the model of this name cannot be used; None when it can."""
        self.model(name)
        found = self._read[name]
        return found if isinstance(found, ModelError) else None


SHELF = Shelf()
"""The models of this process."""
