"""The command line gives the rows, names what is wrong in one line, and loses no good file to a bad one."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from indicators import extract
from indicators.__main__ import main
from indicators.export import FORMATS
from indicators.model import Document, Observation
from indicators.table import COLUMNS, check

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
REPORT = SEEDS / "001_b00063050723d962.txt"
GOOD = "GRDP của tỉnh Lạng Sơn 6 tháng đầu năm 2020 tăng 0,47% so với cùng kỳ năm trước.\n"


class Ran:
    """What a command left: its status and its two outputs."""

    def __init__(self, status: int, out: bytes, err: bytes) -> None:
        self.status, self.out, self.err = status, out.decode("utf-8"), err.decode("utf-8")

    @property
    def rows(self) -> list[dict]:
        return [json.loads(line) for line in self.out.split("\n") if line]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]):
    def _run(*arguments: object) -> Ran:
        try:
            status = main([str(argument) for argument in arguments])
        except SystemExit as stop:  # argparse refuses this way
            status = int(stop.code or 0)
        sys.stdout.flush()
        return Ran(status, *capfdbinary.readouterr())

    return _run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_jsonl_has_one_object_a_row(run) -> None:
    done = run("extract", REPORT, "--format", "jsonl")
    assert (done.status, done.err) == (0, "")
    assert [list(row) for row in done.rows] == [list(COLUMNS)] * len(done.rows)
    assert {row["document"] for row in done.rows} == {REPORT.stem}


def test_a_terminal_gets_aligned_rows(run) -> None:
    done = run("extract", REPORT)
    head, *rows = done.out.splitlines()
    assert head.split()[:4] == ["DOCUMENT", "INDICATOR", "ACTIVITY", "MEASURE"]
    assert {row[head.index("MEASURE") - 1] for row in rows} == {" "}


def test_a_folder_gives_all_its_reports(run) -> None:
    done = run("extract", SEEDS, "--format", "jsonl")
    assert {row["document"] for row in done.rows} == {file.stem for file in SEEDS.iterdir()}


def test_a_report_named_twice_is_read_once(run, good: Path) -> None:
    once = run("extract", good, "--format", "jsonl").rows
    assert run("extract", good, good.parent, good, "--format", "jsonl").rows == once != []


@pytest.mark.parametrize("form", ["table", *FORMATS])
def test_every_format_goes_into_a_file(run, good: Path, form: str) -> None:
    output = good.parent / f"rows.{form}"
    done = run("extract", good, "--format", form, "-o", output)
    assert (done.status, done.out, done.err) == (0, "", "")
    assert output.stat().st_size > 0


def test_the_ending_of_the_output_names_the_format(run, good: Path) -> None:
    run("extract", good, "-o", good.parent / "rows.parquet")
    check(pd.read_parquet(good.parent / "rows.parquet"))
    run("extract", good, "-o", good.parent / "rows.XLSX")
    assert openpyxl.load_workbook(good.parent / "rows.XLSX").sheetnames == ["Figures", "Notes and sources"]
    run("extract", good, "-o", good.parent / "rows.csv")
    assert len(pd.read_csv(good.parent / "rows.csv", encoding="utf-8-sig")) == 1


def test_notes_are_written_in_the_language_asked_for(run, good: Path) -> None:
    run("extract", good, "-o", good.parent / "rows.xlsx", "--language", "vi")
    assert openpyxl.load_workbook(good.parent / "rows.xlsx").sheetnames == ["Số liệu", "Ghi chú và nguồn"]


def test_an_exchange_of_statistics_is_named_by_its_two_endings(run, good: Path) -> None:
    run("extract", good, "-o", good.parent / "rows.sdmx.csv")
    assert (
        (good.parent / "rows.sdmx.csv")
        .read_text(encoding="utf-8")
        .startswith("STRUCTURE,STRUCTURE_ID,ACTION")
    )


def test_a_binary_format_needs_a_file(run, good: Path) -> None:
    done = run("extract", good, "--format", "xlsx")
    assert (done.status, done.out) == (2, "")
    assert done.err == "xlsx can't be shown on a terminal: name a file with -o\n"


def test_what_can_not_all_be_true_is_one_finding_a_line(run, good: Path) -> None:
    (good.parent / "trade.txt").write_text(
        "Năm 2020, tỉnh Lạng Sơn: kim ngạch xuất khẩu đạt 5,2 tỷ USD; kim ngạch nhập khẩu đạt 3,1 tỷ USD; "
        "tổng kim ngạch xuất nhập khẩu đạt 8,9 tỷ USD.\n",
        encoding="utf-8",
    )
    done = run("check", good.parent)
    assert (done.status, done.err) == (0, "")
    (line,) = done.out.splitlines()
    assert line.split()[:3] == ["trade_total", "VN-09", "2020"]
    assert "Exports 5.2 billion USD and imports 3.1 billion USD make 8.3 billion USD" in line
    assert line.endswith("trade:131-141 trade:49-59 trade:85-95")


def test_nothing_to_doubt_is_said_by_silence(run, good: Path) -> None:
    done = run("check", good)
    assert (done.status, done.out, done.err) == (0, "", "")


def bad_files(folder: Path) -> dict[str, Path]:
    bad = {name: folder / f"{name}.txt" for name in ("missing", "empty", "blank", "binary", "undecodable")}
    bad["empty"].touch()
    bad["blank"].write_text(" \n\n\t\n", encoding="utf-8")
    bad["binary"].write_bytes(b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)) * 8)
    bad["undecodable"].write_bytes(b"GRDP t\xc4ng \xff\xfe\xfa\x81 0,47%\xc3" * 4)
    return bad


@pytest.mark.parametrize("fault", ["missing", "empty", "blank", "binary", "undecodable"])
def test_one_bad_file_is_named_and_loses_nothing(run, good: Path, fault: str) -> None:
    bad = bad_files(good.parent)[fault]
    done = run("extract", bad, good, "--format", "jsonl")
    assert (done.status, len(done.rows)) == (1, 1)
    assert done.err.startswith(f"{bad}: ")
    assert done.err.count("\n") == 1
    assert done.err.count(bad.name) == 1


@pytest.mark.parametrize("fault", ["missing", "empty", "blank", "binary", "undecodable"])
@pytest.mark.parametrize("command", ["extract", "explain"])
def test_nothing_but_a_bad_file_is_a_failure(run, tmp_path: Path, command: str, fault: str) -> None:
    done = run(command, bad_files(tmp_path)[fault])
    assert (done.status, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "Traceback" not in done.err


def test_a_fault_of_ours_loses_no_other_report(run, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (good.parent / "odd.txt").write_text(GOOD, encoding="utf-8")

    def _extract(document: Document) -> list[Observation]:
        if document.name == "odd":
            raise IndexError("list index out of range")
        return extract(document)

    monkeypatch.setattr("indicators.__main__.extract", _extract)
    done = run("extract", good.parent, "--format", "jsonl")
    assert (done.status, len(done.rows)) == (1, 1)
    assert "odd.txt: a fault of this program" in done.err


def test_a_folder_without_reports_is_named(run, tmp_path: Path) -> None:
    done = run("extract", tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"{tmp_path}: no reports (*.txt) in this folder\n"


@pytest.mark.parametrize("text", ["The weather was fine in 1999.\n", "Hôm nay trời đẹp.\n"])
def test_a_report_without_figures_is_no_failure(run, tmp_path: Path, text: str) -> None:
    (tmp_path / "fine.txt").write_text(text, encoding="utf-8")
    done = run("extract", tmp_path, "--format", "jsonl")
    assert (done.status, done.out) == (0, "")
    assert done.err == f"{tmp_path / 'fine.txt'}: no figures of the catalogue's indicators\n"


def test_many_reports_without_figures_are_counted(run, tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"{number}.txt").write_text("Hôm nay trời đẹp.\n", encoding="utf-8")
    done = run("extract", tmp_path)
    assert done.err == "6 of 6 files hold no figures of the catalogue's indicators\n"


@pytest.mark.parametrize(
    ("output", "message"),
    [
        ("no/rows.csv", "there is no folder"),
        (".", "is a folder"),
        ("good.txt/rows.csv", "there is no folder"),
    ],
)
def test_an_output_that_can_not_be_written_is_refused(run, good: Path, output: str, message: str) -> None:
    done = run("extract", good, "-o", good.parent / output)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("arguments", [(), ("extract",), ("extract", "a", "--format", "pdf"), ("read", "a")])
def test_wrong_usage_is_explained(run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("usage: python -m indicators")


def test_explain_marks_each_figure_and_names_its_rule(run) -> None:
    done = run("explain", REPORT)
    rows = run("extract", REPORT, "--format", "jsonl").rows
    assert done.status == 0
    assert "\x1b" not in done.out
    assert done.out.count("⟦") == done.out.count("⟧") == len({row["start"] for row in rows})
    for row in rows:
        assert f"rule {row['rule']}" in done.out


def test_explain_quotes_the_words_that_decided_and_says_where_they_stand(run, tmp_path: Path) -> None:
    text = "Kinh tế tỉnh Lạng Sơn năm 2020\nGRDP tăng 0,47% so với cùng kỳ."
    (tmp_path / "short.txt").write_text(text, encoding="utf-8")
    said = run("explain", tmp_path / "short.txt").out
    assert "by indicator “GRDP”, area “Lạng Sơn” at 13, period “năm 2020” at 22, base “cùng kỳ”" in said


def test_explain_debug_shows_clauses_with_mentions_and_who_abstained(run, tmp_path: Path) -> None:
    text = "Năm 2020, GRDP tỉnh Lạng Sơn tăng 0,47%, dân số tăng 5 tạ."
    (tmp_path / "short.txt").write_text(text, encoding="utf-8")
    lines = run("explain", "--debug", tmp_path / "short.txt").out.splitlines()
    assert lines[1] == "    period:Năm 2020"
    assert lines[2] == "    concept:GRDP  area:Lạng Sơn  up:tăng  number:0,47%"
    assert "= 0,47%: GRDP, VN-09, 2020, actual" in lines[4]
    assert lines[5].endswith("change_in_points abstained; growth: GROWTH_YOY 0.47 PT")
    assert "no row" in lines[-1]


def test_a_report_can_not_drive_the_terminal(run, tmp_path: Path) -> None:
    (tmp_path / "sly.txt").write_text(GOOD.replace("tỉnh", "tỉnh \x1b]0;sly\x07"), encoding="utf-8")
    assert "\x1b" not in run("explain", tmp_path / "sly.txt").out


def mentions(run, folder: Path, text: str, *more: object) -> list[dict]:
    (folder / "lines.txt").write_text(text, encoding="utf-8")
    done = run("mentions", "--lines", folder / "lines.txt", *more)
    assert (done.status, done.err) == (0, "")
    return done.rows


NAMELESS = "Quý I, thu ngân sách của tỉnh tăng 5%.\n"
TOLD = ("--published", "2024-04-02", "--area", "lang son")


@pytest.fixture
def nameless(tmp_path: Path) -> Path:
    path = tmp_path / "nameless.txt"
    path.write_text(NAMELESS, encoding="utf-8")
    return path


def test_what_is_told_of_the_reports_holds_for_each(run, nameless: Path) -> None:
    (nameless.parent / "other.txt").write_text(NAMELESS, encoding="utf-8")
    done = run("extract", nameless.parent, *TOLD, "--format", "jsonl")
    assert [(row["ref_area"], row["time_period"]) for row in done.rows] == [("VN-09", "2024-Q1")] * 2


def test_the_day_of_the_reports_is_told_as_people_write_it(run, nameless: Path) -> None:
    done = run("extract", nameless, "--area", "VN-09", "--published", "2/4/2024", "--format", "jsonl")
    assert [row["time_period"] for row in done.rows] == ["2024-Q1"]


@pytest.mark.parametrize(
    ("command", "shown"),
    [("explain", "told       area, published"), ("figures", " row "), ("check", "")],
)
def test_every_command_on_reports_takes_what_is_told(run, nameless: Path, command: str, shown: str) -> None:
    done = run(command, nameless, *TOLD)
    assert (done.status, done.err) == (0, "")
    assert shown in done.out


@pytest.mark.parametrize("option", [("--area", "Atlantis"), ("--published", "2024-02-31")])
@pytest.mark.parametrize("command", ["extract", "explain", "figures", "check"])
def test_what_can_not_be_told_is_refused_by_its_words(
    run, nameless: Path, command: str, option: tuple[str, str]
) -> None:
    done = run(command, nameless, *option)
    assert (done.status, done.out) == (2, "")
    assert f"{option[0]}: “{option[1]}” is no" in done.err.splitlines()[-1]


def test_a_list_beside_the_reports_tells_of_each_and_is_none(run, nameless: Path) -> None:
    (nameless.parent / "reports.csv").write_text("document,area,published\nnameless,VN-04,2023-04-02\n")
    for named in ([nameless.parent], sorted(nameless.parent.iterdir())):
        done = run("extract", *named, "--format", "jsonl")
        assert (done.status, done.err) == (0, "")
        assert [(row["ref_area"], row["time_period"]) for row in done.rows] == [("VN-04", "2023-Q1")]


def test_an_option_wins_over_the_list(run, nameless: Path) -> None:
    (nameless.parent / "reports.csv").write_text("document,area,published\nnameless,VN-04,2023-04-02\n")
    done = run("extract", nameless, "--area", "VN-09", "--format", "jsonl")
    assert [(row["ref_area"], row["time_period"]) for row in done.rows] == [("VN-09", "2023-Q1")]


def test_a_bad_line_of_the_list_is_named_and_loses_nothing(run, nameless: Path) -> None:
    listed = nameless.parent / "reports.csv"
    listed.write_text("document,area,published\nnone,VN-04,\nnameless,VN-04,2023-04-02\n")
    done = run("extract", nameless.parent, "--format", "jsonl")
    assert (done.status, len(done.rows)) == (1, 1)
    assert (
        done.err == f"{nameless.parent.name}/reports.csv, line 2: There is no report “none” in this folder.\n"
    )


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_a_list_alone_is_no_report(run, tmp_path: Path, command: str) -> None:
    listed = tmp_path / "reports.csv"
    done = run(command, listed)
    assert (done.status, done.out) == (2, "")
    assert done.err == f"{listed}: tells of the reports beside it, and is none\n"


def test_mentions_are_counted_from_line_one_and_cut_true(run, tmp_path: Path) -> None:
    text = "\n" + GOOD + "CPI tháng 6/2020 tăng trên 1.320 triệu USD\n"
    found = mentions(run, tmp_path, text)
    assert {mention["line"] for mention in found} == {2, 3}
    for mention in found:
        assert text.split("\n")[mention["line"] - 1][mention["start"] : mention["end"]] == mention["text"]


def test_mentions_say_what_they_are(run, tmp_path: Path) -> None:
    found = {mention["kind"]: mention for mention in mentions(run, tmp_path, GOOD)}
    assert (
        found["number"] | {"text": "0,47%", "value": 0.47, "unit_measure": "PT", "unit_mult": 0}
        == found["number"]
    )
    assert found["area"] | {"ref_area": "VN-09", "boundary": "63"} == found["area"]
    assert found["indicator"] | {"text": "GRDP", "indicator": "GRDP", "activity": "_T"} == found["indicator"]
    assert {"cue", "period"} <= set(found)


@pytest.mark.parametrize(
    ("text", "period"),
    [("năm ngoái", "2019"), ("tháng này", "2020-07"), ("tháng trước", "2020-06"), ("quý trước", "2020-Q2")],
)
def test_the_date_of_publication_tells_what_words_leave_open(
    run, tmp_path: Path, text: str, period: str
) -> None:
    (found,) = [
        m for m in mentions(run, tmp_path, text, "--published", "2020-07-13") if m["kind"] == "period"
    ]
    assert found["time_period"] == period
    assert [m["time_period"] for m in mentions(run, tmp_path, text) if m["kind"] == "period"] == [None]


def test_the_date_of_publication_decides_the_boundary(run, tmp_path: Path) -> None:
    found = mentions(run, tmp_path, "tỉnh Lạng Sơn", "--published", "2025-07-01")
    assert [mention["boundary"] for mention in found if mention["kind"] == "area"] == ["34"]


@pytest.mark.parametrize("date", ["7/13/2020", "2020-13-01", "tomorrow"])
def test_a_date_that_is_none_is_refused_with_the_form_that_is_wanted(run, tmp_path: Path, date: str) -> None:
    done = run("mentions", "--lines", tmp_path / "missing.txt", "--published", date)
    assert (done.status, done.out) == (2, "")
    assert date in done.err and "such as 2020-07-13" in done.err


def test_mentions_of_nothing_are_refused(run, tmp_path: Path) -> None:
    done = run("mentions", "--lines", tmp_path / "missing.txt")
    assert (done.status, done.out) == (2, "")
    assert done.err == f"{tmp_path / 'missing.txt'}: No such file or directory\n"


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = [sys.executable, "-m", "indicators", "extract", *[str(SEEDS)], "--format", "jsonl"]
    writer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert writer.stdout is not None
    assert writer.stderr is not None
    writer.stdout.close()
    assert writer.stderr.read() == b""
    assert writer.wait() == 0


def test_letters_survive_a_terminal_of_another_encoding(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "indicators", "explain", str(tmp_path / "good.txt")],
        cwd=ROOT,
        env=os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "tỉnh Lạng Sơn" in io.BytesIO(done.stdout).read().decode("utf-8")
