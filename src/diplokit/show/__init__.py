"""Ways to show an extraction."""
