"""Reports: bytes to ``Document``, its text in normal form, with its headline and the date its name bears."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from indicators.model import Document
from indicators.reading.decoding import decode, normal
from indicators.reading.errors import Fault, ReadingError
from indicators.reading.headline import headline

__all__ = ["Fault", "ReadingError", "read", "read_bytes", "read_text"]

#: how the text of a file is had, by its ending; all else is read as plain text
FORMATS: Mapping[str, Callable[[bytes], str]] = MappingProxyType({".txt": decode})

# "2024-07-11-bao-cao", "d00_2025-03-31"; no part of a longer number
_DATE = re.compile(
    r"""
    (?: ^ | _ | - (?=[0-9-]{10}$) )
    (?P<year>[12][0-9]{3}) - (?P<month>[0-9]{2}) - (?P<day>[0-9]{2}) (?![0-9])
    """,
    re.VERBOSE,
)


def read(path: Path | str) -> Document:
    """The report in this file.

    Raises ``ReadingError`` where there is no such file, or no text in it.
    """
    path = Path(path)
    if path.is_dir():
        raise ReadingError("folder", f"{path.name} is a folder, not a file.")
    try:
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ReadingError("missing", f"There is no file {path.name}.") from error
    except (OSError, ValueError) as error:
        raise ReadingError("denied", f"The file {path.name} can't be opened.") from error
    return read_bytes(content, path.name)


def read_bytes(content: bytes, filename: str) -> Document:
    """The report in these bytes, as an upload brings them.

    Raises ``ReadingError`` where there is no text in them.
    """
    path = Path(filename)
    return read_text(FORMATS.get(path.suffix.lower(), decode)(content), path.stem)


def read_text(text: str, name: str) -> Document:
    """The report that this text is.

    Raises ``ReadingError`` where it is blank.
    """
    text = normal(text)
    return Document(name=name, text=text, title=headline(text), published=_dated(name))


def _dated(name: str) -> dt.date | None:
    """The day that a file name bears at its head, behind an underscore, or at its end."""
    for found in _DATE.finditer(name):
        try:
            return dt.date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:  # 2024-13-40 is no day
            continue
    return None
