"""Any number of versions of one text, set beside each other."""
