"""Why the operating system refused something, in our words and not in the system's English."""

from __future__ import annotations

import errno

from replylint.translation import _


def reason_of(error: BaseException) -> str:
    """What is in the way and what to do; the system's own words where we have none."""
    return _own(error) or getattr(error, "strerror", None) or " ".join(str(error).split())


def why_unread(error: BaseException) -> str:
    """The whole message about something that cannot be read."""
    return _own(error) or _("cannot be read: {why}").format(why=reason_of(error))


def _own(error: BaseException) -> str | None:
    known = {
        errno.ENOENT: _("there is no such file or folder; check the name"),
        errno.EACCES: _("no permission for this; check the access rights"),
        errno.EPERM: _("no permission for this; check the access rights"),
        errno.EISDIR: _("this is a folder, and a file is needed"),
        errno.ENOTDIR: _("a file stands where a folder is needed; check the path"),
        errno.EEXIST: _("there is a file of this name already"),
        errno.EROFS: _("the disk can only be read"),
        errno.ENOSPC: _("no space is left on the disk"),
        errno.ENAMETOOLONG: _("the name is too long"),
        errno.EMFILE: _("too many files are open"),
        errno.EIO: _("the disk does not answer"),
        errno.ELOOP: _("the links of this path lead in a circle"),
    }
    return known.get(getattr(error, "errno", None) or 0)
