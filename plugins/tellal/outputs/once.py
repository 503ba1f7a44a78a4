"""`{% once place, say %} ... {% endonce %}`: a part that many pages share, made one time."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from jinja2 import Environment, nodes
from jinja2.ext import Extension
from jinja2.parser import Parser

MOST = 5_000  # parts and values that are kept


class Once(Extension):
    """Makes what stands between the tags once for all equal values of the names in its head.

    The part may use no other names, and values that are equal must look alike: no moment belongs
    among them, which is equal to the same moment in another time zone.
    """

    tags = {"once"}  # noqa: RUF012 - as Jinja has it

    def __init__(self, environment: Environment) -> None:
        """Begin with nothing made: each theme has its own parts."""
        super().__init__(environment)
        self.made: dict[tuple[object, ...], str] = {}
        self.known: dict[int, tuple[object, int]] = {}
        self.numbers: dict[object, int] = {}
        self.next_number = count()

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the call that stands for the part."""
        line = next(parser.stream).lineno
        head = parser.parse_tuple()
        names = head.items if isinstance(head, nodes.Tuple) else [head]
        if not names or not all(isinstance(name, nodes.Name) for name in names):
            parser.fail("once is followed by the names of what its part depends on", line)
        body = parser.parse_statements(("name:endonce",), drop_needle=True)
        spot = nodes.Const(f"{parser.name or ''} {parser.free_identifier().name}")
        call = self.call_method("part", [spot, *names], lineno=line)
        return nodes.CallBlock(call, [], [], body, lineno=line)

    def part(self, spot: str, *values: object, caller: Callable[[], str]) -> str:
        """Return the part at a spot, as it was made for equal values or as it is made now."""
        key = (spot, *[value if type(value) is str else self._number(value) for value in values])
        part = self.made.get(key)
        if part is None:
            if len(self.made) >= MOST:
                self.made.clear()
                self.numbers.clear()
            part = self.made[key] = caller()
        return part

    def _number(self, value: object) -> int:
        """Return the same number for equal values; the same value is known without comparing."""
        found = self.known.get(id(value))
        if found is None:
            if len(self.known) >= MOST:
                self.known.clear()
            if value not in self.numbers:
                self.numbers[value] = next(self.next_number)  # which no value had before
            number = self.numbers[value]
            # The value is kept, lest another one comes to have its identity.
            found = self.known[id(value)] = (value, number)
        return found[1]
