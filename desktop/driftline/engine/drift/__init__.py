"""What kind of change each edit is, how much it matters, and what the editor is told."""
