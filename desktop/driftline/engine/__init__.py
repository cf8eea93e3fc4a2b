"""The pure engine: values in, values out; no Qt, no printing, no global state."""
