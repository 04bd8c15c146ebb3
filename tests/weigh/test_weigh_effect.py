"""Which claim is looked at first: ranking cases, no magic numbers."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sayso.model.effect import Effect, Stake, effect_of
from sayso.model.finding import Contradiction, Count, Matter, MatterKind
from sayso.weigh.effect import effects, told


def stake(id: str, origin: str = "o1", *, stands: bool = True, contrary: bool = False) -> Stake:
    """A claim of a report and outlet of its own."""
    return Stake(id, f"r{id}", f"outlet {id}", origin, stands, contrary)


def matter(*stakes: Stake, grade: int | None = 3, against: tuple[str, ...] = (), **more: object) -> Matter:
    """The matter of these claims."""
    origins = tuple(sorted({s.origin for s in stakes if s.stands}))
    standing = [s for s in stakes if s.stands]
    values: dict[str, object] = {
        "id": "m1", "kind": MatterKind.EVENT, "indicator": "desertion", "actor": None, "place": None, "time": None,
        "claims": tuple(s.id for s in stakes), "reports": len(standing), "outlets": len(standing),
        "origins": Count(len(origins), len(origins), origins), "against": Count(len(against), len(against), against),
        "credibility": grade,
    }  # fmt: skip
    return Matter(**(values | more))  # type: ignore[arg-type]


def best(*cases: tuple[Matter, list[Stake]]) -> list[int]:
    """The highest score of each case."""
    return [max(effect.score for effect in effects(found, stakes).values()) for found, stakes in cases]


def test_a_finding_on_one_origin_comes_before_one_on_three() -> None:
    one = [stake("a")]
    three = [stake("a", "o1"), stake("b", "o2"), stake("c", "o3")]
    first, second = best((matter(*one), one), (matter(*three), three))
    assert first > second


def test_of_findings_on_one_origin_the_last_say_so_comes_before_copies() -> None:
    one, copies = [stake("a")], [stake(f"c{at}") for at in range(40)]
    first, second = best((matter(*one), one), (matter(*copies), copies))
    assert first > second
    three = [stake("a", "o1"), stake("b", "o2"), stake("c", "o3")]
    assert second > best((matter(*three), three))[0]


def test_what_alone_holds_a_side_of_a_contradiction_comes_before_what_does_not() -> None:
    stakes = [stake("a", "o1"), stake("b", "o2"), stake("c", "o3")]
    quarrel = (Contradiction("count", (("a",), ("b", "c")), "35 or 45"),)
    found = effects(matter(*stakes, contradictions=quarrel), stakes)
    assert found["a"].score > found["b"].score > effects(matter(*stakes), stakes)["b"].score
    assert (found["a"].contradictions, found["b"].contradictions) == (1, 0)


def test_doubt_comes_before_what_is_well_founded_and_print_decides_last() -> None:
    stakes = [stake("a", "o1"), stake("b", "o2")]
    doubtful, sure = best((matter(*stakes, grade=4), stakes), (matter(*stakes, grade=1), stakes))
    assert doubtful > sure
    wide, narrow = best((matter(*stakes, outlets=40), stakes), (matter(*stakes), stakes))
    assert doubtful > wide > narrow or wide > narrow > sure


def test_sentences_say_what_would_change() -> None:
    one = [stake("a")]
    assert told(effects(matter(*one), one)["a"], 1, 1)[0] == "The finding would lose its only origin."
    denial = [stake("a"), stake("b", "o2", stands=False, contrary=True)]
    found = matter(*denial, against=("o2",))
    assert "speak against" in told(effects(found, denial)["b"], 1, 1)[0]
    asked = [stake("a"), stake("b", "o2", stands=False)]
    assert told(effects(matter(*asked), asked)["b"], 1, 1) == ("No count would change.",)


@given(st.builds(Effect, contradictions=st.integers(0, 9999)))
def test_an_effect_is_given_back_by_its_marks(effect: Effect) -> None:
    assert effect_of(effect.claim, effect.score, effect.marks) == effect
