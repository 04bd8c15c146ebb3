"""Whether a sentence stands in a text, and is not a falsification of what stands there."""
