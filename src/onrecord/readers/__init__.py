"""Bytes to reports. Adding a format is adding one module with a ``Reader``; see ``base``."""
