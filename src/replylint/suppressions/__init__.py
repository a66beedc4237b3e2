"""Findings that a person has decided to let be.

`suppression` is one decision; `comments` finds those in a text, `file` those in a file beside it,
and `decisions` holds all of a run.
"""
