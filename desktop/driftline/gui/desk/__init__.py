"""What lies on the desk, and the work the window asks of it: no widget."""
