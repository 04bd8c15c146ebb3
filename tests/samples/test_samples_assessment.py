"""The assessment of the samples holds, hearsay beside others being no origin of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sayso import api


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The assessment of the shipped samples, as JSON."""
    folder = tmp_path_factory.mktemp("samples")
    case, _ = api.demo(folder / "case")
    case.assess(folder / "note.json")
    return folder / "note.json"


def test_every_number_of_the_assessment_holds(written: Path) -> None:
    assert api.verify(written).complaints == ()


def test_a_count_of_hearsay_beside_others_is_caught(written: Path) -> None:
    sheet: dict[str, Any] = json.loads(written.read_text("utf-8"))
    claims = {claim["id"]: claim for claim in sheet["claims"]}
    at, extra = next(
        (matter, more) for matter in sheet["matters"]
        if (more := {claims[claim]["origin"] for claim in matter["claims"]} - set(matter["origins"]["ids"]))
        and matter["origins"]["high"] and not matter["against"]["high"]
        and not matter["possible"] and not matter["withdrawn"]
        and all(claims[claim]["certainty"] != "possible" for claim in matter["claims"])
    )  # fmt: skip
    at["origins"]["high"] += len(extra)
    at["origins"]["ids"] = sorted({*at["origins"]["ids"], *extra})
    at["origins"]["groups"] = [[origin] for origin in at["origins"]["ids"]]
    other = written.with_name("other.json")
    other.write_text(json.dumps(sheet), "utf-8")
    assert any(at["id"] in each and "at most" in each for each in api.verify(other).complaints)
