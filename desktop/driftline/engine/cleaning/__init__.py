"""Cleaning: what of a page is the story, what is not, and why."""
