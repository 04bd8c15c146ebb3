"""Attributions, codings and slots → claims with their chains."""
