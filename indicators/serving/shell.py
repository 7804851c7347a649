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
#: the look of the pages; behind streamlit's own styles, which go into the head
_STYLE = Path(__file__).parents[1] / "ui" / "page.css"
#: streamlit's scripts that a page with a chart runs: asked for at once, not after the page has run
_CHARTED = ("PlotlyChart",)
#: the pages that open on no chart
_PLAIN = ("reports", "coverage", "data")
_IMPORT = regex.compile(r"""(?:\bfrom|\bimport)"\./(?P<name>[^"]+\.js)\"""")
#: a script's imports stand at its head, in so many characters
_HEAD = 8192
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
        charted = request.url.path.strip("/") not in _PLAIN
        content = document(index, language if language in LANGUAGES else LANGUAGES[0], charted)
        return HTMLResponse(content, headers={"Cache-Control": "no-cache"})

    async def home(request: Request) -> Response:
        return RedirectResponse(_home(request.scope))

    first, *others = PAGES
    return [*(Route(f"/{name}", show) for name in ("", *others)), Route(f"/{first}", home)]


@cache
def document(index: Path, language: str, charted: bool = False) -> str:
    """Streamlit's document with language, title, look, the server's address, words for who runs no scripts.

    One that opens on a chart (``charted``) has the chart's scripts loaded beside the page's own.
    """
    say = Wording(language)
    text = index.read_text(encoding="utf-8")
    text = text.replace('<html lang="en">', f'<html lang="{language}">')
    text = text.replace("<title>Streamlit</title>", f"<title>{escape(say.text('product'))}</title>")
    text = text.replace("<script", f"<script>{_SETTING.read_text(encoding='utf-8')}</script>\n    <script", 1)
    if charted:
        text = text.replace("</head>", f"{_early(index, text)}</head>", 1)
    text = text.replace("</body>", f"<style>{_STYLE.read_text(encoding='utf-8')}</style></body>", 1)
    words = f"<noscript><p>{escape(say.text('no_script'))}</p></noscript>"
    return regex.sub("<noscript>.*?</noscript>", words, text, flags=regex.DOTALL)


def _early(index: Path, text: str) -> str:
    """Links to the scripts of a chart and to what they import, but for those that the document has."""
    folder = index.parent / "static" / "js"
    wanted = [file.name for name in _CHARTED for file in folder.glob(f"{name}.*.js")]
    for name in wanted:
        head = (folder / name).read_text(encoding="utf-8")[:_HEAD]
        wanted += [other for other in dict.fromkeys(_IMPORT.findall(head)) if other not in wanted]
    link = '<link rel="modulepreload" crossorigin fetchpriority="low" href="./static/js/{}">'
    return "".join(link.format(name) for name in wanted if name not in text)


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
