"""The headless front: clean, quotes, group, compare, collate; it needs no display and no Qt."""
