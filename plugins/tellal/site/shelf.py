"""Where whole publications lie, for whoever asks for one by its folder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from tellal.domain.editions import Publication
from tellal.domain.swift_dataclasses import dataclass
from tellal.reading.searching.findables import Findable, findables_of


class Shelf(Protocol):
    """Holds publications, and the texts of their editions as HTML."""

    def publication(self, folder: str) -> Publication:
        """Return a publication. Raises KeyError for a folder that is not there."""

    def text(self, digest: str) -> str:
        """Return the HTML of a body. Raises KeyError for one that is not there."""

    def findables(self, folder: str) -> tuple[Findable, ...]:
        """Return what the editions of a publication are found by."""

    def block(self, language: str, month: str) -> Mapping[int, bytes] | None:
        """Return what was filed of a month for the search, None where nothing is filed at all."""

    def tally(self) -> dict[str, dict[str, int]] | None:
        """Return how many there are in each month and language, None where nothing is filed."""


@dataclass(frozen=True, slots=True)
class Memory:
    """A shelf that holds everything at once."""

    publications: Mapping[str, Publication]
    texts: Mapping[str, str]

    def publication(self, folder: str) -> Publication:
        """Return a publication. Raises KeyError for a folder that is not there."""
        return self.publications[folder]

    def text(self, digest: str) -> str:
        """Return the HTML of a body. Raises KeyError for one that is not there."""
        return self.texts[digest]

    def findables(self, folder: str) -> tuple[Findable, ...]:
        """Return what the editions of a publication are found by."""
        return findables_of(self.publications[folder], self.texts)

    def block(self, language: str, month: str) -> None:
        """Return that nothing is filed."""

    def tally(self) -> None:
        """Return that nothing is filed."""
