"""Two texts side by side: sentences with partners, words inside them, paragraphs in rows."""
