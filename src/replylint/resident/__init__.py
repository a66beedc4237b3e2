"""The resident process: a replylint that is loaded already and answers drafts at once."""
