"""What a search for personal data is made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way in which something looks like personal data.

    It is tried where one of its `words` stands, if it has any, in small letters, and where there
    are `nine` digits in a row, if it needs them. `judge` returns the value. It looks at a text in
    small letters unless it needs `capitals`, and without web addresses unless it is found in one.
    """

    rule: str
    words: tuple[str, ...]
    form: re.Pattern[str]
    judge: Callable[[Match], str | None]
    nine: bool = False
    capitals: bool = False
    in_web_addresses: bool = False

    def may_be_in(self, small: str, has_nine: bool) -> bool:
        """Return whether it is worth looking into a text in small letters."""
        if self.nine and not has_nine:
            return False
        is_cyrillic = "а" in small  # words of that script are slow to look for in vain
        words = (word for word in self.words if word < "а" or is_cyrillic)
        return not self.words or any(word in small for word in words)

    def values(self, text: str) -> Iterator[tuple[int, str]]:
        """Yield each value in a text, with the place at which it begins."""
        for match in self.form.finditer(text):
            if value := self.judge(match):
                yield match.start("value"), value
