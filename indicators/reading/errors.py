"""Why a report can't be read."""

from typing import Literal

Fault = Literal["missing", "folder", "denied", "empty", "binary", "undecodable"]


class ReadingError(ValueError):
    """A report that can't be read: a sentence for the reader, a ``code`` for a page in another language."""

    def __init__(self, code: Fault, sentence: str) -> None:
        """``sentence`` ends with a full stop and names no path."""
        super().__init__(sentence)
        self.code: Fault = code
