"""How to cite a table: what it is, its reports with their dates and links, and the link of a figure."""

import pandas as pd

from indicators.export.provenance import Provenance, Source


def citation(table: pd.DataFrame, provenance: Provenance) -> str:
    """One paragraph for the table, in the reader's language."""
    say = provenance.wording
    fields = {"product": say.text("product"), "date": say.date(provenance.made)}
    count = len(provenance.sources(table))
    cited = say.text("file.citation", count=count, **fields)
    return f"{cited} {provenance.view}".strip()


def reference(source: Source, provenance: Provenance) -> str:
    """One line for a report: title, area, date, file, address; what is not known is left out."""
    say = provenance.wording
    published = say.date(source.published) if source.published else say.text("undated")
    area = say.area(source.area) if source.area else ""
    title = f"“{source.title}”" if source.title else ""
    parts = (title, area, published, source.name, provenance.where("report", source.name))
    return ", ".join(part for part in parts if part)


def described(source: Source, provenance: Provenance) -> dict[str, str | int | None]:
    """A report as a record: what is not known is ``None``."""
    return {
        "name": source.name,
        "title": source.title or None,
        "ref_area": source.area or None,
        "published": source.published.isoformat() if source.published else None,
        "figures": source.figures,
        "link": provenance.where("report", source.name) or None,
    }


def text(table: pd.DataFrame, provenance: Provenance) -> str:
    """The whole citation as a plain text: the table, how to cite one figure, the reports one by one."""
    say = provenance.wording
    lines = [say.text("file.cite"), "", citation(table, provenance), ""]
    if provenance.home:
        lines += [say.text("file.cite_figure", link=f"{provenance.home}?obs=DOCUMENT:START"), ""]
    lines += [say.text("file.sources"), ""]
    lines += [
        f"[{number}] {reference(source, provenance)}."
        for number, source in enumerate(provenance.sources(table), start=1)
    ]
    return "\n".join(lines) + "\n"
