"""Facts of what is open for a time: competitions and consultations."""

from __future__ import annotations

from datetime import date, datetime
from enum import Enum

from tellal.domain.swift_dataclasses import dataclass
from tellal.domain.values import FileName, Reference, Words


class Stage(Enum):
    """How far a competition has come."""

    OPEN = "open"
    RESULTS = "results"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A vacancy of a competition."""

    title: Words
    count: int = 1
    unit: Words | None = None
    term: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Competition:
    """A competition for posts, grants or leases. `closes` is the last moment to apply.

    `stage_on` is the day from which the stage holds; results never hold before the close.
    """

    closes: datetime
    reference: str | None = None
    posts: tuple[Post, ...] = ()
    stage: Stage = Stage.OPEN
    stage_on: date | None = None
    applications_to: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """A public hearing."""

    starts: datetime
    venue: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A draft act put to the public. `opens` and `closes` are days, both inclusive."""

    opens: date
    closes: date
    draft_act: Words | None = None
    draft: FileName | None = None
    hearing: Hearing | None = None
    comments_to: Words | None = None
    outcome: Words | None = None
    adopted_as: Reference | None = None
