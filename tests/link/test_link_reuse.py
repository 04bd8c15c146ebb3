"""Shared text: copies are found inside other stories, furniture is no evidence, one more report changes little."""

from __future__ import annotations

from link_making import prose, report

from sayso.link.reuse import Texts
from sayso.link.shingles import BOILERPLATE, own_words, rarity
from sayso.model.report import Report
from sayso.model.span import Span


def reports(*texts: str) -> list[Report]:
    """A report of its own outlet for each text."""
    return [report(f"Outlet {n}", text) for n, text in enumerate(texts)]


def test_a_copy_inside_another_story_is_contained_in_it_and_not_the_other_way() -> None:
    wire, longer = reports(prose(1, 120), f"{prose(2, 200)} {prose(1, 120)} {prose(3, 200)}")
    texts = Texts([wire, longer])
    shared = texts.shared(wire.id, longer.id)
    assert shared is not None and shared.of_first == 1.0 and shared.of_second < 0.5
    assert texts.pairs() == [tuple(sorted((wire.id, longer.id)))]


def test_number_words_case_and_marks_do_not_hide_a_copy() -> None:
    one, other = reports(
        "Then FORTY men left the Café in the town of Reed by night and never came back to it at all ok",
        "then 40 men left the cafe in the town of reed by night and never came back to it at all, OK",
    )
    shared = Texts([one, other]).shared(one.id, other.id)
    assert shared is None or shared.of_first == shared.of_second == 1.0


def test_unrelated_texts_share_nothing() -> None:
    one, other = reports(prose(1, 200), prose(2, 200))
    assert Texts([one, other]).shared(one.id, other.id) is None


def test_furniture_and_quoted_speech_are_left_out() -> None:
    text = f"Words of mine. “{prose(5)}” Advertisement here."
    made = report("A", text, debris=(Span(text.index("Advertisement"), len(text)),))
    assert "Advertisement" not in own_words(made) and "Words of mine" in own_words(made)
    assert prose(5) not in own_words(made)


def test_rarity_steps_down_in_powers_of_two_to_nothing() -> None:
    import numpy as np

    assert rarity(np.array([1, 2, 3, 4, 7, 8, BOILERPLATE])).tolist() == [840, 420, 420, 280, 280, 210, 0]


def test_one_more_report_gives_the_shares_of_all_at_once() -> None:
    wire = prose(1, 120)
    made = reports(wire, f"{wire} {prose(2)}", f"{prose(3)} {wire}", prose(4, 120))
    kept = Texts(made[:3])
    kept.add(made[3])
    later = report("Late", f"{wire} {prose(4, 120)}")
    touched = kept.add(later)
    whole = Texts([*made, later])
    assert touched >= {each.id for each in made}
    for one in [*made, later]:
        assert kept.partners(one.id) == whole.partners(one.id)
        for other in made:
            assert kept.shared(one.id, other.id) == whole.shared(one.id, other.id)
