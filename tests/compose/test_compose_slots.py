"""Stage, place and time of a claim, from short texts; codes as the shipped codebook names them, patterns of our own."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

import pytest

from sayso.books import codebook, groups, words
from sayso.model.books import GazetteerEntry
from sayso.model.claim import Claim
from sayso.model.report import Published, Report
from sayso.model.slots import Precision
from sayso.pipeline.analysing import Books, analyse, books_of

_INDICATOR = """
  - code: {code}
    family: inside
    definition: One of the codes for tests.
    kind: {kind}
    speaks_for: decay
    patterns: {patterns}
    examples: ["{example}"]"""
CODES = (
    ("desertion", "event", '["<members> ... (desert/v|desert/ed|flee/v|fled)"]', "The rebels {deserted} at dawn."),
    ("shortage", "state", '["(bread|petrol)"]', "There was no {bread}."),
    ("casualties", "event", '["(killed|died|fell)"]', "Ten {died} there."),
    ("external_attack", "event", '["(bomb/v|storm/v)"]', "The rebels {bomb} the port."),
    ("exit_control", "pattern", '["(forbid/v|ban/v) ... to leave"]', "They {forbid men to leave}."),
    ("exhortation", "event", '["fight on"]', "He told them to {fight on}."),
    ("strength", "state", '["<members> ... (number|remain)"]', "Ten {rebels remain}."),
    ("pay_cut", "state", '["wage (fell|fall)"]', "The {wage fell}."),
)


class _Places:
    """A gazetteer of an invented country and two towns in it."""

    def ranked(self, name: str, near: Collection[str] = ()) -> tuple[tuple[GazetteerEntry, int], ...]:
        if name == "Ostmark":
            return ((GazetteerEntry("OM", name, 1.0, 1.0, Precision.COUNTRY, "OM", (), 0), 0),)
        if name not in ("Brabbo", "Wadu"):
            return ()
        return ((GazetteerEntry(f"x:{name}", name, 1.0, 1.0, Precision.TOWN, "OM", ("OM",), 0), 0),)

    def adjectives(self) -> Mapping[str, str]:
        return {}

    def countries(self) -> Mapping[str, str]:
        return {"Ostmark": "OM"}

    def entry(self, ref: str) -> GazetteerEntry | None:
        return None


@pytest.fixture(scope="module")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    path: Path = tmp_path_factory.mktemp("book") / "small.yaml"
    head = 'name: small\nversion: "1"\ntitle: Codes for tests\nscope: any armed group\nindicators:'
    listed = (_INDICATOR.format(code=c, kind=k, patterns=p, example=e) for c, k, p, e in CODES)
    path.write_text(head + "".join(listed), "utf-8")
    shipped = Path(groups.__file__).parents[1] / "data/groups.csv"
    return books_of(codebook.load(path), words.load(), groups.load(shipped), lambda _: None, _Places())


def first(text: str, code: str, books: Books, *, last: bool = False) -> Claim:
    published = Published("2019-03-14", "2019-03-14", "2019-03-14", "manifest")
    report = Report("r0", "a.txt", "0", text, outlet="Lake Herald", outlet_written="Lake Herald", published=published)
    return [c for c in analyse(report, books).claims if c.indicator == code][-1 if last else 0]


STAGES = [
    ("The army denied that its soldiers had deserted.", "desertion", "unstated"),
    ("More rebels will desert, an analyst said.", "desertion", "unstated"),
    ("None of the rebels deserted.", "desertion", "unstated"),
    ("The rebels may desert in spring.", "desertion", "unstated"),
    ("The rebels have deserted.", "desertion", "done"),
    ("The rebels have begun fleeing.", "desertion", "ongoing"),
    ("The rebels tried to flee.", "desertion", "attempted"),
    ("The chief vowed that his men would bomb the harbour.", "external_attack", "threatened"),
    ("A decree forbids men to leave.", "exit_control", "ordered"),
    ("He tells the rebels to fight on.", "exhortation", "done"),
    ("A cook said the rebels had no bread.", "shortage", "ongoing"),
    ("The bread was gone in 2017.", "shortage", "done"),
    ("The rebels have had no petrol since May.", "shortage", "ongoing"),
]


@pytest.mark.parametrize(("text", "code", "stage"), STAGES)
def test_how_far_an_act_went(text: str, code: str, stage: str, books: Books) -> None:
    assert first(text, code, books).stage.value == stage


SPOTS = [
    ("Troops raided a hamlet near Wadu. Nineteen rebels died.", "casualties", [("where", "Wadu")]),
    ("A fair was held in Wadu. Nineteen rebels died.", "casualties", []),
    ("Troops raided Brabbo. Elsewhere nineteen rebels died.", "casualties", []),
    ("Rebels held the mill in Brabbo for a day, and in that battle ten died.", "casualties", [("where", "Brabbo")]),
    ("Once the rebels came to Wadu, ten died by a blast in Ostmark.", "casualties", [("where", "Wadu")]),
    (
        "An envoy said fighters still trapped in Brabbo had a choice.\n\nThey are fleeing by night, he said.",
        "desertion",
        [("where", "Brabbo")],
    ),
    ("The chief vowed that his men would bomb the mill in Wadu.", "external_attack", [("to", "Wadu")]),
    ("On the retreat from Wadu ten of the rebels died.", "casualties", [("from", "Wadu")]),
    ("Ten rebels from Wadu died.", "casualties", [("where", "Wadu")]),
    ("The rebels came to Wadu, which was where ten of them died.", "casualties", [("where", "Wadu")]),
]


@pytest.mark.parametrize(("text", "code", "expected"), SPOTS)
def test_where_an_act_is_placed(text: str, code: str, expected: list[tuple[str, str]], books: Books) -> None:
    claim = first(text, code, books, last=True)
    assert [(place.role, place.written) for place in claim.places] == expected


DAYS = [
    ("On 3 March troops raided the camp. Nineteen rebels died.", "casualties", ("2019-03-03", "2019-03-03")),
    ("On 3 March a fair was held. Nineteen rebels died.", "casualties", None),
    ("Since the road was cut in January there is no petrol.", "shortage", ("2019-01-01", None)),
    ("The rebels number 300 today.", "strength", (None, "2019-03-14")),
    ("The rebels number 300, down from 900 in 2012.", "strength", (None, "2019-03-14")),
    ("It was reported last year that ten rebels had deserted.", "desertion", (None, "2018-12-31")),
    ("An officer said on Monday that ten rebels had deserted.", "desertion", None),
]


@pytest.mark.parametrize(("text", "code", "expected"), DAYS)
def test_when_an_act_is_dated(
    text: str, code: str, expected: tuple[str | None, str | None] | None, books: Books
) -> None:
    time = first(text, code, books, last=True).time
    assert (None if time is None else (time.earliest, time.latest)) == expected


NUMBERS = [
    ("At least 30 of the rebels deserted two posts.", "desertion", (30, None, None)),
    ("Four rebels who tried to go in May had been killed there.", "casualties", (4, 4, None)),
    ("Both rebels had been in Wadu. Both had deserted on Monday.", "desertion", (2, 2, None)),
    ("Both sides lost men. The rebels deserted.", "desertion", None),
    ("The rebels deserted after nine days.", "desertion", None),
    ("Boys of fourteen died there.", "casualties", None),
    ("Their monthly wage fell to 90 dollars.", "pay_cut", (90, 90, "month")),
]


@pytest.mark.parametrize(("text", "code", "expected"), NUMBERS)
def test_what_a_claim_counts(
    text: str, code: str, expected: tuple[float, float | None, str | None] | None, books: Books
) -> None:
    quantity = first(text, code, books, last=True).quantity
    assert (None if quantity is None else (quantity.low, quantity.high, quantity.per)) == expected
