"""Whichever way the output was reached, it is byte for byte what a build from nothing gives.

A minute of chance in every run; `TELLAL_STEPS=5000 pytest tests/build/test_any_way.py` goes on.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, TypeVar

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from tellal.build import workers
from tellal.build.workers import Workshop
from tellal.compiler.opening import ANEW
from tellal.compiler.warm import Warm
from tellal.domain.findings import Finding, Refused
from tests.build import changes
from tests.build.workplace import Tree, Workplace, bring_back, differences, tree_of

T = TypeVar("T")

LONG = int(os.environ.get("TELLAL_STEPS", 0))
STEPS = 40 if LONG else 10
SHRINK = "TELLAL_SHRINK" in os.environ
MOMENTS = (
    *("2026-01-20T12:00", "2026-02-16T00:00", "2026-03-12T14:29", "2026-03-13T00:00"),
    *("2026-03-28T23:59", "2026-03-29T00:00", "2026-03-29T03:00", "2026-03-29T03:30"),
    *("2026-03-31T12:00", "2026-04-01T08:59", "2026-04-01T09:00", "2026-04-02T19:00"),
    *("2026-04-03T00:00", "2026-04-10T15:01", "2026-10-25T02:30", "2031-01-01T00:00"),
)
DONE = {"steps": 0, "builds": 0, "refused": 0}
TOGETHER = Workshop(2)
"""Two processes that stay from the first example to the last."""


class AnyWay(RuleBasedStateMachine):
    """An office that changes everything, while two builds are compared after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Workplace(Path(mkdtemp(prefix="any-way-")))
        self.good = self.input()
        self.seen: Tree | None = None
        self.hurry = 0
        self.is_built = False
        self.expected: set[str] = set()
        self.right: tuple[object, Any] | None = None

    def teardown(self) -> None:
        shutil.rmtree(self.place.root)

    def input(self) -> tuple[Tree, Tree]:
        return tree_of(self.place.content), tree_of(self.place.theme)

    # --- what happens between two builds ---

    @initialize(is_later=st.booleans(), jobs=st.sampled_from([1, 1, 2]), is_warm=st.booleans())
    def begin(self, is_later: bool, jobs: int, is_warm: bool) -> None:
        self.place.is_later = is_later
        self.place.warm = Warm() if is_warm else None
        assert self.place.history.folder == self.place.root
        self.place.workshop = TOGETHER if jobs == 2 else Workshop()

    @rule(data=st.data(), change=st.sampled_from(changes.TEXTS))
    def change_texts(self, data: st.DataObject, change: changes.Change) -> None:
        change(self.place, data.draw)

    @rule(data=st.data(), change=st.sampled_from(changes.HISTORY))
    def change_history(self, data: st.DataObject, change: changes.Change) -> None:
        change(self.place, data.draw)

    @rule(data=st.data(), change=st.sampled_from(changes.FACTS_OF_THEM))
    def change_facts(self, data: st.DataObject, change: changes.Change) -> None:
        change(self.place, data.draw)

    @rule(data=st.data(), change=st.sampled_from(changes.FOLDERS))
    def change_folders(self, data: st.DataObject, change: changes.Change) -> None:
        change(self.place, data.draw)

    @rule(data=st.data(), change=st.sampled_from(changes.OFFICE_AND_THEME))
    def change_office_or_theme(self, data: st.DataObject, change: changes.Change) -> None:
        change(self.place, data.draw)

    @rule(moment=st.sampled_from(MOMENTS))
    def move_the_clock(self, moment: str) -> None:
        self.place.as_of = moment

    @rule(url=st.sampled_from(["https://lug.example/zyra", "https://lug.example", ""]))
    def move_the_site(self, url: str) -> None:
        self.expected |= {ANEW["place"]} if url != self.place.url else set()
        self.place.url = url

    @rule(count=st.integers(1, 3))
    def change_several_things_before_the_next_build(self, count: int) -> None:
        self.hurry = count + 1

    @rule(write=st.integers(0, 30) | st.integers(0, 700))
    def kill_a_build(self, write: int) -> None:
        self.place.killed_at(write)
        self.seen = None
        self.expected |= set(ANEW.values())

    @rule()
    def take_everything_back(self) -> None:
        for folder, tree in zip((self.place.content, self.place.theme), self.good, strict=True):
            bring_back(folder, tree)

    @precondition(lambda self: self.is_built)
    @rule(data=st.data(), harm=st.sampled_from(changes.HARM))
    def lose_the_store(self, data: st.DataObject, harm: changes.Change) -> None:
        """Without a store nobody knows whose a file is that no page has any more: it stays."""
        harm(self.place, data.draw)
        self.expected |= set(ANEW.values())

    @rule(name=st.sampled_from(["", "sq", "tr", "theme", "files", "index.html", "robots.txt"]))
    def lose_a_part_of_the_output(self, name: str) -> None:
        lost = self.place.output / name
        if lost.is_dir():
            shutil.rmtree(lost)
        elif lost.exists():
            lost.unlink()
        self.seen = None

    # --- both builds ---

    @invariant()
    def both_ways_lead_to_the_same(self) -> None:
        DONE["steps"] += 1
        self.is_built = False
        if self.hurry:
            self.hurry -= 1
            return
        DONE["builds"] += 1
        from_nothing = self.built_from_nothing()
        built = self.or_refused(self.place.build)
        assert set(self.place.told) <= self.expected
        if isinstance(built, tuple):
            DONE["refused"] += 1
            assert from_nothing == built
            self.nothing_was_touched()
            return
        assert isinstance(from_nothing, dict), from_nothing
        self.expected.clear()
        self.same_bytes(from_nothing)
        self.good = self.input()
        self.is_built = True

    def built_from_nothing(self) -> Tree | tuple[Finding, ...]:
        """Return what is right, from memory where the same was built just before."""
        files = [{path: data for path, (data, _) in tree.items()} for tree in self.input()]
        asked = (
            files,
            self.place.url,
            self.place.as_of,
            self.place.history.git("rev-parse", "HEAD"),
        )
        if self.right is None or self.right[0] != asked:
            self.right = asked, self.or_refused(self.place.build_from_nothing)
        right: Tree | tuple[Finding, ...] = self.right[1]
        return right

    def or_refused(self, way: Callable[[], T]) -> T | tuple[Finding, ...]:
        try:
            return way()
        except Refused as refusal:
            return refusal.findings

    def nothing_was_touched(self) -> None:
        if self.seen is not None:
            assert tree_of(self.place.output) == self.seen

    def same_bytes(self, from_nothing: Tree) -> None:
        there = tree_of(self.place.output)
        assert differences(there, from_nothing) == []
        for path, (data, stamp) in (self.seen or {}).items():
            if path in there and there[path][0] == data:
                assert there[path][1] == stamp, f"{path} was written and is the same"
        report = self.place.build()
        assert report.rendered == report.written == report.deleted == 0
        assert report.unknown == ()
        self.seen = there


@pytest.fixture
def _two_at_work(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let other processes work however little there is to do."""
    monkeypatch.setattr(workers, "WORTH_IT", 1)
    with TOGETHER:
        yield


@pytest.mark.usefixtures("_two_at_work")
def test_every_way_leads_to_the_bytes_of_a_build_from_nothing() -> None:
    run_state_machine_as_test(
        AnyWay,
        settings=settings(
            max_examples=max(3, LONG // STEPS),
            stateful_step_count=STEPS,
            derandomize=not LONG,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.generate, *([Phase.shrink] if SHRINK else [])],
            report_multiple_bugs=False,
        ),
    )
    print(DONE)
