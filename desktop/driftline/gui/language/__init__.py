"""The window's words: the language, the names of closed lists, what is said aloud."""
