"""The two corpora that the tests read, written once."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.corpus import main


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of three months."""
    folder = tmp_path_factory.mktemp("corpus")
    main(["--publications", "200", "--attachments", str(folder)])
    return folder


@pytest.fixture(scope="module")
def nine_months(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the office's volume of January to September 2019."""
    folder = tmp_path_factory.mktemp("nine-months")
    main(["--nine-months-2019", str(folder)])
    return folder
