"""Outputs of an audit: one module per format over the one report model.

Import the format that is needed: `reports.html`, `reports.json_report`, `reports.text`.
"""
