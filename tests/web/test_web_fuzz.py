"""The HTTP interface tried with what nobody thought of, as its own description offers it: nothing above 499."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from web_desk import Desk

schemathesis = pytest.importorskip("schemathesis")

#: So many tries of each operation, so that the whole stays below half a minute; raise it to look harder.
TRIES = 5

#: Those that start a process of their own, each try a few seconds of it.
SLOW = ("/publish", "/whatif")


@pytest.fixture(scope="module")
def operations(made_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Every operation of a desk of its own, which these tests may change."""
    folder = tmp_path_factory.mktemp("fuzzed") / "case"
    shutil.copytree(made_case, folder)
    with Desk(folder) as desk:
        described = json.loads(desk.get("/schema/openapi.json").body)
        paths = {path: each for path, each in described["paths"].items() if path not in ("/do/lock", "/start")}
        schema = schemathesis.openapi.from_dict(described | {"paths": paths})
        yield desk, [result.ok() for result in schema.get_all_operations()]


def test_no_request_breaks_the_desk(operations: Any) -> None:
    desk, each = operations
    assert len(each) >= 30
    assert {operation.path for operation in each} >= set(SLOW)
    broken: list[tuple[str, str, int]] = []
    for operation in each:
        _tried(desk, operation, broken)
    assert broken == []
    assert desk.get("/").status == 200


def _tried(desk: Desk, operation: Any, broken: list[tuple[str, str, int]]) -> None:
    @settings(
        max_examples=1 if operation.path in SLOW else TRIES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=operation.as_strategy())
    def tried(case: Any) -> None:
        request = case.as_transport_kwargs(base_url=f"http://127.0.0.1:{desk.port}")
        status = _sent(desk, request)
        if status > 499:
            broken.append((operation.method, str(request.get("url")), status))

    tried()


def _sent(desk: Desk, request: dict[str, Any]) -> int:
    import requests

    headers = {"Cookie": desk.cookie, "Sec-Fetch-Site": "same-origin"}
    kept = {key: request[key] for key in ("method", "url", "params", "json", "data") if key in request}
    try:
        return requests.request(**kept, headers=headers, timeout=120, allow_redirects=False).status_code
    except (requests.exceptions.InvalidURL, UnicodeError):
        return 0
