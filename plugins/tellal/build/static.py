"""theme/static/ -> the theme's files in the output; style sheets become one, remarks stay here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tellal.build.lean import lean_script, lean_sheet, short_names

IMPORT = re.compile(
    r'@import\s+(?:url\()?"(?P<file>[\w.-]+)"\)?(?:\s+layer\((?P<layer>[\w-]+)\))?;'
)
ENTRY = "css/site.css"
FOLDER = "theme"
TOP = "root"
"""Below this folder lies what has to stand at the top of the site."""


def static_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path in the output and the bytes of each static file, sorted.

    `css/site.css` takes the sheets that it imports into itself, which saves a phone a round trip.
    """
    imported = set(re.findall(IMPORT, (folder / ENTRY).read_text("utf-8")))
    names = {f"css/{name}" for name, _ in imported}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if not file.is_file() or path in names:
            continue
        there = path.removeprefix(f"{TOP}/") if path.startswith(f"{TOP}/") else f"{FOLDER}/{path}"
        yield there, static_file(folder, there)


def static_file(folder: Path, path: str) -> bytes:
    """Return the bytes of the static file that has a path in the output."""
    is_below = path.startswith(f"{FOLDER}/")
    inside = path.removeprefix(f"{FOLDER}/") if is_below else f"{TOP}/{path}"
    file = folder / inside
    if inside == ENTRY:
        return short_names(lean_sheet(one_sheet(file))).encode()
    return (
        lean_script(file.read_text("utf-8")).encode()
        if inside.endswith(".js")
        else file.read_bytes()
    )


def one_sheet(file: Path) -> str:
    """Return a style sheet with those that it imports in their place, inside their layer if any."""

    def inline(match: re.Match[str]) -> str:
        sheet = (file.parent / match["file"]).read_text("utf-8").strip()
        return f"@layer {match['layer']} {{\n{sheet}\n}}" if match["layer"] else sheet

    return IMPORT.sub(inline, file.read_text("utf-8"))
