"""The vocabulary of Sayso: frozen values, standard library only."""
