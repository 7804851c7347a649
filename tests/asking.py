"""Asking a server of ours by HTTP."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit


class Asked:
    """An answer of the server: status, headers and body as they came, redirects not followed."""

    def __init__(self, address: str, path: str, method: str = "GET", **headers: str) -> None:
        wire = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
        wire.request(method, path, headers={name.replace("_", "-"): told for name, told in headers.items()})
        answer = wire.getresponse()
        self.status, self.headers, self.body = answer.status, answer.headers, answer.read()
        wire.close()

    @property
    def json(self) -> Any:
        return json.loads(self.body)
