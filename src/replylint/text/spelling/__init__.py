"""Russian spelling: which words there are, and what a word that is none was meant to be."""
