"""What follows once the public sees a release: log and way are kept, hubs told, posts written.

The site is public by then, so nothing here makes a publish fail: what could not be done is told,
and done with the next publish, also with one that finds nothing new.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tellal.desk.errands import Errand
from tellal.desk.public_log import keep_log
from tellal.desk.ways import keep_way
from tellal.domain.findings import WrongAnswer, saying_why
from tellal.publish.delivery import HELD, Delivered, NotNeeded
from tellal.publish.shipment import Shipment
from tellal.publish.targets import ZipTarget

NOT_DONE = "The site is public, and this could not be done: {reason}"
HINDERED = "The system does not let it be written: {reason}."


def follow(errand: Errand, shipment: Shipment, done: Delivered | NotNeeded) -> None:
    """Do what follows; `shipment` is what the public sees now."""
    if isinstance(done, NotNeeded) and done.message == HELD:
        return
    for step in _steps(errand, shipment, done):
        try:
            with saying_why(HINDERED):
                step()
        except WrongAnswer as wrong:
            errand.tell(NOT_DONE, reason=errand.say(wrong.message, **wrong.arguments))


def _steps(
    errand: Errand, shipment: Shipment, done: Delivered | NotNeeded
) -> Iterator[Callable[[], None]]:
    """Yield what is to be done, one after the other. A zip is nowhere yet, and not announced."""
    yield lambda: keep_log(errand)
    if isinstance(done, Delivered):
        yield lambda: keep_way(errand, done)
    if isinstance(errand.target, ZipTarget):
        return
    if errand.publishing.hubs:
        yield lambda: _tell_hubs(errand, shipment)
    if errand.publishing.elsewhere.kinds:
        yield lambda: _fill_outbox(errand)


def _fill_outbox(errand: Errand) -> None:
    from tellal.desk.outbox import fill_outbox

    fill_outbox(errand)


def _tell_hubs(errand: Errand, shipment: Shipment) -> None:
    from tellal.publish.hubs import news_in, tell_hubs

    hubs, record = errand.publishing.hubs, errand.cache / "hubs"
    tell_hubs(hubs, news_in(shipment.files), errand.settings.url, record, errand.tell)
