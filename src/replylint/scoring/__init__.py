"""Scoring whole exports: workers, resuming, samples for review, and the numbers about them.

`run` drives it; `judging` turns a chat into rows of the store; `pool` spreads the work over
processes and keeps the order; `identity` knows whether a stopped run can go on.
"""
