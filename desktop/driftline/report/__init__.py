"""Reports: one model of a comparison, and a writer for each form it is read in."""
