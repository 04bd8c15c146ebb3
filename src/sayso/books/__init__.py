"""Loads and checks codebooks, word lists, the outlet register, groups and places."""
