"""The addresses for programs, asked by HTTP."""

import io
import shlex
import shutil
import subprocess
from pathlib import Path

import pandas as pd
import pytest
import regex
from asking import Asked

ROOT = Path(__file__).parents[1]
ROWS = "/api/v1/observations"


def csv(address: str, query: str) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(Asked(address, f"{ROWS}.csv?{query}").body))


@pytest.mark.parametrize(
    ("ending", "type"),
    [
        ("csv", "text/csv; charset=utf-8"),
        ("json", "application/json"),
        ("sdmx.csv", "application/vnd.sdmx.data+csv;version=2.0.0"),
    ],
)
def test_rows_come_as_what_they_say_they_are(address: str, ending: str, type: str) -> None:  # noqa: A002
    answer = Asked(address, f"{ROWS}.{ending}?area=VN-09")
    assert (answer.status, answer.headers["content-type"]) == (200, type)
    assert f'filename="observations.{ending}"' in answer.headers["content-disposition"]
    assert len(answer.body) == int(answer.headers["content-length"])


def test_every_form_gives_the_same_figures(address: str) -> None:
    query = "area=VN-09.VN&kind=S&ind=ECON"
    values = sorted(csv(address, query)["value"])
    assert values and values == sorted(
        row["value"] for row in Asked(address, f"{ROWS}.json?{query}").json["observations"]
    )
    sdmx = pd.read_csv(io.BytesIO(Asked(address, f"{ROWS}.sdmx.csv?{query}").body))
    assert values == sorted(sdmx["OBS_VALUE"])


def test_the_link_of_a_row_leads_to_its_figure(address: str) -> None:
    link = csv(address, "area=VN-09&period=2020-S1&ind=IIP&lang=en")["link"].iloc[0]
    assert link.startswith(f"{address}/?obs=") and link.endswith("&lang=en")
    name = link.partition("obs=")[2].partition("&")[0]
    assert Asked(address, f"{ROWS}/{name}").json["pieces"][1] == "2,83%"


def test_a_request_that_means_nothing_gets_400_and_one_sentence(address: str) -> None:
    answer = Asked(address, f"{ROWS}.csv?area=VN-99&lang=en")
    assert answer.status == 400 and list(answer.json) == ["error"]
    assert answer.json["error"].startswith("There is no such code: area=VN-99;")
    assert Asked(address, "/api/v1/areas?area=VN").status == 400


@pytest.mark.parametrize("path", [f"{ROWS}.xls", f"{ROWS}/none:1", "/api", "/api/v2/areas"])
def test_what_is_not_there_is_404_in_one_sentence(address: str, path: str) -> None:
    answer = Asked(address, path)
    assert answer.status == 404 and list(answer.json) == ["error"]


@pytest.mark.parametrize(
    ("name", "part", "key"),
    [("indicators", "ind", "code"), ("areas", "area", "code"), ("reports", "document", "document")],
)
def test_the_lists_name_what_can_be_asked_for(address: str, name: str, part: str, key: str) -> None:
    most = max(Asked(address, f"/api/v1/{name}").json, key=lambda entry: entry["rows"])
    assert len(csv(address, f"{part}={most[key]}")) == most["rows"] > 0


def test_nothing_can_be_changed(address: str) -> None:
    for method in ("POST", "PUT", "PATCH", "DELETE"):
        assert Asked(address, f"{ROWS}.csv", method).status == 405


def test_other_sites_get_no_leave_to_read(address: str) -> None:
    answer = Asked(address, f"{ROWS}.json", origin="http://elsewhere.test")
    assert not [name for name in answer.headers if name.lower().startswith("access-control")]


def test_who_has_the_answer_is_not_sent_it_again(address: str) -> None:
    head = Asked(address, f"{ROWS}.csv?area=VN", "HEAD")
    assert (head.status, head.body) == (200, b"")
    again = Asked(address, f"{ROWS}.csv?area=VN", if_none_match=head.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert Asked(address, f"{ROWS}.csv?area=VN-09", if_none_match=head.headers["etag"]).status == 200


def test_the_readmes_line_gives_rows(address: str) -> None:
    line = regex.search(r"^curl .*$", (ROOT / "README.md").read_text(encoding="utf-8"), regex.MULTILINE)
    assert line is not None
    command = shlex.split(line[0].replace("http://127.0.0.1:8501", address))
    if shutil.which("curl"):
        content = subprocess.run(command, capture_output=True, check=True).stdout
    else:
        content = Asked(address, command[-1].removeprefix(address)).body
    assert 0.47 in set(pd.read_csv(io.BytesIO(content))["value"])
