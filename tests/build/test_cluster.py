"""A site made on other machines is the same, byte for byte; here the machines are two processes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

from tellal.build import workers
from tellal.build.workers import Workshop
from tellal.compiler.building import build
from tellal.compiler.crew import Crew
from tellal.compiler.moments import Moments
from tellal.settings import Settings
from tests.golden.accept import DIGESTS, ROOT, URL, digests, golden_content
from tests.worlds import NOW


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Begin two workers on loopback; return where their scheduler listens."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        local_directory=str(tmp_path_factory.mktemp("cluster")),
    ) as cluster:
        yield cluster.scheduler_address.replace("tcp://", "dask://")


def test_site_made_on_a_cluster_is_the_accepted_one(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "WORTH_IT", 1)  # however little there is to do
    settings = Settings(
        golden_content(tmp_path / "content"),
        tmp_path / "output",
        ROOT / "theme",
        URL,
        tmp_path / "cache",
    )
    with Workshop(2, address) as workshop:
        report = build(settings, Moments(None, None, NOW), Crew(workshop))

    assert report.rendered == report.pages
    assert list(digests(tmp_path / "output")) == DIGESTS.read_text("utf-8").splitlines(
        keepends=True
    )
