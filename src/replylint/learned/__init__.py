"""Models that learned from examples: what they see of a sentence, how they score it."""
