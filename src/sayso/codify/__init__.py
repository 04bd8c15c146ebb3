"""Passages to indicator codes, by the patterns of a codebook."""
