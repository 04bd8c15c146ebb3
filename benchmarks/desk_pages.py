"""How fast the desk answers 20 people at once on a case of 10,000 reports and 100,000 claims, and in how much memory.

python benchmarks/desk_pages.py [reports] [users] [seconds]: each user asks for page after page without a pause, on this
machine's own address. Exit code 1 where the median is not below 300 ms, the 95th percentile not below 1 s, or the
desk's memory not below 1 GB.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

from desk_case import made

MEDIAN_S, TAIL_S, MEMORY_MB = 0.3, 1.0, 1024

#: Where a made case is kept for the next run, so that only the first takes minutes.
KEPT = Path(tempfile.gettempdir()) / "sayso-desk-benchmark"


def main(reports: int = 10_000, users: int = 20, seconds: int = 60) -> int:
    """Zero where every promise holds."""
    case = KEPT / str(reports)
    if not (case / "made").exists():
        shutil.rmtree(case, ignore_errors=True)
        made(case, reports)
        (case / "made").touch()
    began = time.monotonic()
    desk = subprocess.Popen([sys.executable, "-m", "sayso", "serve", str(case)], stdout=subprocess.PIPE, text=True)
    try:
        address = desk.stdout.readline().strip() if desk.stdout else ""
        visitor = Visitor(address)
        visitor.ask("/")
        print(f"{reports:,} reports, {reports * 10:,} claims: first page after {time.monotonic() - began:.1f} s")
        places = visitor.places()
        for place in places:  # what is made once for the case as it stands is made before people come
            visitor.ask(place)
        times = visited(visitor, places, users, seconds)
        memory = _memory_mb(desk.pid)
    finally:
        desk.terminate()
        desk.wait(20)
    return told(times, memory, users)


class Visitor:
    """A browser with a session, without a screen."""

    def __init__(self, address: str) -> None:
        found = re.fullmatch(r"http://127\.0\.0\.1:(\d+)(/start\?token=.*)", address)
        assert found, address
        self.port, self.cookie = int(found[1]), ""
        self._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        head = self._asked("GET", found[2])[1]
        self.cookie = str(head["set-cookie"]).partition(";")[0]
        self._asked("POST", "/do/name", "coder=Benchmark")

    def another(self) -> Visitor:
        """A connection of its own in the same session."""
        other = object.__new__(Visitor)
        other.port, other.cookie = self.port, self.cookie
        other._connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        return other

    def _asked(self, method: str, path: str, body: str | None = None) -> tuple[int, http.client.HTTPMessage, bytes]:
        headers = {"Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if body:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, answer.headers, answer.read()

    def ask(self, path: str) -> bytes:
        """The page at that address."""
        status, _, body = self._asked("GET", path)
        assert status == 200, (path, status, body[:300])
        return body

    def rows(self, path: str) -> list[dict[str, object]]:
        """The rows of a page's JSON twin."""
        found: list[dict[str, object]] = json.loads(self.ask(path))["rows"]
        return found

    def places(self) -> list[str]:
        """Every page, with the ids of things that are there; the largest matter is among them."""
        matters = self.rows("/matters.json")
        claims = self.rows("/search.json")
        claim = [str(each["claim"]["id"]) for each in claims]  # type: ignore[index]
        report = [str(each["report"]["id"]) for each in claims]  # type: ignore[index]
        return [
            "/", "/queue", "/queue?at=40", "/queue?state=all&at=5000", f"/claim/{claim[3]}", f"/report/{report[1]}",
            f"/report/{report[1]}?beside={report[2]}", "/matters", "/matters?page=40", f"/matter/{matters[0]['id']}",
            f"/matter/{matters[20]['id']}", "/origins", f"/origin/{self.rows('/origins.json')[0]['id']}", "/sources",
            "/timeline", "/map", "/whatif", "/assessment", "/search", "/search?q=governor+Gao",
            "/search?indicator=desertion&month=2019-03", "/search?of=reports&q=market", "/activity", "/agreement",
        ]  # fmt: skip


def visited(visitor: Visitor, places: list[str], users: int, seconds: int) -> dict[str, list[float]]:
    """How long each answer took, by place."""
    times: dict[str, list[float]] = defaultdict(list)
    until = time.monotonic() + seconds

    def visit(number: int) -> None:
        mine, chance = visitor.another(), random.Random(number)
        while time.monotonic() < until:
            place = chance.choice(places)
            began = time.monotonic()
            mine.ask(place)
            times[place].append(time.monotonic() - began)

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return times


def _memory_mb(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) // 1024 if found else 0


def told(times: dict[str, list[float]], memory: int, users: int) -> int:
    """Prints the figures; zero where every promise holds."""
    whole = sorted(each for found in times.values() for each in found)
    for place in sorted(times, key=lambda place: -statistics.median(times[place])):
        found = sorted(times[place])
        shown = re.sub(r"[0-9a-f]{16}", "…", place)
        print(f"  {shown:48} {statistics.median(found) * 1000:7.0f} ms median {_tail(found) * 1000:7.0f} ms 95th")
    print(
        f"{users} users, {len(whole):,} answers: median {statistics.median(whole) * 1000:.0f} ms, "
        f"95th percentile {_tail(whole) * 1000:.0f} ms; the desk took {memory:,} MB at most"
    )
    worst = max(statistics.median(found) for found in times.values())
    holds = worst < MEDIAN_S and _tail(whole) < TAIL_S and memory < MEMORY_MB
    return 0 if holds else 1


def _tail(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


if __name__ == "__main__":
    sys.exit(main(*(int(each) for each in sys.argv[1:])))
