"""Compose: a programme and a brand become sheets, once."""
