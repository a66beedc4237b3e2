"""The report of a run: one HTML file that opens without a network and without a server.

`cube`, `cases` and `coaching` ask the store, `data` puts their answers together, `page` makes the
file. What the page shows is computed in it from the data, so that its filters work.
"""
