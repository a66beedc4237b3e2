"""What is read: files, folders, JSON and standard input become conversations, one at a time.

`registry` names the formats; `paths` finds the files; one file reads one format.
"""
