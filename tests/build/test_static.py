"""The theme's files in the output: style sheets become one, in the order that was declared."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tellal.build.lean import lean_sheet
from tellal.build.static import static_files

THEME = Path(__file__).parents[2] / "theme" / "static"
SITE_CSS = """/* The order of layers decides. */
@layer reset, base;
@import "reset.css" layer(reset);
@import url("base.css") layer(base);
@import "bare.css";
a { color: red }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a theme of four sheets, an icon and a font."""
    (tmp_path / "css").mkdir()
    (tmp_path / "fonts").mkdir()
    for name, text in (
        ("css/site.css", SITE_CSS),
        ("css/reset.css", "* { margin: 0 }\n"),
        ("css/base.css", "\nbody { margin: 1rem }\n\n"),
        ("css/bare.css", "p { margin: 2rem }"),
        ("css/extra.css", "b { margin: 3rem }"),
        ("icon.svg", "<svg/>"),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "fonts/sans.woff2").write_bytes(b"wOF2\x00\xff")
    return tmp_path


def test_style_sheets_become_one_each_in_its_layer(folder: Path) -> None:
    sheet = dict(static_files(folder))["theme/css/site.css"].decode()

    assert sheet == (
        "@layer reset,base;@layer reset{*{margin:0}}@layer base{body{margin:1rem}}"
        "p{margin:2rem}a{color:red}"
    )


def test_imported_sheet_is_not_published_again_and_all_else_is_as_it_lies_there(
    folder: Path,
) -> None:
    files = dict(static_files(folder))

    assert sorted(files) == [
        "theme/css/extra.css",
        "theme/css/site.css",
        "theme/fonts/sans.woff2",
        "theme/icon.svg",
    ]
    assert files["theme/fonts/sans.woff2"] == b"wOF2\x00\xff"
    assert files["theme/icon.svg"] == b"<svg/>"


def test_files_come_in_the_same_order_on_every_machine(folder: Path) -> None:
    paths = [path for path, _ in static_files(folder)]

    assert paths == sorted(paths)


def test_import_of_a_sheet_that_is_missing_stops_the_build(folder: Path) -> None:
    (folder / "css/base.css").unlink()

    with pytest.raises(FileNotFoundError, match=r"base\.css"):
        list(static_files(folder))


def nameless(sheet: str) -> str:
    """Return a sheet without the names of its own properties, which are shorter where published."""
    return re.sub(r"--[a-zA-Z][\w-]*", "--", sheet)


def test_every_sheet_of_the_theme_is_in_the_one_that_is_published() -> None:
    sheet = nameless(dict(static_files(THEME))["theme/css/site.css"].decode())

    assert "@import" not in re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    for file in (THEME / "css").glob("*.css"):
        if file.name != "site.css":
            assert nameless(lean_sheet(file.read_text("utf-8")).strip()) in sheet, file.name
    assert [path for path, _ in static_files(THEME) if path.endswith(".css")] == [
        "theme/css/site.css"
    ]


def test_sheets_stand_in_the_order_of_their_imports() -> None:
    named = re.findall(r'@import[^"]*"([\w.-]+)"', (THEME / "css/site.css").read_text("utf-8"))
    sheet = nameless(dict(static_files(THEME))["theme/css/site.css"].decode())
    texts = [(THEME / "css" / name).read_text("utf-8") for name in named]
    sheets = [nameless(lean_sheet(text).strip()) for text in texts]
    places = [sheet.index(one) for one in sheets]

    assert len(named) > 5
    assert places == sorted(places)


def test_what_belongs_to_the_top_of_the_site_lies_there(folder: Path) -> None:
    (folder / "root").mkdir()
    (folder / "root/sw.js").write_text("skipWaiting()", "utf-8")

    files = dict(static_files(folder))
    assert files["sw.js"] == b"skipWaiting()"
    assert not [path for path in files if "root" in path]
