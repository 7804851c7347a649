"""Streamlit's scripts and styles, which it sends as they are, packed: a first visit is a third as large."""

import gzip
from functools import cache
from pathlib import Path
from typing import Literal

import brotli  # type: ignore[import-untyped]  # it ships no types
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

Coding = Literal["br", "gzip"]
#: the better first
_CODINGS: tuple[Coding, ...] = ("br", "gzip")

#: what gains by packing; fonts and pictures are packed already
_TYPES = {".js": "text/javascript", ".css": "text/css"}
#: the files' names hold a hash of their content, so a browser never has to ask again
_FOREVER = "public, immutable, max-age=31536000"
#: the first reader of a file waits while it is packed: 0.3 s for plotly's 4.7 MB, 25 s at quality 11
_QUALITY = 6


class PackedFiles:
    """Answers for the scripts and styles of a folder under ``prefix``; leaves all else to ``app``."""

    def __init__(self, app: ASGIApp, folder: Path, prefix: str) -> None:
        """Look once which files there are: no request is ever made a path."""
        self._app = app
        self._files = {
            f"{prefix}/{file.relative_to(folder).as_posix()}": file
            for file in folder.rglob("*")
            if file.suffix in _TYPES
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an ASGI request."""
        file = self._files.get(scope["path"]) if scope["type"] == "http" else None
        coding = _coding(scope) if file is not None and scope["method"] in ("GET", "HEAD") else None
        if file is None or coding is None:
            await self._app(scope, receive, send)
            return
        content = await run_in_threadpool(packed, file, coding)
        kept = {"content-encoding": coding, "vary": "Accept-Encoding", "cache-control": _FOREVER}
        await Response(content, media_type=_TYPES[file.suffix], headers=kept)(scope, receive, send)


def _coding(scope: Scope) -> Coding | None:
    """The better of the codings that the reader takes; none for who asks for a part of a file."""
    asked = Headers(scope=scope)
    taken = _weights(asked.get("accept-encoding", ""))
    if "range" in asked:
        return None
    return next((coding for coding in _CODINGS if taken.get(coding, taken.get("*", 0.0)) > 0), None)


def _weights(accepted: str) -> dict[str, float]:
    """How welcome each coding is, as the header says (RFC 9110, 12.5.3): 0 is refused; no weight is 1.

    >>> _weights("gzip;q=0.5, br; Q=0, identity")
    {'gzip': 0.5, 'br': 0.0, 'identity': 1.0}
    """
    found = {}
    for part in accepted.lower().split(","):
        coding, _, weight = part.partition(";")
        named = weight.strip().removeprefix("q=")
        try:
            found[coding.strip()] = float(named) if named else 1.0
        except ValueError:  # no number: not welcome for sure
            found[coding.strip()] = 0.0
    return found


@cache  # at most the files of one folder, 7 MB together, and of these only what readers asked for
def packed(file: Path, coding: Coding) -> bytes:
    """A file's content, packed once."""
    content = file.read_bytes()
    if coding == "gzip":
        return gzip.compress(content, mtime=0)
    found: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=_QUALITY)
    return found
