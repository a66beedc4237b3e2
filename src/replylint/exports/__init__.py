"""What helpdesks and messengers export: files of many conversations become chats, one at a time.

`registry` names the formats, one file reads one format; `reading` finds the files, tells their
format by what is in them, and keeps going where a row cannot be read.
"""
