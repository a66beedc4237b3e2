"""What is written: the text for people and the JSON for machines.

`registry` names the formats; `report` says what every format can do; one file writes one format.
"""
