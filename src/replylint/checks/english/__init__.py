"""Checks of English replies that no pattern can say."""
