"""What a client and a resident process say to each other over their socket.

The resident says first that it is ready. A message is its length in eight bytes and then JSON.
Bytes in it are text in Latin-1.
"""

from __future__ import annotations

import json
import socket

TYPE_CHECKING = False  # importing it from typing would take longer than all the rest
if TYPE_CHECKING:
    from typing import Any

READY = b"."
"""What a resident process sends as soon as somebody is there to read the request."""
_MOST_BYTES = 64_000_000


def send(connection: socket.socket, message: dict[str, Any]) -> None:
    """Send a message; raises ``OSError``."""
    content = json.dumps(message).encode()
    connection.sendall(len(content).to_bytes(8) + content)


def receive(connection: socket.socket) -> dict[str, Any]:
    """Wait for a message; raises ``OSError`` or ``ValueError`` when none comes, or none that is."""
    size = int.from_bytes(_exactly(connection, 8))
    if size > _MOST_BYTES:
        raise ValueError(size)
    message = json.loads(_exactly(connection, size))
    if not isinstance(message, dict):
        raise ValueError(message)
    return message


def _exactly(connection: socket.socket, size: int) -> bytes:
    parts: list[bytes] = []
    while size:
        part = connection.recv(min(size, 1 << 20))
        if not part:
            raise ConnectionError("the other side has gone")
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
