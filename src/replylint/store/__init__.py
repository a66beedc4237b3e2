"""The embedded store: every run with its chats, replies, findings and scores in one DuckDB file.

`tables` says what is kept, `store` opens the file and adds to it, `runs` knows how far a run got.
"""
