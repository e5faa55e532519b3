"""What takes too long for every run: `uv run pytest tests/endurance`, by hand."""
