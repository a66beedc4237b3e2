"""Reading rule packs: the file, its schema, the pattern language, and their compilation."""
