"""What a case's summary gains: its trends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sayso.model.picture import Summary
from sayso.model.trend import Happened, Printed
from sayso.weigh.coverage import coverage
from sayso.weigh.trends import trends


def with_trends(summary: Summary, happened: Sequence[Happened], printed: Sequence[Printed]) -> Summary:
    """The summary with its trends."""
    return replace(summary, trends=trends(happened, coverage(printed)))
