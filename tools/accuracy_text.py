"""The words of docs/accuracy.md around its tables."""

HEAD = """# Accuracy

Made by `python tools/measure_accuracy.py`; `sayso evaluate` prints such figures for the samples and for a folder of
your own. Read it before you trust a number: what Sayso misses, no count shows.

- **five real reports**: 2015 to 2017, one group, outlets of opposed camps.
- **other groups**: twelve invented reports about other kinds of armed groups. **samples**: the shipped invented ones.
- **second groups**: fifteen invented reports about further groups, in two halves: eight steered the reading of tellers,
  places and times; the other seven were written at the same time, and only their figures were ever looked at.
- **third groups**: twenty invented reports in as many styles; fourteen steered the reading of tellers, the six called
  late were written after that and measured once (speaker 34 of 41, chain 32 of 41) before their faults were mended too.
- **held-out text**: whole files of our own training text, each by one hand, in one style, of one region, that no
  training sees; on those that are whole reports (`f` to `i`), with other groups and the worked halves of second and
  third groups, it was fitted how far a coding is trusted; **single sentences** the same of each indicator's examples.
  A chain there holds every telling whose
  content holds the claim, also those of wishes and plans. Each passage is read as a report of its own, as `sayso add`
  reads it, so one that names no armed group yields few claims. The codebook's patterns were tuned on every other line
  of the single sentences, so for them only the files of paragraphs are unseen.

The first four steered the work but for the last half of the second groups, so their figures flatter. On sentences
written apart and never looked at (`python benchmarks/indicators_recall.py --half even`) the patterns find a third of
what is marked, at a precision of 0.63; what the trained reader adds there is shown by the held-out text below
(docs/decisions/004).

- **polnear-dev**: US political news, every sentence; measured, never trained on.
- **gum**: rhetorical trees of news, interviews, academic prose and court records. A clause that attributes holds source
  and cue, the clauses that it serves are the content; an attribution of ours answers it where its cue lies in the one
  and its content shares half with the other. Thoughts and beliefs count there as much as sayings. "Not told": what
  somebody did not say or know.
- **re3d**: reports on the war in Syria and Iraq. Places are marked there wherever named; we leave out names that stand
  for a government. Quantities and times count as found where half of the shorter span is shared; "a" is no quantity.
- **newsquant**: quantities of 590 news sentences. **meantime**: dates of 120 Wikinews documents, and their marked
  events: nothing there is coded to an indicator, so each marked word is read as if it had triggered a claim. Negated:
  by the grammar of its clause or a telling that denies. Open (possible, probable, future there): a weaker certainty
  than reported here, or a stage of wish, demand, threat or order.
- **calibration**: what is stated as probable against what is so, in tenths. Ties: pairs of claims of generated families
  of reports whose words no weight was fitted on. Claims: every coding that is weighed, also those
  that are dropped, on the held-out text. The expected calibration
  error is the distance between stated and so, averaged over everything stated.

A claim is found when the indicator is the same and the spans overlap by half the shorter one; of other spans,
"overlap" asks as much. Speaker, chain and slots are counted over the claims found; shares of nothing are left out. The
gold was coded by one careful hand.

- **second readings**: three readers coded the claims of two sets anew, from the codebook and the texts alone; beside
  how far each agrees with the gold stands how far Sayso agrees with that reader. Gold and readers were language
  models, which agree more than people of different schools would. What Sayso lacks of them is its own lack.
"""
FAILS = """
## Where it fails

- Wording that neither the codebook's patterns nor the training text foresee; oblique and elliptic statements above all.
- A pronoun that takes up somebody who has not spoken yet is often left unresolved.
- Claims carry on a place or a day from the sentence before only where an act plainly goes on.
- Patterns that the reader does not support are dropped where training text showed them to be often wrong; on the five
  real reports, on which the patterns were made, that costs claims, elsewhere it gains.
- About a quarter of what it states is wrong: a neighbouring code, or a half-sentence that states nothing.
- Tellings without a speech verb we know; and, on text of other kinds, thoughts and beliefs.
- English only.
"""
