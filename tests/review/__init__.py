"""Tests of the editor's review."""
