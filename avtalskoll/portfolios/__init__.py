"""Portfolios: a folder of agreements, each audited, kept and put together into one overview."""
