"""What tests pass in instead of the world: a clock that stands still."""

from __future__ import annotations

from datetime import UTC, datetime

NOW = datetime(2026, 3, 31, 12, 0, tzinfo=UTC)
