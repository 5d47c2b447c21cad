"""Corpora to heads to bundle. Not part of the wheel."""
