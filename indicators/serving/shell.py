"""The document around the page: streamlit's own, in the reader's language, that knows where its server is."""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import regex
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators.lexicon import LANGUAGES
from indicators.ui.navigation import PAGES
from indicators.wording import Wording

#: the first segments of the addresses that are no pages
_NO_PAGES = ("api", "static", "component", "media", "_stcore", "app", "auth", "oauth2callback")
_SETTING = Path(__file__).with_name("shell.js")
_SCRIPT = regex.compile(r"<script>(?P<code>.*?)</script>", regex.DOTALL)
_PAGE = regex.compile(r"/(?P<name>[^./][^.]*)")


def routes(index: Path) -> list[BaseRoute]:
    """The document at the address of every page; ``index`` is streamlit's."""

    async def show(request: Request) -> Response:
        if (
            request.url.path == "/"
            and "report" in request.query_params
            and "area" not in request.query_params
        ):
            return RedirectResponse(f"/reports?{request.url.query}")  # a report's own link
        language = request.query_params.get("lang", "")
        content = document(index, language if language in LANGUAGES else LANGUAGES[0])
        return HTMLResponse(content, headers={"Cache-Control": "no-cache"})

    async def home(request: Request) -> Response:
        return RedirectResponse(_home(request.scope))

    first, *others = PAGES
    return [*(Route(f"/{name}", show) for name in ("", *others)), Route(f"/{first}", home)]


@cache
def document(index: Path, language: str) -> str:
    """Streamlit's document with language, title, the server's address, and words for who runs no scripts."""
    say = Wording(language)
    text = index.read_text(encoding="utf-8")
    text = text.replace('<html lang="en">', f'<html lang="{language}">')
    text = text.replace("<title>Streamlit</title>", f"<title>{escape(say.text('product'))}</title>")
    text = text.replace("<script", f"<script>{_SETTING.read_text(encoding='utf-8')}</script>\n    <script", 1)
    words = f"<noscript><p>{escape(say.text('no_script'))}</p></noscript>"
    return regex.sub("<noscript>.*?</noscript>", words, text, flags=regex.DOTALL)


def scripts(index: Path) -> Sequence[str]:
    """The hashes of the scripts in the document itself, as a content security policy names them."""
    found = _SCRIPT.findall(document(index, LANGUAGES[0]))
    return [f"sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}" for code in found]


class KnownPages:
    """Leads an address that is no page to the first one, which names the ``page`` that is not there."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before ``app``."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an ASGI request."""
        wanted = _PAGE.fullmatch(scope["path"].rstrip("/")) if scope["type"] == "http" else None
        name = wanted["name"] if wanted else ""
        if not name or name in PAGES or name.partition("/")[0] in _NO_PAGES:
            await self._app(scope, receive, send)
            return
        await RedirectResponse(_home(scope, name))(scope, receive, send)


def _home(scope: Scope, missing: str = "") -> str:
    """The address of the first page with the parts of this link."""
    query = scope["query_string"].decode("latin-1")
    told = urlencode({"page": missing}) if missing else ""
    asked = "&".join(part for part in (query, told) if part)
    return f"{scope.get('root_path', '')}/{'?' if asked else ''}{asked}"
