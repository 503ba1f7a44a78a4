"""Tellal: the publishing house of a municipality's information office."""
