"""What the page of an act in two languages shows."""

from __future__ import annotations

from tellal.domain.swift_dataclasses import dataclass
from tellal.pages.views.publications import BodyLink
from tellal.pages.views.shell import Shell
from tellal.pages.views.values import Link, Said


@dataclass(frozen=True, slots=True, kw_only=True)
class ParallelView:
    """An act in the language of the page and in another one, to be set side by side.

    `body` and `other_body` are the digests of both texts, which the renderer aligns by their
    anchors; `other` is the other edition's own page, `act` that of this language.
    """

    shell: Shell
    kind: str
    number: str | None
    title: str
    other_title: Said
    body: str
    links: tuple[BodyLink, ...]
    other_body: str
    other_links: tuple[BodyLink, ...]
    act: Link
    other: Link
    is_outdated: bool
