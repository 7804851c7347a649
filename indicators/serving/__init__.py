"""What the server does beside streamlit: documents around the pages, packed files, headers, more addresses.

All of it stands in front of streamlit's own routes, as routes and middleware of ``st.App``.
"""

import asyncio
import webbrowser
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from indicators.serving import addresses, headers, packing, shell

#: what streamlit sends to every browser: its document, scripts, styles and fonts
STATIC = Path(str(resources.files("streamlit"))) / "static"


def routes() -> list[BaseRoute]:
    """The documents of the pages, and the addresses for programs."""
    return [*shell.routes(STATIC / "index.html"), *addresses.routes()]


def middleware() -> list[Middleware]:
    """What every answer passes, from the outside in."""
    return [
        Middleware(headers.SafeHeaders, scripts=shell.scripts(STATIC / "index.html")),
        Middleware(packing.PackedFiles, folder=STATIC / "static", prefix="/static"),
        Middleware(shell.KnownPages),
    ]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Open the reader's browser, as ``streamlit run`` does for a script that makes no ``st.App``."""
    if not st.get_option("server.headless"):
        address = f"http://{st.get_option('server.address')}:{st.get_option('server.port')}"
        await asyncio.to_thread(webbrowser.open, address)
    yield
