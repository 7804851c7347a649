"""What the page reads: reports of a folder, their figures, ready tables, and what could not be read."""

import gc
import logging
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import MappingProxyType
from uuid import uuid4

import pandas as pd
import streamlit as st

import indicators
from indicators import views
from indicators.model import Document, Observation
from indicators.reading import ReadingError
from indicators.table import COLUMNS, check
from indicators.telling.listed import LIST, Flaw, beside, is_list
from indicators.ui.keeping import kept

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FOLDERS = "INDICATORS_REPORTS"
#: the ending of a ready table, as ``python -m indicators extract --format parquet`` writes it
TABLE = ".parquet"
#: the reason where reading or extracting failed in a way that nobody foresaw
UNFORESEEN = "unforeseen"

_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fault:
    """A report that could not be read: its file and the code of the reason."""

    file: str
    code: str


@dataclass(frozen=True, slots=True)
class Corpus:
    """The table made ready for the page (never changed: all sessions share it), the reports, the faults."""

    table: pd.DataFrame
    documents: Mapping[str, Document]
    faults: tuple[Fault, ...] = ()
    #: how many numbers of each report neither became a row nor are known to be no figure
    unassigned: Mapping[str, int] = field(default_factory=dict)
    #: how many reports there are, those of ready tables too
    reports: int = 0
    #: what of the lists of reports can't be taken
    flaws: tuple[Flaw, ...] = ()
    #: what tells this corpus from every other, those of other sessions too: the key of what is made from it
    key: str = field(default_factory=lambda: uuid4().hex)

    def raw(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows with the columns of the observation table only, and all of these, for files."""
        return self.told(rows, COLUMNS).astype(dict(COLUMNS))

    def told(self, rows: pd.DataFrame, columns: Collection[str]) -> pd.DataFrame:
        """These columns of the rows, in words, whichever columns the ``rows`` of a view have."""
        return views.spelled(self.table, rows.index.to_numpy(), columns)

    def areas(self) -> Sequence[views.Option]:
        """The areas that can be chosen, counted once for all sessions."""
        return _areas(self.table, self.key)

    def of_area(self, area: str) -> pd.DataFrame:
        """What the options of an area's view are counted in, looked up once for all sessions."""
        return _of_area(self.table, self.key, area)


@kept(8)
def _areas(
    _table: pd.DataFrame,
    key: str,  # noqa: ARG001 - what the cache tells corpora apart by
) -> Sequence[views.Option]:
    return views.area_options(_table)


@kept(32)
def _of_area(
    _table: pd.DataFrame,
    key: str,  # noqa: ARG001 - likewise
    area: str,
) -> pd.DataFrame:
    return views.of_area(_table, area)


def report_files() -> list[Path]:
    """The reports of the seeds' folder, or of the folders and tables that ``INDICATORS_REPORTS`` names."""
    named = [Path(place) for place in os.environ.get(FOLDERS, "").split(os.pathsep) if place]
    return [
        file
        for place in named or [SEEDS]
        for file in (sorted(place.glob("*.txt")) if place.is_dir() else [place])
    ]


def corpus(paths: Sequence[Path]) -> Corpus:
    """The reports of these files, read again only when one of them changes, or a list that tells of them."""
    lists = (folder / LIST for folder in dict.fromkeys(path.parent for path in paths))
    files = [*(path for path in paths if not is_list(path)), *(path for path in lists if path.exists())]
    return _corpus(tuple((str(path), path.stat().st_mtime_ns if path.exists() else 0) for path in files))


@st.cache_resource(max_entries=2, show_spinner=False)
def _corpus(files: tuple[tuple[str, int], ...]) -> Corpus:
    documents: dict[str, Document] = {}
    unassigned: dict[str, int] = {}
    faults, rows, tables = [], [], []
    paths = [path for path in (Path(file) for file, _ in files) if not is_list(path)]
    told, flaws = beside(paths)
    for path in paths:
        if path.suffix == TABLE:
            ready = _ready(path)
            if isinstance(ready, Fault):
                faults.append(ready)
            else:
                tables.append(ready)
            continue
        of_it = told[path]
        outcome = attempt(
            path.name, partial(indicators.read, path, published=of_it.published, area=of_it.area)
        )
        if isinstance(outcome, Fault):
            faults.append(outcome)
            continue
        document, found = outcome
        if document.name in documents:  # figures lead back to their report by its name
            faults.append(Fault(path.name, "repeated"))
            continue
        documents[document.name] = document
        unassigned[document.name] = left_over(document, found)
        rows += found
    published = {name: document.published for name, document in documents.items()}
    table = pd.concat([indicators.to_table(rows), *tables], ignore_index=True)
    table = views.enrich(table, published)
    known, unread = MappingProxyType(documents), MappingProxyType(unassigned)
    _settle()
    return Corpus(table, known, tuple(faults), unread, reports_in(table, known), tuple(flaws))


def _settle() -> None:
    """Leave what stands for good out of the collections that streamlit makes after every run: 50 ms each.

    What was left out before is looked at once more: an earlier corpus may be gone by now.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


def reports_in(table: pd.DataFrame, documents: Mapping[str, Document]) -> int:
    """How many reports the page is made of: those at hand, and those of which only the rows are."""
    return len(documents.keys() | set(table["document"].cat.categories))


def _ready(path: Path) -> pd.DataFrame | Fault:
    """A ready table, or why it is none: ``missing`` or ``table``. Its reports' texts are not at hand."""
    try:
        return check(pd.read_parquet(path).reindex(columns=list(COLUMNS)).astype(dict(COLUMNS)))
    except FileNotFoundError:
        return Fault(path.name, "missing")
    except (OSError, ValueError, TypeError):
        return Fault(path.name, "table")


def attempt(label: str, read: Callable[[], Document]) -> tuple[Document, list[Observation]] | Fault:
    """A report and its rows, or why there are none: whatever one report does, the page goes on."""
    try:
        document = read()
        return document, indicators.extract(document)
    except ReadingError as error:
        return Fault(label, error.code)
    except Exception:  # one report that breaks a rule must not cost the reader all others
        _LOG.exception("%s could not be read", label)
        return Fault(label, UNFORESEEN)


def left_over(document: Document, rows: list[Observation]) -> int:
    """How many numbers of a report are unassigned."""
    return sum(number.status == "unassigned" for number in indicators.figures(document, rows))
