"""The server beside streamlit's own answers: packed files, headers, documents, who can reach it."""

import gzip
import socket
import tomllib
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest
from asking import Asked

from indicators.serving import STATIC

ROOT = Path(__file__).parents[1]
SCRIPT = next((STATIC / "static/js").glob("PlotlyChart.*.js"))


@pytest.fixture
def script() -> Iterator[str]:
    yield f"/static/js/{SCRIPT.name}"


@pytest.mark.parametrize(("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress)])
def test_scripts_come_packed(address: str, script: str, coding: str, unpack) -> None:
    answer = Asked(address, script, accept_encoding=f"deflate, {coding};q=0.9")
    assert answer.headers["content-encoding"] == coding
    assert len(answer.body) < SCRIPT.stat().st_size / 3
    assert unpack(answer.body) == SCRIPT.read_bytes()


def test_a_browser_that_can_t_unpack_gets_the_script_as_it_is(address: str, script: str) -> None:
    answer = Asked(address, script, accept_encoding="identity")
    assert "content-encoding" not in answer.headers and answer.body == SCRIPT.read_bytes()


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("br;q=0, gzip", "gzip"),
        ("br; q=0.000, gzip;q=0", None),
        ("*;q=0", None),
        ("*", "br"),
        ("*, br;q=0", "gzip"),
    ],
)
def test_a_coding_that_a_reader_refuses_is_not_sent(
    address: str, script: str, accepted: str, coding: str | None
) -> None:
    answer = Asked(address, script, accept_encoding=accepted)
    assert answer.headers.get("content-encoding") == coding


@pytest.mark.parametrize(("path", "asked"), [("/", True), ("/compare", True), ("/reports", False)])
def test_a_page_with_a_chart_asks_for_the_charts_script_before_it_runs(
    address: str, path: str, asked: bool
) -> None:
    text = Asked(address, path).body.decode()
    links = [link for link in text.split("<link") if "modulepreload" in link and SCRIPT.name in link]
    assert len(links) == asked


def test_a_part_of_a_script_is_never_packed(address: str, script: str) -> None:
    answer = Asked(address, script, accept_encoding="br", range="bytes=0-9")
    assert (answer.status, answer.body) == (206, SCRIPT.read_bytes()[:10])


def test_browsers_keep_scripts_and_ask_for_documents_again(address: str, script: str) -> None:
    assert "immutable" in Asked(address, script, accept_encoding="br").headers["cache-control"]
    assert Asked(address, "/").headers["cache-control"] == "no-cache"


def test_no_path_leads_out_of_the_folder(address: str) -> None:
    for path in ("/static/../index.html", "/static/%2e%2e/index.html", "/static/js/../../../config.py"):
        assert b"_config_options" not in Asked(address, path, accept_encoding="br").body


@pytest.mark.parametrize("path", ["/", "/compare", "/_stcore/health", "/static/js/none.js"])
def test_every_answer_forbids_to_guess_its_type(address: str, path: str) -> None:
    headers = Asked(address, path).headers
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"


def test_a_document_may_ask_its_own_server_only(address: str) -> None:
    policy = Asked(address, "/compare").headers["content-security-policy"]
    rules = dict(rule.strip().partition(" ")[::2] for rule in policy.split(";"))
    assert rules["default-src"] == "'self'" and rules["object-src"] == "'none'"
    assert "http" not in policy and "unsafe-eval" not in policy and "unsafe-inline" not in rules["script-src"]


def test_only_an_embedded_view_may_stand_in_a_foreign_frame(address: str) -> None:
    assert "frame-ancestors 'self'" in Asked(address, "/?area=VN").headers["content-security-policy"]
    answer = Asked(address, "/?area=VN&embed=true")
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert "x-frame-options" not in answer.headers


@pytest.mark.parametrize(
    ("lang", "title"), [("vi", "Chỉ số kinh tế địa phương"), ("en", "Provincial economic")]
)
def test_the_document_speaks_the_links_language_before_any_script_runs(
    address: str, lang: str, title: str
) -> None:
    text = Asked(address, f"/reports?lang={lang}").body.decode()
    assert f'<html lang="{lang}">' in text and f"<title>{title}" in text


def test_the_document_brings_the_look_of_the_pages_behind_streamlits_own(address: str) -> None:
    text = Asked(address, "/").body.decode()
    assert text.index("</head>") < text.index(".stMainBlockContainer {") < text.index("</style></body>")


def test_a_language_that_is_none_is_vietnamese(address: str) -> None:
    assert '<html lang="vi">' in Asked(address, "/?lang=%3Cscript%3E").body.decode()


def test_a_page_that_is_not_there_leads_to_the_first_one_with_the_rest_of_the_link(address: str) -> None:
    answer = Asked(address, "/trends/2019?area=VN-09&lang=en")
    assert answer.status == 307
    assert answer.headers["location"] == "/?area=VN-09&lang=en&page=trends%2F2019"


def test_the_first_page_is_found_by_its_name_too(address: str) -> None:
    assert Asked(address, "/overview?area=VN-09").headers["location"] == "/?area=VN-09"


def test_files_of_streamlits_own_are_still_there(address: str) -> None:
    for path in ("/favicon.png", "/_stcore/health", "/_stcore/host-config", "/manifest.json"):
        assert Asked(address, path).status == 200, path


def test_nobody_else_can_reach_the_server(address: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # sends nothing: it only asks which address would be the sender's
        except OSError:
            pytest.skip("this machine has no other address than the loopback")
        own = probe.getsockname()[0]
    if own.startswith("127."):
        pytest.skip("this machine has no other address than the loopback")
    with pytest.raises(OSError):
        socket.create_connection((own, urlsplit(address).port or 0), timeout=2)


def test_the_server_tells_nobody_that_it_is_used() -> None:
    config = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    assert config["server"]["address"] == "127.0.0.1" and config["browser"]["gatherUsageStats"] is False


def test_a_reports_own_link_opens_the_report(address: str) -> None:
    answer = Asked(address, "/?report=001_b00063050723d962&lang=en")
    assert answer.headers["location"] == "/reports?report=001_b00063050723d962&lang=en"
