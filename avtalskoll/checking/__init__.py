"""Checks on drafts: many agreements at once, with waivers, a baseline and a threshold."""
