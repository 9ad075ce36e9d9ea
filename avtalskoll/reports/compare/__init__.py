"""A comparison of two versions as text, HTML and JSON: one module per format."""
