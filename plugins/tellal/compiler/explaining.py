"""Why a page was made or not: which part of its key is another one."""

from __future__ import annotations

from tellal.build.store import PageRow
from tellal.domain.swift_dataclasses import dataclass

NO_PAGE = "{path}: there is no such page."
GONE = "{path}: deleted, since nothing is about it any more."
UNTOUCHED = "{path}: not looked at, since nothing changed that it may show."
SAME = "{path}: looked at and not made; its view, template, words and code are the same."
NEW = "{path}: made, since it was not there before."
DOUBTED = "{path}: made, since the file was missing or an earlier build had not finished it."
MOVED = "{path}: made, since another template makes it now ({before}, then {after})."
TEMPLATE = "{path}: made, since its template or one that this reaches changed ({after})."
WORDS = "{path}: made, since the words of its language changed ({after})."
VIEW = "{path}: made, since what it shows changed ({after})."

Sentence = tuple[str, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page before and after a build; None where there was none.

    `looked_at` says that its subject was planned, `made` that its bytes were made; the template
    and the words of its language may have been stale.
    """

    path: str
    before: PageRow | None
    after: PageRow | None
    looked_at: bool
    made: bool
    stale_template: bool
    stale_words: bool


def page_path(text: str) -> str:
    """Return the path in the output of a page as somebody types it.

    >>> page_path("/sq/komunikata/")
    'sq/komunikata/index.html'
    """
    path = text.removeprefix("./").lstrip("/")
    if "." in path.rpartition("/")[2]:
        return path
    return f"{path.rstrip('/')}/index.html".lstrip("/")


def explain(page: Page) -> list[Sentence]:
    """Return the reasons, each with what fills it; several may hold for one page."""
    return [(reason, _filled(page, reason)) for reason in _reasons(page)]


def _filled(page: Page, reason: str) -> tuple[tuple[str, str], ...]:
    before, after = page.before, page.after
    shown = {
        MOVED: after.maker if after else "",
        TEMPLATE: after.maker if after else "",
        WORDS: after.tag if after else "",
        VIEW: after.subject if after else "",
    }
    values = (
        ("path", page.path),
        ("before", before.maker if before else ""),
        ("after", shown.get(reason, "")),
    )
    return tuple((name, value) for name, value in values if f"{{{name}}}" in reason)


def _reasons(page: Page) -> list[str]:
    before, after = page.before, page.after
    if after is None:
        return [GONE if before and page.looked_at else NO_PAGE]
    if not page.made:
        return [SAME if page.looked_at else UNTOUCHED]
    if before is None:
        return [NEW]
    if not before.view:
        return [DOUBTED]
    held = (
        (MOVED, before.maker != after.maker),
        (TEMPLATE, page.stale_template),
        (WORDS, page.stale_words),
        (VIEW, before.view != after.view),
    )
    return [reason for reason, holds in held if holds]
