"""Report text → attributions: who tells what, by which words, how surely."""
