"""Files in YAML that people write: read with positions, checked against a model, never executed."""
