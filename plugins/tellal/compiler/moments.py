"""The moment of a build is an argument, never the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple, Protocol
from zoneinfo import ZoneInfo

from tellal.domain.findings import WrongAnswer
from tellal.domain.swift_dataclasses import dataclass

NO_MOMENT = '"{text}" is not a moment. Write it like 2019-09-30T16:00.'
NO_SECONDS = 'SOURCE_DATE_EPOCH: "{text}" is not a number of seconds. Write digits only.'


class Clock(Protocol):
    """What an office's card says of the time: its zone, and the moment of one that stands still."""

    @property
    def time_zone(self) -> str:
        """Return the name of the zone."""

    @property
    def as_of(self) -> datetime | None:
        """Return the moment, None for a living office."""


class KnownClock(NamedTuple):
    """A clock as the store remembers it."""

    time_zone: str
    as_of: datetime | None


@dataclass(frozen=True, slots=True)
class Moments:
    """What may say the moment of a build: an argument, the environment, the clock, in this order.

    Between the environment and the clock comes the office's own `as_of`, of an archive.
    """

    given: str | None
    epoch: str | None
    now: datetime

    def as_of(self, card: Clock) -> datetime:
        """Return the moment, on the office's clock and to the minute. Raises WrongAnswer."""
        zone = ZoneInfo(card.time_zone)
        try:
            moment = self._stated() or card.as_of or self.now
            local = moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone)
        except (ValueError, OverflowError, OSError):
            message = NO_MOMENT if self.given else NO_SECONDS
            raise WrongAnswer(message, text=self.given or self.epoch) from None
        return local.replace(second=0, microsecond=0)

    def _stated(self) -> datetime | None:
        if self.given:
            return datetime.fromisoformat(self.given)
        return datetime.fromtimestamp(int(self.epoch), UTC) if self.epoch else None
