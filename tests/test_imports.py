"""The import order of the house, held over the syntax tree of every module."""

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "src" / "onrecord"

#: A module imports only from its own folder and from those before it.
LAYERS = (
    "errors",
    "model",
    "languages",
    "ontologies",
    "readers",
    "encoder",
    "extract",
    "analyse",
    "store",
    "corpus",
    "render",
    "export",
    "samples",
    "api",
    "cli",
    "__main__",
)


def _module_name(path: Path) -> str:
    parts = ["onrecord", *path.relative_to(PACKAGE).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {_module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def _imported(name: str) -> Iterator[str]:
    """The modules of onrecord that module ``name`` imports, anywhere in it, functions included."""
    tree = ast.parse(MODULES[name].read_text("utf-8"))
    package = name if MODULES[name].name == "__init__.py" else name.rpartition(".")[0]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "onrecord")
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            if base.split(".")[0] == "onrecord":
                for alias in node.names:
                    inner = f"{base}.{alias.name}"
                    yield inner if inner in MODULES else base


def _layer(name: str) -> str:
    return name.split(".")[1]


inner_modules = pytest.mark.parametrize("name", [name for name in MODULES if name != "onrecord"])


@inner_modules
def test_a_module_stands_in_a_known_layer(name: str) -> None:
    """A new folder takes its place in the order before it takes in modules."""
    assert _layer(name) in LAYERS


@inner_modules
def test_a_module_imports_only_downwards(name: str) -> None:
    """No module imports from a layer above its own, not even inside a function or for type checking."""
    own = LAYERS.index(_layer(name))
    upward = [other for other in _imported(name) if other != "onrecord" and LAYERS.index(_layer(other)) > own]
    assert not upward


@inner_modules
def test_nothing_inside_imports_the_public_package(name: str) -> None:
    """``import onrecord`` is for users: inside, the module that defines a name is imported."""
    assert "onrecord" not in list(_imported(name))


def test_there_are_no_cycles() -> None:
    """The graph of imports has an order in which it can be loaded, whatever is imported first."""
    graph = {name: set(_imported(name)) - {name} for name in MODULES if name != "onrecord"}
    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("path", sorted(PACKAGE.glob("*/**/__init__.py")), ids=_module_name)
def test_a_sub_package_init_holds_only_a_docstring(path: Path) -> None:
    """Re-exporting ``__init__`` files are where import cycles begin."""
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree)
    assert len(tree.body) == 1
