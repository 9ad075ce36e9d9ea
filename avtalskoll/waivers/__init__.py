"""Waivers: decisions, with a reason and an end, that a finding may stand."""
