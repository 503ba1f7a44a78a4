"""Two texts in blocks -> what stayed, what went and what came, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import groupby, takewhile
from operator import itemgetter

from tellal.domain.swift_dataclasses import dataclass
from tellal.outputs.blocks import Block, blocks_of
from tellal.pages.views import Comparison, WordingShown

SAME, OUT, IN = "same", "out", "in"
WORD = re.compile(r"\w+(?:[.,:/’'-]\w+)*|[^\w\s]")
ALIKE = 0.4
"""The part of their words that two blocks share, at least, of which one became the other."""
TOO_MANY = 1_000_000
"""Pairs of words, or of blocks, beyond which nobody would follow a comparison one by one."""
SHORT = 3
"""Signs that stay between two changes without being shown as the same."""
NEAR = 1
"""Blocks that are shown on each side of a change."""
FOLDED = 2
"""Blocks that are folded at least; fewer are shown."""


@dataclass(frozen=True, slots=True)
class Span:
    """Some words. `what` is `SAME`, `OUT` for those that went, `IN` for those that came.

    `gap` is the blank before them, if there is one.
    """

    what: str
    text: str
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A block with what became of its words; a heading, text, item or row."""

    form: str
    spans: tuple[Span, ...]

    @property
    def is_same(self) -> bool:
        """Return whether nothing in it changed."""
        return all(span.what == SAME for span in self.spans)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Passages that stand together; those that nothing changed in may be folded."""

    passages: tuple[Passage, ...]
    is_folded: bool = False


def stretches_of(comparison: Comparison, bodies: Mapping[str, str]) -> tuple[Stretch, ...]:
    """Return what became of a wording: title, summary and text."""
    before, after = comparison.before, comparison.after
    if before is None or after is None:
        return ()
    return compared(_blocks(before, bodies), _blocks(after, bodies))


def _blocks(wording: WordingShown, bodies: Mapping[str, str]) -> list[Block]:
    head = [Block("heading", wording.title)]
    summary = [Block("text", wording.summary)] if wording.summary else []
    return [*head, *summary, *blocks_of(bodies[wording.body])]


def compared(old: Sequence[Block], new: Sequence[Block]) -> tuple[Stretch, ...]:
    """Return all of both texts, in the order of the new one, with what is far off folded.

    Nothing where both say the same.
    """
    passages = list(_passages(old, new))
    if all(passage.is_same for passage in passages):
        return ()
    return tuple(_folded(passages))


def words_compared(old: str, new: str) -> tuple[Span, ...]:
    """Return what became of the words of a text.

    >>> [span.text for span in words_compared("at 10 in the hall", "at 11 in the hall")]
    ['at', '10', '11', 'in the hall']
    """
    left, right = [*WORD.finditer(old)], [*WORD.finditer(new)]
    spans: list[Span] = []
    for is_same, a, b, c, d in _steps(left, right):
        if a < b and not is_same:
            spans.append(_span(OUT, old, left[a:b], spans))
        if c < d:
            spans.append(_span(SAME if is_same else IN, new, right[c:d], spans))
    return tuple(spans)


Words = Sequence[re.Match[str]]
Step = tuple[bool, int, int, int, int]
"""Whether two stretches of words are the same, and where each begins and ends."""


def _steps(left: Words, right: Words) -> Iterator[Step]:
    """Yield what is to be done, word by word; what hardly stayed between two changes goes along."""
    if len(left) * len(right) > TOO_MANY:
        yield False, 0, len(left), 0, len(right)
        return
    texts = [word[0] for word in left], [word[0] for word in right]
    codes = SequenceMatcher(None, *texts, autojunk=False).get_opcodes()
    steps = [(what == "equal", *ends) for what, *ends in codes]
    for n, (_, a, b, _, _) in enumerate(steps[1:-1], 1):
        between = codes[n - 1][0] == codes[n + 1][0] == "replace"
        if between and sum(len(text) for text in texts[0][a:b]) <= SHORT:
            steps[n] = (False, *steps[n][1:])
    for is_same, some in groupby(steps, key=itemgetter(0)):
        group = [*some]
        yield is_same, group[0][1], group[-1][2], group[0][3], group[-1][4]


def _span(what: str, text: str, words: Words, before: Sequence[Span]) -> Span:
    """Return a span of a text, with the blank before it; words of two texts never touch."""
    start, end = words[0].start(), words[-1].end()
    is_apart = start > 0 and text[start - 1].isspace()
    touches = bool(before) and before[-1].text[-1].isalnum() and text[start].isalnum()
    return Span(what, text[start:end], " " if before and (is_apart or touches) else "")


def _passages(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """Yield all blocks of both texts; what is too much to be compared went, and came anew."""
    head = _same_at_the_head(old, new)
    tail = _same_at_the_head(old[head:][::-1], new[head:][::-1])
    yield from (_whole(SAME, block) for block in new[:head])
    left, right = old[head : len(old) - tail], new[head : len(new) - tail]
    if len(left) * len(right) > TOO_MANY:
        yield from (_whole(OUT, block) for block in left)
        yield from (_whole(IN, block) for block in right)
    else:
        yield from _matched(left, right)
    yield from (_whole(SAME, block) for block in new[len(new) - tail :])


def _same_at_the_head(old: Sequence[Block], new: Sequence[Block]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))


def _matched(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (_whole(SAME, block) for block in new[c:d])
        else:
            yield from _changed(old[a:b], new[c:d])


def _changed(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Passage]:
    """Yield blocks that went and came, those that are alike as one."""
    left = 0
    for place, partner in _partners(old, new):
        yield from (_whole(OUT, block) for block in old[left : partner or left])
        if partner is None:
            yield _whole(IN, new[place])
            continue
        left = partner + 1
        spans = words_compared(old[partner].text, new[place].text)
        yield Passage(new[place].form, spans)
    yield from (_whole(OUT, block) for block in old[left:])


def _partners(old: Sequence[Block], new: Sequence[Block]) -> Iterator[tuple[int, int | None]]:
    """Yield the place of each new block, with that of the old one which it was, in order."""
    if len(old) * len(new) > TOO_MANY // 250:
        yield from ((place, None) for place in range(len(new)))
        return
    alike = [[_likeness(one, other) for other in new] for one in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    i = j = 0
    while j < len(new):
        if i == len(old) or best[i][j] == best[i][j + 1]:
            yield j, None
            j += 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            yield j, i
            i, j = i + 1, j + 1


def _likeness(one: Block, other: Block) -> float:
    """Return the part of their words that two blocks share, 0 where it is too little."""
    left, right = Counter(WORD.findall(one.text)), Counter(WORD.findall(other.text))
    both = 2 * (left & right).total() / max(1, left.total() + right.total())
    return both if one.form == other.form and both >= ALIKE else 0.0


def _whole(what: str, block: Block) -> Passage:
    return Passage(block.form, (Span(what, block.text),))


def _folded(passages: Sequence[Passage]) -> Iterator[Stretch]:
    """Yield all passages, those that are far from any change apart, to be folded."""
    for is_far, some in groupby(_distant(passages), key=itemgetter(0)):
        group = tuple(passage for _, passage in some)
        yield Stretch(group, is_far and len(group) >= FOLDED)


def _distant(passages: Sequence[Passage]) -> Iterator[tuple[bool, Passage]]:
    """Yield each passage with whether it is far from any change.

    The heading under which something changed is near, however far above it stands.
    """
    changed = [n for n, passage in enumerate(passages) if not passage.is_same]
    near = {m for n in changed for m in range(n - NEAR, n + NEAR + 1)}
    heads = [n for n, passage in enumerate(passages) if passage.form == "heading"]
    near |= {max(above) for n in changed if (above := [h for h in heads if h < n])}
    yield from ((n not in near, passage) for n, passage in enumerate(passages))
