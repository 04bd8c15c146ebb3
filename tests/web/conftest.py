"""A case with the shipped samples and hostile reports, made once, and a desk that serves a copy of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from web_desk import Desk
from web_hostile import write_hostile

from sayso import api


@pytest.fixture(scope="session")
def made_case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The case that every test copies."""
    folder = tmp_path_factory.mktemp("made")
    case = api.new(folder / "case", name="=cmd()<script>alert(1)</script>")
    samples = Path(api.__file__).parent / "data" / "samples" / "reports"
    case.add([samples, write_hostile(folder / "hostile")])
    return folder / "case"


@pytest.fixture
def case(made_case: Path, tmp_path: Path) -> Path:
    """A copy of the case, to change."""
    shutil.copytree(made_case, tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture(scope="module")
def desk(made_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A desk over a copy of the case, shared by the tests of one file."""
    folder = tmp_path_factory.mktemp("served") / "case"
    shutil.copytree(made_case, folder)
    with Desk(folder) as opened:
        yield opened
