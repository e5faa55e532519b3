"""Measurements of what a person waits for, run by hand; see benchmarks/README.md."""
