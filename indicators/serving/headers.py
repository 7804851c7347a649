"""The headers that tell a browser what the page may do: ask its own server only, run no foreign script."""

from collections.abc import Sequence

from starlette.datastructures import MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
#: streamlit sets styles on its elements, and loads the scripts of components from blobs of its own
_POLICY = (
    "default-src 'self'; script-src 'self' blob: {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' data: blob:; "
    "worker-src 'self' blob:; object-src 'none'; base-uri 'self'; form-action 'self'"
)
#: only a view that was made to be embedded may stand in a frame of another page
_UNFRAMED = "; frame-ancestors 'self'"


class SafeHeaders:
    """Adds the headers to every answer, and to documents the policy."""

    def __init__(self, app: ASGIApp, scripts: Sequence[str]) -> None:
        """``scripts`` are the hashes of the scripts that stand in documents."""
        self._app = app
        self._policy = _POLICY.format(scripts=" ".join(f"'{script}'" for script in scripts))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an ASGI request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                found = MutableHeaders(scope=message)
                found.update(_ALWAYS)
                if found.get("content-type", "").startswith("text/html"):
                    found["Content-Security-Policy"] = self._policy + ("" if _embedded(scope) else _UNFRAMED)
            await send(message)

        await self._app(scope, receive, sent)


def _embedded(scope: Scope) -> bool:
    return QueryParams(scope["query_string"].decode("latin-1")).get("embed") == "true"
