"""Proof that no file can hurt: foreign documents and thousands of mutated ones, each read as a user's file is."""
