"""What a team chooses, and the files that say it.

`settings` and `choices` are plain values; `places` knows where files lie, `schema` their shape,
`file` reads one, `file_choices` makes choices of it, and `loading` puts all that hold together with
the `profiles` that they name.
"""
