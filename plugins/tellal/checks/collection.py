"""What a check may ask: all publications at once, the office, and the moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from tellal.domain.editions import Publication
from tellal.domain.office import Office
from tellal.domain.swift_dataclasses import dataclass

NEAR = 0.8
"""How alike two folders must be for one to be offered instead of the other, from 0 to 1."""


@dataclass(frozen=True)
class Collection:
    """What is checked, and all that lies around it. Checks only look at it.

    `publications` are those to check; `find` returns any other by its folder. `folders` holds the
    unreadable publications too: these are no second finding for who names them.
    """

    publications: tuple[Publication, ...]
    office: Office
    as_of: datetime
    folders: frozenset[str]
    find: Callable[[str], Publication | None]
