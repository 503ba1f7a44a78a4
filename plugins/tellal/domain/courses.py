"""The way of a request for public documents, as values: its status, periods and remedies."""

from __future__ import annotations

from datetime import date
from enum import Enum

from tellal.domain.facts.requests import AccessRequest
from tellal.domain.periods import Working
from tellal.domain.swift_dataclasses import dataclass


class Status(Enum):
    """What became of a request. Keys of messages: `state_<value>`."""

    IN_PROCESS = "in_process"
    EXTENDED = "extended"
    OVERDUE = "overdue"
    ANSWERED = "answered"
    IN_TIME = "answered_in_time"
    LATE = "answered_late"
    FORWARDED = "forwarded"
    WITHDRAWN = "withdrawn"
    NO_RESPONSE = "no_response"


class Stage(Enum):
    """Where a remedy stands: not yet possible, possible, used, or past."""

    AHEAD = "ahead"
    OPEN = "open"
    MADE = "made"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Remedy:
    """What the applicant may do against a refusal, or against silence, until `working.due`."""

    against_silence: bool
    working: Working
    stage: Stage

    @property
    def key(self) -> str:
        """Return which one it is: complaint, or review."""
        return self.working.deadline.key.removeprefix("request-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The way of a request, with its working.

    `request` holds what was known by then. `workings` are the periods in which an answer is owed:
    the first, and the longer one where the office told of it before the first was over. `strict`
    is the earlier reading of a longer period on which sources differ: for the staff only. `ended`
    is the day on which the request was answered, forwarded or withdrawn.
    """

    request: AccessRequest
    status: Status
    workings: tuple[Working, ...]
    strict: Working | None = None
    ended: date | None = None
    remedy: Remedy | None = None
    decision: Working | None = None

    @property
    def due(self) -> date | None:
        """Return the last day on which an answer is in time, None where no rule says."""
        return max((working.due for working in self.workings), default=None)

    @property
    def strict_due(self) -> date | None:
        """Return the day that is in time whichever reading is right."""
        strict = self.strict.due if self.strict else None
        return min(strict, self.due) if strict and self.due else self.due

    @property
    def days_taken(self) -> int | None:
        """Return how many calendar days it took, None for what has not ended."""
        return (self.ended - self.request.received).days if self.ended else None

    @property
    def in_time(self) -> bool | None:
        """Return whether it ended in time; None for what may still do so, or has no rule."""
        if self.status in (Status.OVERDUE, Status.NO_RESPONSE):
            return False
        if self.ended is None or self.due is None or self.status is Status.WITHDRAWN:
            return None
        return self.ended <= self.due

    @property
    def is_open(self) -> bool:
        """Return whether an answer is still owed."""
        return self.status in (Status.IN_PROCESS, Status.EXTENDED, Status.OVERDUE)

    @property
    def extension_counts(self) -> bool:
        """Return whether the office told of a longer period while the first one ran."""
        return len(self.workings) > 1

    @property
    def next_step(self) -> tuple[str, Working] | None:
        """Return what comes next by law, and its period: answer, complaint, review, decision."""
        remedy, complaint = self.remedy, self.request.complaint
        if self.is_open and self.status is not Status.OVERDUE:
            return ("answer", self.workings[-1]) if self.workings else None
        if complaint is not None:
            waits = self.decision is not None and complaint.outcome is None
            return ("decision", self.decision) if waits and self.decision else None
        return (remedy.key, remedy.working) if remedy and remedy.stage is Stage.OPEN else None
