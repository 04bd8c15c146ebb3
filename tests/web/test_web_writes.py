"""What the desk writes: one entry a decision, undo by a new entry, nothing lost between browsers and `sayso add`."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

from web_desk import Desk

from sayso import api
from sayso.store import View
from sayso.store.log import broken_links


def ids(desk: Desk, number: int, **narrow: str) -> list[str]:
    """The ids of the first claims of the queue."""
    rows = desk.get("/search.json?" + "&".join(f"{key}={value}" for key, value in narrow.items())).json["rows"]
    return [row["claim"]["id"] for row in rows[:number]]


def decisions(case: Path) -> list[Any]:
    """The whole log."""
    with View(case) as view:
        return list(view.decisions())


def test_a_decision_is_kept_with_who_when_and_why(case: Path) -> None:
    with Desk(case, coder="Bea ⟨x⟩ & <b>") as desk:
        (claim,) = ids(desk, 1)
        answer = desk.post("/do/decide", about=claim, says="reject", why="another indicator", next="/queue?at=3")
        assert (answer.status, answer.headers["location"]) == (303, "/queue?at=3")
        entry = decisions(case)[-1]
        assert (entry.who, entry.says, entry.about, entry.why) == (
            "Bea ⟨x⟩ & <b>",
            "reject",
            claim,
            "another indicator",
        )
        toast = desk.get("/queue").text
        assert "rejected: another indicator" in toast
        assert "<b>" not in toast.replace("<b><bdi>", "").replace("<b>not", "")[: toast.index("</header>")]
    assert broken_links(decisions(case)) == ()


def test_many_at_once_are_an_entry_each_and_go_back_one_by_one(case: Path) -> None:
    with Desk(case) as desk:
        chosen = ids(desk, 5)
        desk.post("/do/decide", about=chosen, says="accept", next="/search")
        log = decisions(case)
        assert [entry.about for entry in log] == chosen
        desk.post("/do/undo", number=str(log[2].number), next="/activity")
        assert decisions(case)[-1].says == "undo"
        reviews = {row["id"]: row["review"] for row in api.open(case).claims()}
        assert [reviews[each] for each in chosen] == ["accepted", "accepted", "proposed", "accepted", "accepted"]


def test_undo_without_a_number_takes_back_ones_own_last(case: Path) -> None:
    with Desk(case) as desk:
        one, other = ids(desk, 2)
        desk.post("/do/decide", about=one, says="accept")
        api.open(case).decide(other, "accept", who="Somebody else")
        assert desk.post("/do/undo").status == 303
        reviews = {row["id"]: row["review"] for row in api.open(case).claims()}
        assert (reviews[one], reviews[other]) == ("proposed", "accepted")
        assert desk.post("/do/undo").status == 404


def test_counts_follow_a_split_and_come_back_bit_for_bit(case: Path) -> None:
    before = api.open(case).matters()
    matter = max(before, key=lambda each: each["reports"])
    with Desk(case) as desk:
        desk.post("/do/split", about=matter["claims"][:1], why="another night", next=f"/matter/{matter['id']}")
        desk.settled()
        assert api.open(case).matters() != before
        page = desk.get(f"/matter/{matter['id']}").text
        assert "take back" in page
        for entry in decisions(case):
            desk.post("/do/undo", number=str(entry.number))
        desk.settled()
        assert api.open(case).matters() == before
        assert api.open(case).verify().complaints == ()


def test_an_edit_by_form_changes_what_was_changed_alone(case: Path) -> None:
    with Desk(case) as desk:
        (claim,) = ids(desk, 1)
        before = desk.get(f"/claim/{claim}.json").json["rows"][0]["claim"]
        answer = desk.post(
            "/do/edit", claim=claim, indicator="low_morale", certainty=before["certainty"], why="it is mood"
        )
        assert answer.status == 303, answer.text
        desk.settled()
        made = [row for row in api.open(case).claims() if row["maker"]["name"] == "Ana"]
        assert [row["indicator"] for row in made] == ["low_morale"]
        assert made[0]["quote"] == before["quote"]
        assert made[0]["chain"] == before["chain"]
        assert desk.post("/do/edit", claim=made[0]["id"], indicator="low_morale").status == 400


def test_wrong_writes_are_refused_and_change_nothing(case: Path) -> None:
    with Desk(case) as desk:
        (claim,) = ids(desk, 1)
        wrong: list[tuple[str, dict[str, Any], int]] = [
            ("/do/decide", {"about": claim, "says": "bless"}, 400),
            ("/do/decide", {"about": "c0000000000000000", "says": "accept"}, 404),
            ("/do/decide", {"says": "accept"}, 400),
            ("/do/decide", {"about": claim, "says": "reject"}, 400),
            ("/do/decide", {"about": claim, "says": "accept", "who": "Bea"}, 400),
            ("/do/undo", {"number": "999"}, 404),
            ("/do/undo", {"number": "-1"}, 400),
            ("/do/edit", {"claim": claim, "start": "x"}, 400),
            ("/do/edit", {"claim": claim, "start": "99999999", "end": "3"}, 400),
            ("/do/edit", {"claim": claim, "indicator": "no such"}, 400),
            ("/do/edit", {}, 400),
            ("/do/join", {"one": "m0", "other": "m1"}, 404),
            ("/do/grade", {"source": "nobody", "value": "A", "why": "x"}, 404),
            ("/do/sentence", {"text": "", "rests": claim}, 400),
            ("/do/name", {"coder": " "}, 400),
            ("/do/name", {"coder": "x" * 81}, 400),
            ("/do/name", {"coder": "a\u202eb"}, 400),
        ]
        for path, fields, status in wrong:
            answer = desk.post(path, **fields)
            assert answer.status == status, (path, fields, answer.status, answer.text[-900:])
        assert decisions(case) == []


def test_two_browsers_and_an_add_lose_nothing(case: Path, tmp_path: Path) -> None:
    more = tmp_path / "more"
    more.mkdir()
    for number in range(3):
        (more / f"{number}.txt").write_text(
            f"Gao counts the cost\n\n{20 + number} fighters of the Harmattan Front deserted near Gao, the army said.\n"
        )
    with Desk(case) as desk:
        other = desk.entered(desk.served.address())
        chosen = ids(desk, 24)
        adding = subprocess.Popen([sys.executable, "-m", "sayso", "add", str(case), str(more)])
        statuses: list[int] = []

        def decide(cookie: str, mine: list[str]) -> None:
            for claim in mine:
                headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
                body = f'{{"about": "{claim}", "says": "accept"}}'.encode()
                statuses.append(desk.ask("POST", "/do/decide", headers, body).status)

        desk.ask("POST", "/do/name", {"Cookie": other, "Sec-Fetch-Site": "none", "Content-Type": "application/json"},
                 b'{"coder": "Bea"}')  # fmt: skip
        threads = [
            threading.Thread(target=decide, args=(desk.cookie, chosen[:12])),
            threading.Thread(target=decide, args=(other, chosen[12:])),
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert adding.wait(600) == 0
        assert statuses == [303] * 24
        desk.settled()
        log = decisions(case)
        assert sorted(entry.about for entry in log) == sorted(chosen)
        assert {entry.who for entry in log} == {"Ana", "Bea"}
        assert len(api.open(case).reports(text="army said")) >= 3
        assert api.open(case).verify().complaints == ()
