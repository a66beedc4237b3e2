"""The command line: `main` is the way in, one file is one command."""
