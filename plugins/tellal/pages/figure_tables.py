"""Figures -> open data: a table of the figures, and one of the lists behind them."""

from __future__ import annotations

from tellal.pages.figures import COMPLEMENTS
from tellal.site.figures import Figure

HEADER = ("figure", "value", "measure", "of", "listed", "list")
LISTS_HEADER = ("figure", "place", "folder", "value")


def lists_by_figure(figures: tuple[Figure, ...]) -> dict[str, str]:
    """Return for each figure the name of the one under which its list stands.

    Those of one list share it; of what is present the list is that of what is missing.
    """
    first: dict[object, str] = {}
    found = {}
    for figure in figures:
        name, _, tag = figure.key.partition(".")
        if name in COMPLEMENTS:
            found[figure.key] = f"{COMPLEMENTS[name]}.{tag}"
        elif figure.folders:
            behind = (figure.folders, figure.values)
            found[figure.key] = first.setdefault(behind, figure.key)
    return found


def figure_rows(figures: tuple[Figure, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the figures as open data has them; `list` names the list behind each."""
    lists = lists_by_figure(figures)
    return tuple(
        (
            figure.key,
            _cell(figure.value),
            figure.measure.value,
            _cell(figure.of),
            str(len(figure.folders)),
            lists.get(figure.key, ""),
        )
        for figure in figures
    )


def list_rows(figures: tuple[Figure, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what stands in each list, as open data has it."""
    lists = lists_by_figure(figures)
    return tuple(
        (figure.key, str(place), folder, str(figure.values[place - 1]) if figure.values else "")
        for figure in figures
        if lists.get(figure.key) == figure.key
        for place, folder in enumerate(figure.folders, 1)
    )


def _cell(value: float | None) -> str:
    return "" if value is None else str(value)
