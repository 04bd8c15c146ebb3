"""Findings to pages, tables, sentences and JSON; takes values, opens no case."""
