"""How fast the desk answers 20 people at once on a case of 10,000 reports and 100,000 claims, and in how much memory.

python benchmarks/desk_pages.py [reports] [users] [seconds] [pause]: each user asks for a page, looks at it for `pause`
seconds on average (see PAUSE_S), and asks for the next, on this machine's own address; then the same without any pause.
Every page is asked for under addresses that vary: other claims, reports, matters, words and places of a list. Exit code
1 where, with the pause, the median of some page is not below 300 ms, the 95th percentile of all not below 1 s, or the
desk's memory not below 1 GB; what it is without a pause is told beside it.
"""

from __future__ import annotations

import http.client
import json
import os
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
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk_case import TOWNS, made
from sayso import api
from sayso.pipeline.wiring import made_by

MEDIAN_S, TAIL_S, MEMORY_MB = 0.3, 1.0, 1024

#: How long a person looks at a page, on average, before asking for the next: the shortest that the promise is made for.
#: A coder decides 60 to 90 claims an hour, one in 40 s or more; who pages through lists and facets takes some seconds.
#: A pause is between half and one and a half times as long, so that the 20 do not walk in step.
PAUSE_S = 2.0

#: Words of the made reports, and codes of their claims.
WORDS = ("governor", "fighters", "residents", "spokesman", "monitors", "market", "bakers", "bread")
CODES = ("desertion", "low_morale", "pay_cut", "surrender", "infighting", "recruitment_change")

#: An address of a page, as chance picks it.
Place = Callable[[random.Random], str]


@dataclass(frozen=True)
class Run:
    """What one crowd of users measured: the seconds each answer took, by page, and the processor time of the desk."""

    pause: float
    times: Mapping[str, list[float]]
    seconds: float
    processor_s: float


#: Where a made case is kept for the next run, so that only the first takes minutes.
KEPT = Path(tempfile.gettempdir()) / "sayso-desk-benchmark"


def main(reports: int = 10_000, users: int = 20, seconds: int = 30, pause: float = PAUSE_S) -> int:
    """Zero where every promise holds."""
    case = _kept(KEPT / str(reports), reports)
    began = time.monotonic()
    desk = subprocess.Popen([sys.executable, "-m", "sayso", "serve", str(case)], stdout=subprocess.PIPE, text=True)
    try:
        address = desk.stdout.readline().strip() if desk.stdout else ""
        visitor = Visitor(address)
        visitor.ask("/")
        print(f"{reports:,} reports, {reports * 10:,} claims: first page after {time.monotonic() - began:.1f} s")
        while json.loads(visitor.ask("/working.json"))["busy"]:  # what is linked anew at first is no part of it
            time.sleep(0.2)
        places = visitor.places()
        for place in places.values():  # what is made once for the case as it stands is made before people come
            visitor.ask(place(random.Random(0)))
        runs = [visited(visitor, places, (users, seconds, each), desk.pid) for each in (pause, 0.0)]
        memory = _memory_mb(desk.pid)
    finally:
        desk.terminate()
        desk.wait(20)
    holds = [told(run, users) for run in runs]
    print(f"the desk took {memory:,} MB at the end")
    return 0 if holds[0] and memory < MEMORY_MB else 1


def _kept(case: Path, reports: int) -> Path:
    """A made case, linked by the Sayso that is measured."""
    mark = case / "made"
    if not mark.exists() or mark.read_text() != made_by(api.open(case).codebook_path):
        shutil.rmtree(case, ignore_errors=True)
        made(case, reports)
        mark.write_text(made_by(api.open(case).codebook_path))
    return case


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

    def places(self) -> dict[str, Place]:
        """Every page, each with a way to an address of it that chance picks."""
        matters = [str(each["id"]) for page in (1, 40) for each in self.rows(f"/matters.json?page={page}")]
        origins = [str(each["id"]) for each in self.rows("/origins.json")]
        found = [each for page in range(1, 9) for each in self.rows(f"/search.json?page={page * 150}")]
        claims = [str(each["claim"]["id"]) for each in found]  # type: ignore[index]
        reports = [str(each["report"]["id"]) for each in found]  # type: ignore[index]
        return {
            "/": lambda _: "/",
            "/queue": lambda by: f"/queue?at={by.randrange(300)}",
            "/queue?state=all": lambda by: f"/queue?state=all&at={by.randrange(90_000)}",
            "/queue?indicator=": lambda by: f"/queue?indicator={by.choice(CODES)}&at={by.randrange(40)}",
            "/claim": lambda by: f"/claim/{by.choice(claims)}",
            "/report": lambda by: f"/report/{by.choice(reports)}",
            "/report?beside=": lambda by: f"/report/{by.choice(reports)}?beside={by.choice(reports)}",
            "/matters": lambda by: f"/matters?page={by.randrange(1, 200)}",
            "/matter": lambda by: f"/matter/{by.choice(matters)}",
            "/matter of 2,000 claims": lambda by: f"/matter/{matters[0]}?page={by.randrange(1, 40)}",
            "/origins": lambda by: f"/origins?page={by.randrange(1, 200)}",
            "/origin": lambda by: f"/origin/{by.choice(origins)}",
            "/sources": lambda by: f"/sources?page={by.randrange(1, 3)}",
            "/timeline": lambda _: "/timeline",
            "/map": lambda _: "/map",
            "/whatif": lambda _: "/whatif",
            "/assessment": lambda _: "/assessment",
            "/search": lambda by: f"/search?page={by.randrange(1, 500)}",
            "/search?q=": lambda by: f"/search?q={by.choice(WORDS)}+{by.choice(TOWNS)}+{by.randrange(3, 90)}",
            "/search?indicator=&month=": lambda by: f"/search?indicator={by.choice(CODES)}&month=2019-{_month(by)}",
            "/search?of=reports&q=": lambda by: f"/search?of=reports&q={by.choice(WORDS)}+{by.randrange(3, 90)}",
            "/search?of=reports&q=, all": lambda by: f"/search?of=reports&q={by.choice(WORDS)}+{by.choice(WORDS)}",
            "/activity": lambda _: "/activity",
            "/agreement": lambda _: "/agreement",
        }


def _month(by: random.Random) -> str:
    return f"{by.randrange(1, 13):02}"


def visited(visitor: Visitor, places: Mapping[str, Place], how: tuple[int, int, float], desk: int) -> Run:
    """How long each answer took, by page, where so many users ask for so many seconds with such a pause."""
    users, seconds, pause = how
    times: dict[str, list[float]] = defaultdict(list)
    names = list(places)
    began, spent = time.monotonic(), _processor_s(desk)
    until = began + seconds

    def visit(number: int) -> None:
        mine, by = visitor.another(), random.Random(number)
        time.sleep(by.uniform(0, pause))
        while time.monotonic() < until:
            name = by.choice(names)
            address = places[name](by)
            asked = time.monotonic()
            mine.ask(address)
            times[name].append(time.monotonic() - asked)
            time.sleep(pause * by.uniform(0.5, 1.5))

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(users)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Run(pause, times, time.monotonic() - began, _processor_s(desk) - spent)


def _family(pid: int) -> list[int]:
    """The process and those it started."""
    found = [pid]
    for each in found:
        for thread in Path(f"/proc/{each}/task").iterdir():
            found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def _memory_mb(pid: int) -> int:
    """What the desk and its readers take; what they share counts once."""
    pages = (re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{p}/smaps_rollup").read_text(), re.M) for p in _family(pid))
    return sum(int(found[1]) for found in pages if found) // 1024


def _processor_s(pid: int) -> float:
    """The processor time that the desk and its readers took so far."""
    fields = (Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split() for each in _family(pid))
    return sum(int(each[11]) + int(each[12]) for each in fields) / os.sysconf("SC_CLK_TCK")


def told(run: Run, users: int) -> bool:
    """Prints the figures; whether every promise holds."""
    whole = sorted(each for found in run.times.values() for each in found)
    print(f"\n{users} users, " + (f"{run.pause:g} s between pages" if run.pause else "no pause between pages") + ":")
    for name in sorted(run.times, key=lambda name: -statistics.median(run.times[name])):
        found = sorted(run.times[name])
        print(f"  {name:32} {statistics.median(found) * 1000:7.0f} ms median {_tail(found) * 1000:7.0f} ms 95th")
    middle = statistics.median(whole) * 1000
    print(
        f"{len(whole):,} answers, {len(whole) / run.seconds:.0f} a second: median {middle:.0f} ms, 95th percentile "
        f"{_tail(whole) * 1000:.0f} ms; {run.processor_s / len(whole) * 1000:.0f} ms of processor time each, "
        f"{run.processor_s / run.seconds:.1f} processors"
    )
    return max(statistics.median(found) for found in run.times.values()) < MEDIAN_S and _tail(whole) < TAIL_S


def _tail(ordered: list[float]) -> float:
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]


if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(main(*(int(each) for each in given[:3]), *(float(each) for each in given[3:4])))
