"""The view of two versions side by side."""
