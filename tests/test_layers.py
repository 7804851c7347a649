"""The flow runs one way: a module imports only what stands above it in this list."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = "indicators"

#: from the records up to the page; `indicators` itself is the front door with the public verbs
LAYERS = (
    "indicators.model",
    "indicators.lexicon",
    "indicators.reading",
    "indicators.finding",
    "indicators.observing",
    "indicators.accounting",
    "indicators.mentioning",
    "indicators.table",
    "indicators.checking",
    "indicators.wording",
    "indicators.telling",
    "indicators.views",
    "indicators.charts",
    "indicators.printing",
    "indicators.export",
    "indicators.api",
    "indicators.terminal",
    "indicators.tracing",
    "indicators",
    "indicators.ui",
    "indicators.serving",
    "indicators.arguments",
    "indicators.__main__",
    "dashboard",
)

#: the finders, siblings that never import each other; what else lies beside them they share
FINDERS = {f"indicators.finding.{name}" for name in ("numbers", "periods", "areas", "concepts", "cues")}

#: what only some layers may import
ONLY = {
    "streamlit": {"indicators.ui", "indicators.serving", "dashboard"},
    "starlette": {"indicators.serving"},
    "plotly": {"indicators.charts", "indicators.ui", "dashboard"},
    "pandas": set(LAYERS[LAYERS.index("indicators.table") :]),
}


def modules() -> dict[str, Path]:
    files = [*(ROOT / PACKAGE).rglob("*.py"), *ROOT.glob("dashboard.py")]
    return {named(file): file for file in sorted(files)}


def named(file: Path) -> str:
    parts = file.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = modules()


def layer(module: str) -> str:
    """The entry of the list that a module belongs to."""
    parts = module.split(".")
    below = ".".join(parts[:2])
    assert below in LAYERS, f"{module} has no place in the list of layers"
    return below


def imports(module: str) -> Iterator[str]:
    """What a module imports, wherever in its file: our modules by their full names, others by their first."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (resolved(name.name) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = (
                ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            )
            source = ".".join(part for part in (above, node.module) if part)
            yield from (resolved(f"{source}.{name.name}") for name in node.names)


def resolved(name: str) -> str:
    """The module that a dotted name lies in."""
    while name.startswith(PACKAGE) and name not in MODULES:
        name = name.rpartition(".")[0]
    return name if name.startswith(PACKAGE) else name.split(".")[0]


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_above_it(module: str) -> None:
    own = LAYERS.index(layer(module))
    below = {name for name in imports(module) if name in MODULES and LAYERS.index(layer(name)) > own}
    assert not below


@pytest.mark.parametrize("module", [name for name in MODULES if layer(name) == "indicators.finding"])
def test_nothing_beside_a_finder_imports_it(module: str) -> None:
    assert not FINDERS.intersection(imports(module))


@pytest.mark.parametrize("library", ONLY)
def test_a_library_stays_in_its_layers(library: str) -> None:
    users = {module for module in MODULES if library in set(imports(module))}
    assert {layer(user) for user in users} <= ONLY[library]


def test_the_layers_are_seen() -> None:
    """A scan that finds nothing would pass all the others."""
    assert "indicators.model" in set(imports("indicators.table"))
    assert "pandas" in set(imports("indicators.table"))
    assert set(MODULES) >= FINDERS
