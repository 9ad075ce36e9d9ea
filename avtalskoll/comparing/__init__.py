"""Two reports held against each other: what is new, resolved, weakened, strengthened or worded in another way."""
