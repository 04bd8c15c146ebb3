"""A sheet made easy to look things up in."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sayso.model.month import month_of
from sayso.model.telling import names_nobody
from sayso.tell.masking import MASK

Row = dict[str, Any]

#: Tellers whose own text could be read if somebody got it.
READABLE = ("outlet", "agency", "document", "monitor")

#: What became of a claim when it does not count at all.
_OUT = ("rejected", "superseded")

#: Certainties of claims that stand for nothing that happened.
UNREAL = ("predicted", "asked")


@dataclass(frozen=True, slots=True)
class Index:
    """The rows of a sheet by id, and what belongs to what."""

    sheet: Row
    claims: dict[str, Row]
    reports: dict[str, Row]
    matters: dict[str, Row]
    origins: dict[str, Row]
    ties: dict[str, Row]
    passages: dict[str, Row]
    passages_of: dict[str, list[Row]]  # by report
    ties_of: dict[str, list[Row]]  # by claim or report
    matters_of: dict[str, list[Row]]  # by claim
    indicators: dict[str, Row]
    read: int  # reports that were read

    def of(self, ids: list[str]) -> list[Row]:
        """The claims with these ids, as far as the sheet carries them."""
        return [self.claims[each] for each in ids if each in self.claims]

    def month(self, claim: Row) -> str:
        """The month a claim is counted in, by time of happening, else of publication; "2016-XX" where only the year
        is known, "" where neither is."""
        when = claim["time"] or {}
        stated = month_of(when.get("edtf")) if when.get("basis") != "tense" else ""
        return stated or month_of(self.reports.get(claim["report"], {}).get("published"))


def index(sheet: Row) -> Index:
    """The sheet, indexed."""
    ties_of: dict[str, list[Row]] = defaultdict(list)
    for tie in sheet["ties"]:
        for end in dict.fromkeys((tie["from"], tie["to"])):
            if end is not None:
                ties_of[end].append(tie)
    matters_of: dict[str, list[Row]] = defaultdict(list)
    for matter in sheet["matters"]:
        for claim in matter["claims"]:
            matters_of[claim].append(matter)
    passages_of: dict[str, list[Row]] = defaultdict(list)
    for passage in sheet["passages"]:
        passages_of[passage["report"]].append(passage)
    by_id = {key: {row["id"]: row for row in sheet[key]} for key in ("claims", "reports", "matters", "origins", "ties")}
    return Index(
        sheet,
        by_id["claims"],
        by_id["reports"],
        by_id["matters"],
        by_id["origins"],
        by_id["ties"],
        {row["id"]: row for row in sheet["passages"]},
        dict(passages_of),
        dict(ties_of),
        dict(matters_of),
        {row["code"]: row for row in sheet["codebook"]["indicators"]},
        sum(report["status"] == "read" for report in sheet["reports"]),
    )


def counts(claim: Row) -> bool:
    """Whether a claim may count at all: neither rejected nor superseded."""
    return claim["review"] not in _OUT


def is_contrary(claim: Row) -> bool:
    """Whether a claim speaks against its matter: a denial, or a plain negative."""
    return claim["certainty"] == "denied" or bool(claim["negated"] and claim["certainty"] not in UNREAL)


def is_hearsay(claim: Row) -> bool:
    """Whether a claim's only teller beside the outlet is nobody at all: no origin beside others."""
    head = claim["chain"][0]
    return len(claim["chain"]) == _ALONE and names_nobody(
        head["written"], head["kind"], head["certainty"], named=head["named"]
    )


#: Hops of a chain with one teller and the outlet.
_ALONE = 2


def taken_back(matter: Row) -> frozenset[str]:
    """The claims of a matter that an outlet took back, that rest on such, or only tell such again."""
    return frozenset(matter.get("withdrawn", ()))


def standing(claims: list[Row], matter: Row) -> list[Row]:
    """The claims whose reports and outlets are counted; those of a forecast are, though it counts no origin."""
    out = taken_back(matter)
    rest = [claim for claim in claims if counts(claim) and not is_contrary(claim) and claim["id"] not in out]
    real = [claim for claim in rest if claim["certainty"] not in UNREAL]
    return rest if matter["kind"] == "forecast" and not real else real


#: Words that only point to somebody; a list in which nobody else stands says nothing by them.
_POINTING = frozenset(
    "he she it they we i you him her them his their this that these those who others another some both all one none"
    " nobody somebody everybody anyone someone everyone many several most few".split()
)


def points(words: str) -> bool:
    """Whether the words only point to somebody told of elsewhere: "He", "they", "others"."""
    return words.strip("“”‘’'\".,;: ").casefold() in _POINTING


def pointed(words: str, kind: str) -> str:
    """How a teller is called of whom the report has only such a word: his kind, with the word beside it."""
    known = "somebody" if kind in ("unknown", "not stated", "outlet") else f"an unnamed {kind}"
    return f"{known} (“{words.strip()}”)"


def who(hop: Row) -> str:
    """A teller in a word or two: the name, else the words of the report, else the kind."""
    words = str(hop["name"] or hop["written"])
    if points(words):
        return pointed(words, hop["kind"])
    if words.strip(f"{MASK} "):
        return words
    if words:
        return withheld(hop["kind"])
    if hop["kind"] == "outlet":
        return "outlet not known"
    return "nobody named" if hop["kind"] == "unknown" else f"an unnamed {hop['kind']}"


def withheld(kind: str) -> str:
    """How a teller of that kind is called whose name is not to be shown."""
    return f"{'private person' if kind == 'unknown' else kind}, name withheld"


def unseen(hop: Row) -> bool:
    """Whether a hop has a text of its own that could be read and has not been."""
    return hop["seen"] != "yes" and hop["kind"] in READABLE


def words_at(index: Index, report: str, start: int, end: int) -> str | None:
    """The words at a place of a report, where a passage of the sheet holds them."""
    for passage in index.passages_of.get(report, ()):
        if passage["start"] <= start and end <= passage["end"]:
            return str(passage["text"][start - passage["start"] : end - passage["start"]])
    return None
