"""Judgements on signals, one file for each kind."""
