"""Nothing that staff state is lost on the way to the page."""

from __future__ import annotations

import pytest

from tellal.domain.facts import KINDS, Kind
from tellal.domain.publication import Common
from tellal.reading.schema import types_of
from tests.conftest import CompileTexts
from tests.pages import filled
from tests.pages.filled import Filler
from tests.pages.told import pages_of, seen_on, theme

# The dateline of what has no date, and the tags of what stands in no list.
NOT_ON_A_PAGE = ("place", "time", "tags")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.name))
def test_every_fact_that_was_stated_is_on_the_page(kind: Kind, compile_texts: CompileTexts) -> None:
    filler = Filler(kind, theme().voices["sq"])
    site = compile_texts(filler.write(), filled.AS_OF)
    publication = site.shelf.publication(filler.folder)
    path = "sq/plot" if kind.name == "page" else f"sq/{kind.sections[0]}/2026/03/plot"
    page = seen_on(site, pages_of(site)[f"{path}/index.html"])

    unseen = [(key, shown) for key, shown in filler.shown if shown not in page]
    assert [key for key, _ in unseen if kind.name != "page" or key not in NOT_ON_A_PAGE] == []
    assert publication.kind is kind
    assert len(filler.shown) > 25


def test_every_field_was_filled_so_that_none_can_be_forgotten() -> None:
    for kind in KINDS:
        filler = Filler(kind, theme().voices["sq"])
        filler.write()
        stated = {key.partition(".")[0] for key, _ in filler.shown}
        wanted = {*types_of(kind.facts), *types_of(Common)} - {*filled.UNSTATED, *filled.UNSHOWN}
        assert wanted <= stated
