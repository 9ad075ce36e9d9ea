"""The local page: the same reports as everywhere, for a person who never opens a terminal.

It answers to this machine only, keeps everything in memory, and forgets it when it ends.
"""
