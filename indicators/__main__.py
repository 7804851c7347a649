"""The command line: ``python -m indicators extract | check | explain | figures | mentions``.

Exit status: 0 all went well; 1 some files, or lines of ``reports.csv``, could not be read, the others' rows
were given; 2 nothing could be done.
"""

import argparse
import io
import json
import os
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from tqdm import tqdm

from indicators import (
    doubts,
    export,
    extract,
    figures,
    mentioning,
    read,
    terminal,
    to_table,
    tracing,
)
from indicators.arguments import Command, parser
from indicators.model import Document, Observation
from indicators.reading import ReadingError
from indicators.telling.listed import Flaw, Telling, beside, is_list
from indicators.wording import Wording

DONE, PARTLY, FAILED = 0, 1, 2

#: the endings of a folder's files that are taken for reports
ENDINGS = (".txt",)
#: a progress bar is shown from so many files on
LONG = 10
#: so many reports without figures are named, more are counted
FEW = 5
_NO_REPORT = "tells of the reports beside it, and is none"


class RefusalError(Exception):
    """A request that can't be met, in one line for the reader."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status."""
    options = parser(_first_line(__doc__), COMMANDS).parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):  # the letters of reports, whatever the terminal's encoding
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except RefusalError as refusal:
        _complain(str(refusal))
        return FAILED
    except BrokenPipeError:  # the reader has seen enough: `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return 130
    return status


def _first_line(text: str | None) -> str:
    return (text or "").partition("\n")[0]


def _extract(options: argparse.Namespace) -> int:
    form = options.format or _format_of(options.output)
    if options.output is None and form in export.FORMATS and export.FORMATS[form].binary:
        raise RefusalError(f"{form} can't be shown on a terminal: name a file with -o")
    if options.output is not None:
        _check_writable(options.output)
    found = _observations(options.paths, _told(options))
    if found.failed == found.total:
        return FAILED
    table = to_table(found.rows)
    provenance = export.Provenance(found.documents, options.language)

    def fill(sink: BinaryIO) -> None:
        if form == "table":
            sink.write(terminal.rows(table).encode())
        else:
            export.FORMATS[form].fill(table, provenance, sink)

    try:
        _put(fill, options.output)
    except ValueError as error:
        raise RefusalError(str(error)) from error
    return PARTLY if found.failed or found.flawed else DONE


@dataclass(frozen=True, slots=True)
class _Found:
    """What all files hold: the rows, the reports without their texts, how many files failed, of how many.

    ``flawed`` tells whether a list of reports had lines that can't be taken.
    """

    rows: list[Observation]
    documents: dict[str, Document]
    failed: int
    total: int
    flawed: bool


def _check(options: argparse.Namespace) -> int:
    found = _observations(options.paths, _told(options))
    if found.failed == found.total:
        return FAILED
    table = to_table(found.rows)
    print(terminal.findings(doubts(table), table), end="")
    return PARTLY if found.failed or found.flawed else DONE


def _observations(paths: Sequence[Path], told: Telling) -> _Found:
    """What all files hold; each failure is named. What is ``told`` here wins over the lists of reports."""
    files, failed = _files(paths)
    total = len(files) + failed
    listed, flaws = beside(files)
    _name(flaws)
    found: list[Observation] = []
    documents: dict[str, Document] = {}
    bare: list[Path] = []
    quiet = len(files) < LONG or not sys.stderr.isatty()
    for file in tqdm(files, unit="file", leave=False, disable=quiet):
        try:
            document = _read(file, told.over(listed[file]))
            rows = extract(document)
        except (ReadingError, OSError) as error:
            failed += 1
            _complain(_fault(file, error))
            continue
        except Exception as error:  # a fault of ours in one report must not lose the rows of the others
            failed += 1
            _complain(f"{file}: a fault of this program, please report it: {error!r}")
            continue
        if not rows:
            bare.append(file)
        found += rows
        if document.name in documents:
            _complain(f"{file}: another report has the same file name; their figures can't be told apart")
        documents[document.name] = replace(document, text="")
    if len(bare) > FEW:
        _complain(f"{len(bare)} of {len(files)} files hold no figures of the catalogue's indicators")
    else:
        for file in bare:
            _complain(f"{file}: no figures of the catalogue's indicators")
    return _Found(found, documents, failed, total, bool(flaws))


def _told(options: argparse.Namespace) -> Telling:
    """What the options tell of the reports."""
    return Telling(options.published, options.area)


def _read(file: Path, told: Telling) -> Document:
    return read(file, published=told.published, area=told.area)


def _name(flaws: Sequence[Flaw]) -> None:
    for flaw in flaws:
        _complain(flaw.sentence("en"))


def _files(paths: Sequence[Path]) -> tuple[list[Path], int]:
    """The files that the paths name, each once, folders searched; and how many folders held no report."""
    files: dict[Path, Path] = {}
    empty = 0
    reports = [path for path in paths if not is_list(path)]  # `extract folder/*` names the list, too
    if not reports:
        raise RefusalError(f"{paths[0]}: {_NO_REPORT}")
    for path in reports:
        within = _reports(path) if path.is_dir() else [path]
        files |= {file.resolve(): file for file in within if file.resolve() not in files}
        if not within:
            empty += 1
            _complain(f"{path}: no reports ({', '.join('*' + ending for ending in ENDINGS)}) in this folder")
    return list(files.values()), empty


def _reports(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.suffix.lower() in ENDINGS and file.is_file())


def _format_of(output: Path | None) -> str:
    """The format that the ending of a file asks for; no ending, or .txt, asks for the aligned table."""
    form = export.format_of(output.name) if output else None
    if form is None and output is not None and output.suffix not in ("", ".txt"):
        raise RefusalError(
            f"{output}: no format ends so; name one with --format ({', '.join(export.FORMATS)})"
        )
    return form or "table"


def _document(options: argparse.Namespace) -> tuple[Document, int]:
    """The one report that is asked for, and the exit status as far as it is known by then."""
    path: Path = options.path
    if is_list(path):
        raise RefusalError(f"{path}: {_NO_REPORT}")
    listed, flaws = beside([path])
    _name(flaws)
    try:
        return _read(path, _told(options).over(listed[path])), PARTLY if flaws else DONE
    except (ReadingError, OSError) as error:
        raise RefusalError(_fault(path, error)) from error


def _figures(options: argparse.Namespace) -> int:
    document, status = _document(options)
    print(terminal.account(figures(document)), end="")
    return status


def _explain(options: argparse.Namespace) -> int:
    document, status = _document(options)
    if options.debug:
        print(tracing.traced(document), end="")
    else:
        print(terminal.explained(document, extract(document), colour=sys.stdout.isatty()), end="")
    return status


def _mentions(options: argparse.Namespace) -> int:
    for number, line in enumerate(_lines(options.lines), start=1):
        for mention in mentioning.mentions(line, options.published):
            print(json.dumps({"line": number, **mention}, ensure_ascii=False))
    return DONE


def _lines(path: Path) -> list[str]:
    """The lines of a text in NFC, as the finders want them; only a line feed ends a line."""
    try:
        content = sys.stdin.buffer.read() if path == Path("-") else path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        raise RefusalError(_fault(path, error)) from error
    except UnicodeDecodeError as error:
        raise RefusalError(f"{path}: not UTF-8 (byte {error.start})") from error
    return [
        unicodedata.normalize("NFC", line.removesuffix("\r")) for line in text.removesuffix("\n").split("\n")
    ]


def _check_writable(output: Path) -> None:
    """Refuse before the work what could not be written after it."""
    if output.is_dir():
        raise RefusalError(f"{output}: is a folder; name a file in it")
    if not output.parent.is_dir():
        raise RefusalError(f"{output}: there is no folder {output.parent}")


def _put(fill: Callable[[BinaryIO], None], output: Path | None) -> None:
    if output is None:
        fill(sys.stdout.buffer)
        return
    try:
        with export.replacing(output) as sink:
            fill(sink)
    except OSError as error:
        raise RefusalError(_fault(output, error)) from error


def _fault(path: Path, error: Exception) -> str:
    """What is wrong with a file, in one line that names it once."""
    if isinstance(error, ReadingError) and path.name in str(error):
        return f"{path}: {Wording('en').text(f'fault.{error.code}')}"
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"{path}: {reason}"


def _complain(line: str) -> None:
    tqdm.write(terminal.printable(line).replace("\n", " "), file=sys.stderr)


COMMANDS: Mapping[str, Command] = {
    "extract": _extract,
    "check": _check,
    "explain": _explain,
    "figures": _figures,
    "mentions": _mentions,
}

if __name__ == "__main__":
    sys.exit(main())
