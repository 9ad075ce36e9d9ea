"""The overview of a portfolio, one module per format."""
