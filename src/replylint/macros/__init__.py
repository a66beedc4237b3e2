"""Macro libraries: their files become texts that know where every code point is written.

`registry` names the formats; `adapters` knows the shapes of help desks; the other files read one
notation each, and `filling` puts sample values into the places of a template.
"""
