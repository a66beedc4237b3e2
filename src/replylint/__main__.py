"""``python -m replylint``: the command line, for where scripts are not on the search path."""

from replylint.resident.client import main

main()
