"""Subjects -> pressed: who presses them, here or in several processes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import partial

from tellal.build.store import Store
from tellal.compiler.crew import Crew
from tellal.compiler.press import Order, press_elsewhere, press_of
from tellal.compiler.pressed import Pressed
from tellal.compiler.themes import Stamps, stamps_before
from tellal.outputs.words import Words
from tellal.pages.subjects import Subject, subject_from
from tellal.settings import Settings
from tellal.site.site import Site

IN_A_LOT = 60
"""How many subjects a press is given at once."""


def press_all(
    order: Order,
    store: Store,
    words: Words,
    site: Site | None,
    crew: Crew,
    subjects: Iterable[str],
) -> Iterator[Pressed]:
    """Yield what became of all subjects that are to be done, lot by lot.

    `site` is what the store has as of the moment, if somebody knows it already.
    """
    wanted = sorted(map(subject_from, subjects), key=_nearby)
    lots = [wanted[at : at + IN_A_LOT] for at in range(0, len(wanted), IN_A_LOT)]
    pays = crew.workshop.pays(len(wanted))
    if pays and crew.workshop.cluster:
        from tellal.compiler.cluster import kit_of, press_on_cluster

        kit = kit_of(order.settings.theme, words)
        here = press_of(order, store, words, site)
        yield from press_on_cluster(here, kit, crew, lots, len(wanted))
    elif pays:
        press = partial(press_elsewhere, order)
        yield from crew.write(press, lots, len(lots), len(wanted))
    elif lots:
        here = press_of(order, store, words, site)
        yield from crew.write(here.run, lots, len(lots), len(wanted))


def order_of(settings: Settings, store: Store, as_of: datetime, stamps: Stamps) -> Order:
    """Return what presses must know: among it what makes pages anew whose views are the same."""
    templates, words = stamps.other_than(stamps_before(store))
    return Order(
        store=store.file,
        settings=settings,
        as_of=as_of,
        number=time.monotonic_ns(),
        stale_templates=templates,
        stale_words=words,
    )


def _nearby(subject: Subject) -> tuple[str, ...]:
    """Return what brings subjects together that show the same publications."""
    return subject.name, subject.when, subject.what, subject.tag
