"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


def write(content: bytes, path: Path) -> None:
    """Write a file whole or not at all."""
    with replacing(path) as sink:
        sink.write(content)


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to fill beside the named one, put in its place when all went well; a device is itself filled."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        with place.open("wb") as sink:
            yield sink
        return
    beside = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as sink:
            yield sink
        beside.replace(place)
    finally:
        beside.unlink(missing_ok=True)
