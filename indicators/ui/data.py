"""What the page reads: reports of a folder, their figures, and what could not be read."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import pandas as pd
import streamlit as st

import indicators
from indicators import views
from indicators.model import Document
from indicators.reading import ReadingError

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FOLDERS = "INDICATORS_REPORTS"


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

    def raw(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows with the columns of the observation table only, for files."""
        return rows[list(indicators.to_table([]).columns)]


def report_files() -> list[Path]:
    """The reports of the seeds' folder, or of the folders that ``INDICATORS_REPORTS`` names."""
    named = [Path(folder) for folder in os.environ.get(FOLDERS, "").split(os.pathsep) if folder]
    return [file for folder in named or [SEEDS] for file in sorted(folder.glob("*.txt"))]


def corpus(paths: Sequence[Path]) -> Corpus:
    """The reports of these files, read again only when one of them changes."""
    return _corpus(tuple((str(path), path.stat().st_mtime_ns) for path in paths))


@st.cache_resource(max_entries=2, show_spinner=False)
def _corpus(files: tuple[tuple[str, int], ...]) -> Corpus:
    documents: dict[str, Document] = {}
    faults, rows = [], []
    for file, _ in files:
        try:
            document = indicators.read(Path(file))
        except ReadingError as error:
            faults.append(Fault(Path(file).name, error.code))
            continue
        documents[document.name] = document
        rows += indicators.extract(document)
    published = {name: document.published for name, document in documents.items()}
    table = views.enrich(indicators.to_table(rows), published)
    return Corpus(table, MappingProxyType(documents), tuple(faults))
