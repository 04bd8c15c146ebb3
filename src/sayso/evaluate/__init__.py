"""Measures Sayso against what people marked by hand: tellings, claims, places, quantities, dates, probabilities."""
