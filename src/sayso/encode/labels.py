"""What the columns of the reader's output mean; training and reading share them."""

from __future__ import annotations

from itertools import accumulate

ROLES = ("source", "cue", "outer", "inner")
CODES = (
    "desertion defection surrender malingering refusal mutiny transfer_request low_morale departure_home casualties "
    "leader_loss defeat command_disruption pay_cut revenue_loss shortage recruitment_change strength infighting "
    "deserter_punishment exit_control spy_hunt exhortation outside_support popular_support civilian_defiance "
    "civilian_abuse governance identity_fraud external_attack resilience"
).split()
CERTAINTIES = ("asserted", "reported", "alleged", "possible", "predicted", "denied", "asked")
STAGES = ("", "wished", "asked", "attempted", "threatened", "ordered")
KINDS = (
    "fighter|former member|prisoner|relative|armed group|official|military|community leader|expert|resident|activist|"
    "document|monitor|agency|outlet|unknown"
).split("|")

#: Each group of columns and how many it has, in the order of the output.
GROUPS = {
    **dict.fromkeys(ROLES, 3),  # outside, begin, inside
    "cue certainty": len(CERTAINTIES),
    "kind": len(KINDS),
    "codes": len(CODES),
    "begin": 1,
    "certainty": len(CERTAINTIES),
    "negated": 1,
    "stage": len(STAGES),
}
COLUMNS = {
    name: slice(end - size, end) for (name, size), end in zip(GROUPS.items(), accumulate(GROUPS.values()), strict=True)
}
WIDTH = sum(GROUPS.values())
