"""Imports go one way, only one module knows Pelican, and no module reads the world by itself."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "plugins" / "tellal"
FLOW = ["domain", "reading", "checks", "site", "pages", "outputs", "build", "publish"]
# What puts the rooms together, and so may know them all.
COMPOSERS = {"compiler", "commands", "__main__", "pelican_plugin"}
# Where the clock and the environment come in, as arguments for all others.
EDGES = {"commands/options.py", "pelican_plugin.py", "desk/new.py"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def room_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else file.stem


def imports_of(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.module or ""


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_module_imports_only_what_stands_before_it_in_the_flow(file: Path) -> None:
    room = room_of(file)
    if room not in FLOW:
        return
    for imported in imports_of(file):
        if imported.startswith("tellal."):
            other = imported.split(".")[1]
            assert other in FLOW, f"{room} imports {imported}"
            assert FLOW.index(other) <= FLOW.index(room), f"{room} imports {imported}"


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_build_knows_pages_and_no_publications(file: Path) -> None:
    if room_of(file) == "build":
        inside = [name for name in imports_of(file) if name.startswith("tellal.")]
        assert all(name.startswith(("tellal.build", "tellal.pages")) for name in inside)


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_only_the_plugin_knows_pelican(file: Path) -> None:
    knows = any(name.split(".")[0] == "pelican" for name in imports_of(file))

    assert not knows or file.name == "pelican_plugin.py"


@pytest.mark.parametrize("file", MODULES, ids=name_of)
def test_the_clock_and_the_environment_come_in_as_arguments(file: Path) -> None:
    text = file.read_text("utf-8")
    if name_of(file) not in EDGES:
        for word in ("datetime.now", "date.today", "os.environ", "time.time(", "setlocale"):
            assert word not in text, f"{name_of(file)} reads {word}"


def test_every_module_belongs_to_a_room() -> None:
    rooms = {room_of(file) for file in MODULES}

    assert rooms - set(FLOW) - COMPOSERS == {"desk", "settings", "__init__"}
