"""The preferences: one dialog, a page for every part of their schema."""
