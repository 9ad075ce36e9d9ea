"""The formats of `avtalskoll check`, one module each: a `CheckRun` in, text out."""
