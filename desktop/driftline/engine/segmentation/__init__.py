"""Paragraphs, quotation marks, sentences and words, each with offsets into the source."""
