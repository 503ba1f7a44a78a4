"""`dataclass` as the standard library has it, of which frozen ones with slots are made quickly.

The library writes and compiles six functions for each class, of which a build that makes one page
calls few: half a millisecond for each of some two hundred and fifty classes. Here most are the
same for all classes, and what is better written for one class is compiled when it is first called.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

MISSING = dataclasses.MISSING
Values = Callable[[Any], tuple[Any, ...]]


def swift(
    kind: type | None = None, *, frozen: bool = False, slots: bool = False, **more: bool
) -> Any:
    """Return the dataclass that a class becomes, or what makes it one."""
    if kind is None:
        return lambda kind: swift(kind, frozen=frozen, slots=slots, **more)
    if not (frozen and slots) or more.get("order"):
        return dataclasses.dataclass(kind, frozen=frozen, slots=slots, **more)
    made: Any = dataclasses.dataclass(
        init=False,
        repr=False,
        eq=False,
        slots=True,
        **more,
    )(kind)
    return _with_methods(made)


def _with_methods(kind: Any) -> Any:
    """Give a class with slots all that a frozen dataclass has."""
    fields = dataclasses.fields(kind)
    values = _values_of([field.name for field in fields])
    compared = _values_of([field.name for field in fields if field.compare])
    kind.__init__ = _once(kind, "__init__", _init_of)
    kind.__setstate__ = _once(kind, "__setstate__", _setstate_of)
    kind.__getstate__ = lambda one: [*values(one)]
    kind.__eq__ = _equality(compared)
    kind.__hash__ = lambda one: hash(compared(one))
    kind.__setattr__, kind.__delattr__ = _refuse_to_assign, _refuse_to_delete
    kind.__repr__ = _told
    return kind


def _values_of(names: list[str]) -> Values:
    """Return what gets the values of some fields, as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple([getattr(one, name) for name in names])


def _equality(values: Values) -> Callable[[Any, Any], bool]:
    def equals(one: Any, other: Any) -> bool:
        return values(one) == values(other) if other.__class__ is one.__class__ else NotImplemented

    return equals


def _refuse_to_assign(one: Any, name: str, value: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(one: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _told(one: Any) -> str:
    named = (field.name for field in dataclasses.fields(one) if field.repr)
    values = ", ".join(f"{name}={getattr(one, name)!r}" for name in named)
    return f"{one.__class__.__qualname__}({values})"


# --- what is compiled when it is first called ---


def _once(kind: Any, name: str, compiled: Callable[[Any], Any]) -> Callable[..., None]:
    """Return what stands for a method until it is called, and then puts the method in its place."""

    def first(one: Any, *given: Any, **named: Any) -> None:
        method = compiled(kind)
        setattr(kind, name, method)
        method(one, *given, **named)

    return first


def _init_of(kind: Any) -> Any:
    """Return the function that makes a value."""
    fields, known = dataclasses.fields(kind), {"MISSING": MISSING}
    ordered = [_parameter(field, known) for field in fields if not field.kw_only]
    named = [_parameter(field, known) for field in fields if field.kw_only]
    parameters = ["self", *ordered, *(["*", *named] if named else [])]
    return _function(kind, f"__init__({', '.join(parameters)})", _made(fields, known), known)


def _setstate_of(kind: Any) -> Any:
    """Return the function that fills a value with what lay in a pickle."""
    names = "".join(f"{field.name}, " for field in dataclasses.fields(kind))
    return _function(kind, "__setstate__(self, state)", [f"{names} = state"] if names else [], {})


def _function(kind: Any, head: str, lines: list[str], known: dict[str, Any]) -> Any:
    """Return the function with a head that does what some lines say, and fills all slots."""
    names = [field.name for field in dataclasses.fields(kind)]
    known |= {f"put_{name}": getattr(kind, name).__set__ for name in names}
    lines += [f"put_{name}(self, {name})" for name in names]
    exec("\n ".join([f"def {head}:", *lines, "return None"]), known)
    function = known[head.partition("(")[0]]
    function.__qualname__ = f"{kind.__qualname__}.{function.__name__}"
    return function


def _parameter(field: dataclasses.Field[Any], known: dict[str, Any]) -> str:
    """Return how a parameter is written, and let its default be known."""
    if field.default_factory is not MISSING:
        return f"{field.name}=MISSING"
    if field.default is MISSING:
        return field.name
    known[f"default_{field.name}"] = field.default
    return f"{field.name}=default_{field.name}"


def _made(fields: tuple[dataclasses.Field[Any], ...], known: dict[str, Any]) -> list[str]:
    """Return a line for each field that is made for each value, and let its maker be known."""
    lines = []
    for field in fields:
        if field.default_factory is not MISSING:
            known[f"make_{field.name}"] = field.default_factory
            lines.append(f"if {field.name} is MISSING: {field.name} = make_{field.name}()")
    return lines


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    dataclass = swift
