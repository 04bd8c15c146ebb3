"""Matters get their counts, contradictions and grades."""
