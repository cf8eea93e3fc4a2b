"""Driftline shows how the wording of a story drifts from version to version."""

__version__ = "0.1.0"
