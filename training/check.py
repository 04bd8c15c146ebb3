"""Checks the training text and measures its size and variety: `python training/check.py [FILE …]`."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from marking import BadMark, blocks, examples

CODES = frozenset(
    """desertion defection surrender malingering refusal mutiny transfer_request low_morale departure_home casualties
    leader_loss defeat command_disruption pay_cut revenue_loss shortage recruitment_change strength infighting
    deserter_punishment exit_control spy_hunt exhortation outside_support popular_support civilian_defiance
    civilian_abuse governance identity_fraud external_attack resilience""".split()
)
HERE = Path(__file__).parent


def main(names: list[str]) -> int:
    """Prints every complaint and the figures; 1 where anything is wrong."""
    paths = [Path(name) for name in names] or sorted(HERE.glob("paragraphs/*.txt")) + sorted(
        HERE.glob("indicators/*.txt")
    )
    wrong = 0
    cues: Counter[str] = Counter()
    openings: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    coded: Counter[str] = Counter()
    total = nested = unsure = other = 0
    seen: set[str] = set()
    for path in paths:
        try:
            if path.parent.name == "indicators":
                found = list(examples(path, CODES))
                print(f"{path.name}: {sum(e.fits for e in found)} fit, {sum(not e.fits for e in found)} near misses")
                texts = [e.text for e in found]
            else:
                read = list(blocks(path, CODES))
                texts = [block.text for block in read]
                total += len(read)
                for block in read:
                    tellings = {m.number for m in block.marks if m.what == "t"}
                    codes = [m for m in block.marks if m.what == "code"]
                    contents = [m for m in block.marks if m.what == "t"]
                    nested += any(
                        a is not b and a.start <= b.start and b.end <= a.end and a.number != b.number
                        for a in contents
                        for b in contents
                    )
                    unsure += any(m.certainty not in ("", "asserted") or m.negated for m in block.marks)
                    other += not codes
                    cues.update(block.text[m.start : m.end].lower() for m in block.marks if m.what == "c")
                    kinds.update(m.kind for m in block.marks if m.what == "s")
                    coded.update(m.code for m in codes)
                    openings[" ".join(block.text.split()[:3])] += 1
                    assert tellings is not None
            for text in texts:
                if text in seen:
                    wrong += 1
                    print(f"{path.name}: twice: {text[:80]}")
                seen.add(text)
        except BadMark as error:
            wrong += 1
            print(error)
    if total:
        print(
            f"{total} blocks; nested {nested / total:.0%}, unsure or negated {unsure / total:.0%}, "
            f"no code {other / total:.0%}"
        )
        print(
            f"{len(cues)} distinct cues of {sum(cues.values())}; {len(openings)} distinct openings; "
            f"kinds {dict(kinds.most_common())}"
        )
        print(f"codes {dict(coded.most_common())}; none of {sorted(CODES - set(coded))}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
