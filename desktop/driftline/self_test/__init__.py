"""`driftline --self-test`: whether this installation does its whole work."""
