"""The page of a directorate has its work by kind, and says who of it presented when."""

from __future__ import annotations

from tellal.outputs.render import render
from tellal.pages.plan import plan_pages
from tellal.site.site import Site
from tests.conftest import CompileTexts
from tests.pages.told import theme

URL = "https://arnishta.example"


def text(title: str, *facts: str) -> str:
    return "\n".join(("---", f"title: {title}", *facts, "---", "", "Teksti.", ""))


def conference(name: str, starts: str, *presenters: str) -> dict[str, str]:
    facts = (f"starts: {starts}", "presenters:", *(f"  - {one}" for one in presenters))
    return {f"conferences/2026/03-01-{name}/index.sq.md": text(name, *facts)}


FILES = (
    conference(
        "e-para",
        "2026-03-03 11:00",
        "{role: Drejtoresha, name: A. B., directorate: culture}",
        "{role: Kryesuesi, enterprise: NPL Uji}",
    )
    | conference("e-dyta", "2026-03-20 11:00", "{role: Zëvendësi, directorate: culture}")
    | conference("e-ardhshme", "2026-04-20 11:00", "{role: Askush ende, directorate: culture}")
    | {"releases/2026/03-10-panairi/index.sq.md": text("Panairi", "directorate: culture")}
)


def page_at(site: Site, path: str) -> str:
    [page] = [one for one in plan_pages(site, URL, theme().messages) if one.path == path]
    return render(page, theme(), {}).decode()


def test_directorate_has_its_kinds_and_who_presented_newest_first(
    compile_texts: CompileTexts,
) -> None:
    page = page_at(compile_texts(FILES), "sq/drejtorite/culture/index.html")
    table = page.partition('id="presented"')[2].partition("</table>")[0]

    assert page.index("Komunikata për media</h2>") < page.index("Konferencat për media</h2>")
    assert "Panairi" in page
    assert table.index("Zëvendësi") < table.index("A. B., Drejtoresha")
    assert 'href="/sq/konferenca/2026/03/e-para/"' in table
    assert "Kryesuesi" not in table


def test_nobody_has_presented_before_the_event_began(compile_texts: CompileTexts) -> None:
    page = page_at(compile_texts(FILES), "sq/drejtorite/culture/index.html")
    later = page_at(compile_texts(FILES, "2026-04-20T11:00"), "sq/drejtorite/culture/index.html")

    assert "Askush ende" not in page
    assert "Askush ende" in later


def test_year_of_a_directorate_says_who_presented_in_it(compile_texts: CompileTexts) -> None:
    site = compile_texts(FILES)

    assert "A. B., Drejtoresha" in page_at(site, "sq/drejtorite/culture/2026/index.html")
    assert 'id="presented"' not in page_at(site, "sq/konferenca/2026/index.html")
