"""Addresses for programs, ``/api/v1/…``: read only, with the filters of the page's link, on its reports."""

import datetime as dt
import hashlib
import json
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, BinaryIO, cast

from anyio import CapacityLimiter, to_thread
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import BaseRoute, Route

from indicators import api
from indicators.export import FORMATS, Format, Provenance
from indicators.ui.data import Corpus, corpus, report_files
from indicators.wording import Wording

#: what the rows are given as, by the ending of the address
FORMS: Mapping[str, Format] = {FORMATS[name].ending: FORMATS[name] for name in ("csv", "json", "sdmx")}
#: so many answers are made at a time; a file up to this size is made in memory, a larger one on disk
_AT_ONCE, _SPOOLED = CapacityLimiter(2), 4_000_000
_PIECE = 1 << 16

#: makes an answer of the request and of what the page reads
Make = Callable[[Request, Corpus, Provenance], Response]


def routes() -> list[BaseRoute]:
    """The addresses; any other below ``/api`` says which there are."""
    made: dict[str, Make] = {
        f"{api.ROOT}/observations.{ending}": partial(_rows, form) for ending, form in FORMS.items()
    }
    made |= {
        f"{api.ROOT}/observations/{{id}}": _figure,
        f"{api.ROOT}/indicators": _listed(lambda found, _: api.indicators(found.table)),
        f"{api.ROOT}/areas": _listed(lambda found, _: api.areas(found.table)),
        f"{api.ROOT}/reports": _listed(lambda found, told: api.reports(found.table, told)),
    }
    nothing = partial(_nothing, [address.replace("{id}", "ID") for address in made])
    made |= {"/api": nothing, "/api/{rest:path}": nothing}
    return [Route(address, _answering(make)) for address, make in made.items()]


def _answering(make: Make) -> Callable[[Request], Any]:
    async def answer(request: Request) -> Response:
        return await to_thread.run_sync(_answer, make, request, limiter=_AT_ONCE)

    return answer


def _answer(make: Make, request: Request) -> Response:
    """The answer, the refusal in one sentence, or that the reader has the answer already."""
    found = corpus(report_files())
    tag = _tag(request, found)
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    language = api.language(request.query_params.multi_items())
    told = Provenance(found.documents, language, home=str(request.base_url), view=str(request.url))
    try:
        answer = make(request, found, told)
    except api.RefusalError as refusal:
        return _json({"error": str(refusal)}, 400)
    answer.headers.update({"ETag": tag, "Cache-Control": "no-cache"})
    return answer


def _tag(request: Request, found: Corpus) -> str:
    """The same for the same reports, parts and day: a file tells on which day it was made."""
    told = f"{found.key} {request.url} {dt.date.today()}"
    return f'W/"{hashlib.sha256(told.encode()).hexdigest()[:20]}"'


def _rows(form: Format, request: Request, found: Corpus, told: Provenance) -> Response:
    rows = api.observations(found.table, request.query_params.multi_items())
    how = "inline" if form.ending == "json" else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="observations.{form.ending}"'}
    if request.method == "HEAD":
        return StreamingResponse(iter(()), media_type=form.mime, headers=headers)  # its length is not known
    sink = cast(BinaryIO, tempfile.SpooledTemporaryFile(_SPOOLED))  # noqa: SIM115 - closed when it was sent
    form.fill(api.given(rows, told), told, sink)
    headers["Content-Length"] = str(sink.tell())
    sink.seek(0)
    return StreamingResponse(_pieces(sink), media_type=form.mime, headers=headers)


def _pieces(sink: BinaryIO) -> Iterator[bytes]:
    with sink:
        while piece := sink.read(_PIECE):
            yield piece


def _figure(request: Request, found: Corpus, told: Provenance) -> Response:
    api.check(request.query_params.multi_items())
    name = request.path_params["id"]
    figure = api.figure(found.table, name, told)
    return _missing(told, "api.figure", id=name) if figure is None else _json(figure)


def _listed(entries: Callable[[Corpus, Provenance], list[dict[str, Any]]]) -> Make:
    def listed(request: Request, found: Corpus, told: Provenance) -> Response:
        api.check(request.query_params.multi_items())
        return _json(entries(found, told))

    return listed


def _nothing(addresses: list[str], _request: Request, _found: Corpus, told: Provenance) -> Response:
    return _missing(told, "api.address", addresses=", ".join(addresses))


def _missing(told: Provenance, key: str, **fields: str) -> Response:
    return _json({"error": Wording(told.language).text(key, **fields)}, 404)


def _json(content: Any, status: int = 200) -> Response:
    text = json.dumps(content, ensure_ascii=False, indent=1)
    return Response(text + "\n", status, media_type="application/json")
