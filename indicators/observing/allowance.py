"""How much of a text is read: all of a report, not all of a long text that is as dense as no report is."""

from dataclasses import dataclass

#: what a sentence and a number take to read, in tokens
_SENTENCE, _NUMBER = 6, 10
#: what is read of any text, which is 100 pages and more, and what more for each character: reports have 0.3
_FREE, _A_CHARACTER = 100_000, 0.33


@dataclass(slots=True)
class Allowance:
    """What has been read of a text, in tokens, held against its length up to here."""

    read: int = 0

    def reaches(self, end: int) -> bool:
        """Whether the sentence that ends here is read too."""
        return self.read < _FREE + end * _A_CHARACTER

    def take(self, tokens: int, numbers: int) -> None:
        """Take what a sentence took to read."""
        self.read += _SENTENCE + tokens + _NUMBER * numbers
