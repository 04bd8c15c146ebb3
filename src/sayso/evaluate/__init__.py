"""Measures Sayso against what people marked by hand: claims, spans of tellings, quantities, dates."""
