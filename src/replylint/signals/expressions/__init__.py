"""Regular expressions of packs, searched no more than is needed.

`tree` knows how an expression is written; `literals`, `coarse` and `tame` tell from that what a
text must have, where a match can begin and whether a search can take long. `index` picks the
expressions that are worth trying on a text, and `expression` searches for one.
"""
