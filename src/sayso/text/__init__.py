"""Frozen text, its paragraphs, sentences and tokens."""
