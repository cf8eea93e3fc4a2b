"""Quotations: their words, their speakers, and what becomes of them between versions."""
