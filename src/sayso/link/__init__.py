"""Reports and claims become ties, voices and matters."""
