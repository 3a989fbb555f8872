"""Which process of this machine left something behind."""

import os
import socket


def maker() -> str:
    """Names this process in a file name: machine and number, `host-123`."""
    return f"{socket.gethostname()}-{os.getpid()}"


def abandoned(made_by: str) -> bool:
    """Whether a maker, as `maker` names it, was a process of this machine that runs no more; of other machines: no."""
    host, _, pid = made_by.rpartition("-")
    return host == socket.gethostname() and pid.isdecimal() and not _runs(int(pid))


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
