"""Ledgers as files: one module a format, each an ``Exporter``."""
