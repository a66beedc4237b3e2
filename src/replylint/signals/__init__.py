"""Things that can be found in a text and carry no judgement, one file for each kind."""
