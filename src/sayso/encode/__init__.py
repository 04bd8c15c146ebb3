"""The trained reader: sentences in, one reading out."""
