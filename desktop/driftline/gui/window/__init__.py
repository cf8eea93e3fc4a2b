"""The main window: its columns, and each thing it does for the editor."""
