"""The sites in the browser -> plugins/tellal/pages/tested.py: what was tested, and what was found.

python -m tests.browser.examination
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser import tools
from tests.browser.sites import Served, looks, looks_by_language, served, written
from tests.browser.windows import PHONE, WALKED_PATHS, WALKED_WINDOWS, WIDE
from tests.golden.accept import ROOT
from tests.once import Once

FILE = ROOT / "plugins" / "tellal" / "pages" / "tested.py"
NPM = {"axe-core": "axe-core", "vnu-jar": "Nu Html Checker", "html-validate": "html-validate"}
MODULE = '''"""What the site was tested for, and what was found. Written by `invoke tested`."""

from datetime import date

from tellal.pages.views import Check, Tested, Tool

TESTED = Tested(
    on=date({on.year}, {on.month}, {on.day}),
    tools=(
{tools}
    ),
{checks}
)
'''


def looking_at(golden: Served, shipped: Served) -> list[str]:
    """Return the addresses of pages that together show all that the style sheet can tell apart.

    They are those of the golden municipality, and from the shipped content what it lacks.
    """
    known = {look for file in golden.files() for look in golden.traits_of(file, looks)}
    return [
        *golden.addresses_of(golden.one_of_each(looks)),
        *shipped.addresses_of(shipped.one_of_each(looks, known)),
    ]


def speaking_at(golden: Served) -> list[str]:
    """Return the addresses of pages that together show each part of a page in each language."""
    return golden.addresses_of(golden.one_of_each(looks_by_language))


def reach(looking: list[str], speaking: list[str], *sites: Served) -> Mapping[str, int]:
    """Return at how many states of pages each test looks, by the names of `Tested`.

    The others say it themselves: `looking` in two windows and two schemes, and so on.
    """
    golden, shipped = sites
    others = set(speaking) - set(looking)
    return {
        "axe": 4 * len(looking) + len(others),
        "html": len({*golden.files(), *written(shipped)}),
        "keyboard": len(WALKED_PATHS) * len(WALKED_WINDOWS),
        "enlarged": 3 * len({*looking, *speaking}),
        "plain": len(looking),
        "paper": len(looking),
    }


def versions() -> dict[str, str]:
    """Return the versions of the tools that the tests install, by their names."""
    package = json.loads((tools.HERE / "package.json").read_text("utf-8"))
    return {name: package["devDependencies"][npm] for npm, name in NPM.items()}


def broken_rules(browser: Browser, looking: Iterable[str], speaking: Iterable[str]) -> list[str]:
    """Return the names of the rules of axe that any page breaks in any window or scheme."""
    found: set[str] = set()
    for window in (WIDE, PHONE):
        with browser.new_page(viewport=window) as page:
            for address in {*looking, *speaking}:
                page.emulate_media(color_scheme="light")
                page.goto(address)
                found |= {*tools.axe_findings(page)}
                page.emulate_media(color_scheme="dark")
                found |= {*tools.axe_findings(page, tools.CONTRAST)}
    return sorted({finding.rpartition("[")[2].partition("]")[0] for finding in found})


def module(numbers: Mapping[str, int], rules: list[str], html: int, chromium: str) -> str:
    """Return the text of `tested.py`."""
    named = {**versions(), "Chromium": chromium.partition(".")[0]}
    found = {"axe": rules, "html": [f"{html} of the checkers"] if html else []}
    checks = (
        f"    {name}=Check({looked}"
        + (f", {tuple(found[name])!r}" if found.get(name) else "")
        + "),"
        for name, looked in numbers.items()
    )
    return MODULE.format(
        on=datetime.now(UTC).date(),
        tools="\n".join(f'        Tool("{name}", "{version}"),' for name, version in named.items()),
        checks="\n".join(checks),
    )


def main() -> None:
    """Test, and write down what was found."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(Once(Path(folder)).golden()) as golden,
        served(Once(Path(folder)).shipped()) as shipped,
        tools.chromium() as browser,
    ):
        looking, speaking = looking_at(golden, shipped), speaking_at(golden)
        rules = broken_rules(browser, looking, speaking)
        html = tools.html_findings(golden.folder, *written(shipped))
        numbers = reach(looking, speaking, golden, shipped)
        FILE.write_text(module(numbers, rules, len(html), browser.version), "utf-8")


if __name__ == "__main__":
    main()
