"""Which documents are versions of one story."""
