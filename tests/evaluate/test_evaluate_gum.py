"""Trees are read as tellings, and a perfect answer scores 1, an empty one 0."""

from __future__ import annotations

from pathlib import Path

import pytest

from sayso.evaluate import gum
from sayso.model.telling import Attribution, Certainty, Teller, TellerKind

REAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "gum"
NOBODY = Teller(None, "", None, None, TellerKind.UNKNOWN, named=False)
# Our own sentences, in the form of the files.
TREE = """<rst><header><relations>
<rel name="attribution-positive" type="rst"/><rel name="attribution-negative" type="rst"/>
<rel name="elaboration-additional" type="rst"/><rel name="joint-list" type="multinuc"/>
</relations></header><body>
<segment id="1" parent="10" relname="organization-heading">Post empty</segment>
<segment id="2" parent="11" relname="attribution-positive">The miller said</segment>
<segment id="3" parent="11" relname="joint-list">the post was empty</segment>
<segment id="4" parent="11" relname="joint-list">and the flag was gone .</segment>
<segment id="5" parent="3" relname="elaboration-additional">which nobody guards</segment>
<segment id="6" parent="7" relname="attribution-negative">He did n't say</segment>
<segment id="7" parent="10" relname="span">who took it .</segment>
<group id="11" type="multinuc" parent="10" relname="span"/>
<group id="10" type="span"/>
</body></rst>"""


def perfect(document: gum.Document) -> list[Attribution]:
    """An attribution for each that is marked."""
    return [
        Attribution((), each.satellite, each.nucleus, NOBODY, Certainty.DENIED if each.negative else Certainty.ASSERTED)
        for each in document.marked
    ]


@pytest.fixture
def document(tmp_path: Path) -> gum.Document:
    (tmp_path / "GUM_news_miller.rs4").write_text(TREE, "utf-8")
    return gum.read(tmp_path / "GUM_news_miller.rs4")


def test_a_tree_is_read_as_satellites_and_nuclei(document: gum.Document) -> None:
    assert document.genre == "news"
    assert document.text.startswith("Post empty\n\nThe miller said the post was empty and the flag was gone.")
    told, untold = document.marked
    assert [span.of(document.text) for span in told.satellite] == ["The miller said"]
    assert [span.of(document.text) for span in told.nucleus] == [
        "the post was empty",
        "and the flag was gone.",
        "which nobody guards",
    ]
    assert untold.negative and [span.of(document.text) for span in untold.satellite] == ["He didn't say"]


def test_perfect_and_empty(document: gum.Document) -> None:
    best = gum.tallied(document, perfect(document))
    assert (best.told.precision, best.told.recall, best.told.f1) == (1, 1, 1)
    assert (best.negatives, best.found, best.doubted) == (1, 1, 1)
    none = gum.tallied(document, [])
    assert (none.told.precision, none.told.recall, none.told.f1, none.found) == (0, 0, 0, 0)


def test_cue_and_content_must_both_agree_and_one_answers_one(document: gum.Document) -> None:
    told = document.marked[0]
    elsewhere = Attribution((), told.nucleus, told.satellite, NOBODY)
    assert gum.tallied(document, [elsewhere]).told.right == 0
    twice = gum.tallied(document, perfect(document)[:1] * 2)
    assert (twice.told.right, twice.told.given) == (1, 2)


@pytest.mark.skipif(not REAL.is_dir(), reason="the data folder is not beside the checkout")
def test_the_real_trees_can_be_answered_perfectly() -> None:
    documents = [gum.read(path) for path in sorted(REAL.glob("*.rs4"))]
    total = sum((gum.tallied(each, perfect(each)) for each in documents), gum.NONE)
    assert total.told.f1 == 1 and total.found == total.negatives
    assert total.told.gold > 500
