"""The texts that are timed: reports one after another, and texts made to be hard."""

import random
import re
from itertools import count
from pathlib import Path

from indicators import read

ROOT = Path(__file__).parents[1]
#: the reports that ship: the five seeds and the invented ones
FOLDERS = (ROOT / "seeds", ROOT / "tests" / "cases" / "reports")

#: what is repeated up to the length wanted, by what it is
PIECES = {
    "digits": "1234567890",
    "tăng 5%": "tăng 5% ",
    "opening brackets": "(",
    "pairs of brackets": "()",
    "combining marks": "\u0301",
    "commas": ",",
    "line breaks": ".\n\n\n\n\n\n\n\n\n",
    "rows of numbers": "5-5-",
    "fractions": "1/1/1/",
    "lines of numbers": "999\n",
    "ranges": "5 - ",
    "areas of land": "5 ha ",
    "days": "1/1/2020 ",
    "months": "tháng 6 năm 2020 ",
    "comparisons": "so với cùng kỳ ",
    "provinces": "Thái Bình Dương ",
    "indicators": "GRDP ",
    "letters on lines": "a\n",
    "short sentences": "GRDP 5%. ",
    "headings": "1.1. GRDP\n",
    "groups of digits": "1 000 ",
    "years in brackets": "(2020) ",
    "quarters": "Quý 1, ",
    "quarters and fractions": "Q1/2025 5/13\n\n",
    "fractions of same periods": "5/13   cùng kỳ\n",
    "names of companies": "Bộ Kế hoạch và Đầu tư và Công ty Cổ phần Hà Nội. ",
}
_DECIMALS = re.compile(r"(?<=\d,)\d+(?![\d/.,-])")


def reports(*folders: Path) -> list[str]:
    """The texts of the reports in these folders, else of those that ship."""
    paths = (path for folder in folders or FOLDERS for path in sorted(folder.glob("*.txt")))
    return [read(path).text for path in paths]


def varied(texts: list[str], seed: int) -> list[str]:
    """The texts with other decimals, so that no sentence with a figure is read twice the same."""
    chance = random.Random(seed)
    return [_DECIMALS.sub(lambda found: _digits(chance, len(found[0])), text) for text in texts]


def _digits(chance: random.Random, length: int) -> str:
    return "".join(chance.choices("123456789", k=length))


def ordinary(texts: list[str], size: int) -> str:
    """The texts one after another in one text of ``size`` bytes of UTF-8, each pass with other decimals."""
    pieces: list[str] = []
    length = 0
    for seed in count():
        for text in varied(texts, seed):
            pieces.append(f"{text}\n\n")
            length += len(pieces[-1].encode())
            if length >= size:
                return cut("".join(pieces), size)
    raise AssertionError("count() has no end")


def made(texts: list[str], size: int) -> dict[str, str]:
    """Texts of ``size`` bytes that no report is like, by what they are."""
    hard = {name: cut(piece * (size // len(piece.encode()) + 1), size) for name, piece in PIECES.items()}
    return {"one endless line": ordinary(texts, size).replace("\n", " "), **hard}


def cut(text: str, size: int) -> str:
    """The text's first ``size`` bytes of UTF-8, without a broken character at the end."""
    return text.encode()[:size].decode(errors="ignore")


def megabytes(texts: list[str]) -> float:
    """The length of texts in megabytes of UTF-8."""
    return sum(len(text.encode()) for text in texts) / 1e6
