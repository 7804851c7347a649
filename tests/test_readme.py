"""The README tells what is so: its examples are run, its tables compared. `make golden` writes both anew."""

import contextlib
import io
import shlex
import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest
import regex

from indicators import lexicon
from indicators.table import COLUMNS

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

_PYTHON = regex.compile(
    r"(?<=```python\n)(?P<code>.*?)(?P<between>```\n\n```text\n)(?P<output>.*?)(?=```)", regex.DOTALL
)
_CONSOLE = regex.compile(
    r"(?<=```console\n\$ python )(?P<arguments>[^\n]*)\n(?P<output>.*?)(?=```)", regex.DOTALL
)
_INDICATORS = regex.compile(r"(?<=<!-- indicators -->\n).*?(?=<!-- /indicators -->)", regex.DOTALL)
_COLUMNS = regex.compile(r"(?<=<!-- columns -->\n).*?(?=<!-- /columns -->)", regex.DOTALL)


def printed(code: str) -> str:
    """What a Python example prints."""
    output = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(output):
        exec(compile(code, str(README), "exec"), {})
    return output.getvalue()


def answered(arguments: str) -> str:
    """What a command line prints."""
    command = [sys.executable, *shlex.split(arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout.decode("utf-8")


def catalogue() -> str:
    """The indicators by group, as the lexicon has them."""
    lines = ["| code | indicator | chỉ tiêu |", "| --- | --- | --- |"]
    for group, entries in groupby(lexicon.indicators().values(), key=lambda entry: entry.group):
        lines.append(
            f"| | **{lexicon.labels('group')[group].en}** | **{lexicon.labels('group')[group].vi}** |"
        )
        lines += [f"| `{entry.code}` | {entry.en} | {entry.vi} |" for entry in entries]
    return "\n".join(lines) + "\n"


def columns() -> str:
    """The table's columns, as the lexicon tells them."""
    lines = ["| column | dtype | meaning |", "| --- | --- | --- |"]
    lines += [f"| `{name}` | {dtype} | {lexicon.columns()[name].en} |" for name, dtype in COLUMNS.items()]
    return "\n".join(lines) + "\n"


def rewritten(text: str) -> str:
    text = _PYTHON.sub(lambda match: match["code"] + match["between"] + printed(match["code"]), text)
    text = _CONSOLE.sub(lambda match: f"{match['arguments']}\n{answered(match['arguments'])}", text)
    text = _COLUMNS.sub(lambda _: columns(), text)
    return _INDICATORS.sub(lambda _: catalogue(), text)


TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("example", list(_PYTHON.finditer(TEXT)), ids=lambda match: f"at {match.start()}")
def test_the_python_example_prints_what_it_says(example: regex.Match) -> None:
    assert printed(example["code"]) == example["output"]


@pytest.mark.parametrize("example", list(_CONSOLE.finditer(TEXT)), ids=lambda match: f"at {match.start()}")
def test_the_command_prints_what_it_says(example: regex.Match) -> None:
    assert answered(example["arguments"]) == example["output"]


def test_there_is_an_example_of_each_kind() -> None:
    assert _PYTHON.search(TEXT)
    assert _CONSOLE.search(TEXT)


def test_the_indicators_are_those_of_the_lexicon() -> None:
    assert catalogue() in TEXT


def test_the_columns_are_those_of_the_table() -> None:
    assert columns() in TEXT


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_what_a_page_points_at_is_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in regex.findall(r"\]\((?!https?:)([^)#]+)\)", text):
        assert (ROOT / target).exists(), target
    for path in regex.findall(r"`((?:indicators|tests|seeds|bench|docs)/[\w./]*)`", text):
        assert (ROOT / path).exists(), path


def test_every_pin_has_its_reason_and_its_place_in_the_constraints() -> None:
    reasons = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").lower()
    constraints = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [
        pin
        for file in ("requirements.txt", "requirements-dev.txt")
        for pin in (ROOT / file).read_text(encoding="utf-8").lower().splitlines()
        if not pin.startswith(("#", "-"))
    ]
    assert [pin for pin in pins if f"`{pin.partition('==')[0]}`" not in reasons] == []
    assert [pin for pin in pins if pin not in constraints] == []


if __name__ == "__main__":
    README.write_text(rewritten(TEXT), encoding="utf-8", newline="\n")
