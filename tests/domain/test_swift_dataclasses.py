"""A swift dataclass is what the standard library makes of the same class."""

from __future__ import annotations

import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from tellal.domain.swift_dataclasses import dataclass, swift

SWIFT = swift(frozen=True, slots=True)
PLAIN = dataclasses.dataclass(frozen=True, slots=True)


class None_:
    """A value of no field."""


class One:
    """A value of one field."""

    one: int = 1


class Some:
    """A value with all that a field may have."""

    name: str
    number: int = 7
    names: list[str] = dataclasses.field(default_factory=list)
    secret: str = dataclasses.field(default="", compare=False, repr=False)

    @property
    def whole(self) -> str:
        """Return both."""
        return f"{self.name} {self.number}"


class Named:
    """A value whose fields are named."""

    name: str
    number: int = dataclasses.field(default=7, kw_only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A value that a pickle can hold, as its class has a place."""

    name: str
    numbers: tuple[int, ...] = ()


def copied(kind: type) -> type:
    """Return a class of its own, as decorators change the one that they are given."""
    own = {k: v for k, v in vars(kind).items() if k not in ("__dict__", "__weakref__")}
    return type(kind.__name__, (), own)


def result_of(call: Callable[[], object]) -> str:
    try:
        return repr(call())
    except (TypeError, AttributeError, dataclasses.FrozenInstanceError) as error:
        return f"{type(error).__name__} {error}"


CALLS: list[Callable[[Any], Any]] = [
    lambda kind: kind(),
    lambda kind: kind("a"),
    lambda kind: kind("a", 3),
    lambda kind: kind("a", number=3),
    lambda kind: kind(name="a", other=3),
    lambda kind: kind("a") == kind("a"),
    lambda kind: kind("a") == kind("b"),
    lambda kind: kind("a") == "a",
    lambda kind: kind("a", secret="x") == kind("a", secret="y"),
    lambda kind: hash(kind("a")) == hash(kind("a")),
    lambda kind: hash(kind(1)) == hash(kind(1)),
    lambda kind: kind("a").names is kind("a").names,
    lambda kind: kind("a").whole,
    lambda kind: dataclasses.replace(kind("a"), name="b"),
    lambda kind: [field.name for field in dataclasses.fields(kind)],
    lambda kind: kind.__match_args__,
    lambda kind: kind.__slots__,
    lambda kind: setattr(kind("a"), dataclasses.fields(kind)[0].name, "b"),
    lambda kind: delattr(kind("a"), dataclasses.fields(kind)[0].name),
]


@pytest.mark.parametrize("kind", [None_, One, Some, Named], ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("call", CALLS, ids=range(len(CALLS)))
def test_swift_dataclass_does_what_a_plain_one_does(kind: type, call: Callable[[Any], Any]) -> None:
    swift_one: Any = SWIFT(copied(kind))
    plain_one: Any = PLAIN(copied(kind))

    assert result_of(lambda: call(swift_one)) == result_of(lambda: call(plain_one))


def test_swift_dataclass_comes_out_of_a_pickle_as_it_was() -> None:
    value = Kept(name="a", numbers=(1, 2))

    again = pickle.loads(pickle.dumps([value, value], 5))

    assert again == [value, value]
    assert again[0] is again[1]


def test_what_is_not_frozen_is_left_to_the_library() -> None:
    @dataclass(slots=True)
    class Changing:
        number: int = 0

    one = Changing()
    one.number = 3

    assert one == Changing(3)
