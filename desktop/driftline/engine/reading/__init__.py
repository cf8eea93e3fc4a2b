"""Bytes in, a `Source` out: one module a format, `read.py` in front of them all."""
