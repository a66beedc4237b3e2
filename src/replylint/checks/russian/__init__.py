"""Checks of Russian that words alone cannot decide: plugins that replylint brings along."""
