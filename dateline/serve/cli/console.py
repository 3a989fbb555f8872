"""What the command line says, and how it ends: results to stdout, everything else to stderr."""

import json
import logging
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from time import gmtime, strftime
from typing import Any, NoReturn

from dateline.errors import DatelineError

# 0: all was done. 1: some reports failed, each a row in `failures`. 2: wrong use, or nothing could be done.
DONE, SOME_FAILED, WRONG_USE = 0, 1, 2
# What a shell reports for a program that ended by these signals.
INTERRUPTED, BROKEN_PIPE = 130, 141

FLAGS = ("--quiet", "--verbose", "--log-json")


@dataclass(slots=True)
class Voice:
    """How much is said on stderr."""

    quiet: bool = False
    verbose: bool = False
    log_json: bool = False


voice = Voice()


def speak(flags: set[str]) -> None:
    """Take the flags of the command line, and log to stderr accordingly."""
    voice.quiet, voice.verbose, voice.log_json = (flag in flags for flag in FLAGS)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonLines() if voice.log_json else logging.Formatter("%(message)s"))
    level = logging.WARNING if voice.quiet else logging.DEBUG if voice.verbose else logging.INFO
    logger = logging.getLogger("dateline")
    logger.handlers, logger.level, logger.propagate = [handler], level, False


class _JsonLines(logging.Formatter):
    """One JSON object a line: time (UTC), level, message, and whatever was given as `extra={"about": {…}}`."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": strftime("%Y-%m-%dT%H:%M:%SZ", gmtime(record.created)),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            **getattr(record, "about", {}),
        }
        return json.dumps(line, ensure_ascii=False)


def guarded(command: Callable[..., int | None]) -> Callable[..., None]:
    """The command, ending with an exit code: what it returns (None is 0), or what its error stands for."""

    @wraps(command)
    def run(*args: Any, **given: Any) -> None:
        try:
            code = command(*args, **given)
            sys.stdout.flush()
        except BrokenPipeError:
            _hang_up()
        except KeyboardInterrupt:
            logging.getLogger("dateline").warning("interrupted; what was written before stays")
            sys.exit(INTERRUPTED)
        except DatelineError as error:
            _fail(str(error))
        except OSError as error:
            where = f"{error.filename}: " if error.filename else ""
            _fail(f"{where}{error.strerror or error}")
        except Exception as error:
            # A fault of ours. One line for the user; the place for whoever mends it.
            _fail(f"unexpected {type(error).__name__}: {error}; --verbose shows where, please report it")
        sys.exit(code or DONE)

    return run


def _fail(message: str) -> NoReturn:
    logger = logging.getLogger("dateline")
    logger.error("dateline: %s", message, exc_info=voice.verbose)
    sys.exit(WRONG_USE)


def _hang_up() -> NoReturn:
    # Nobody reads any more. Python would still flush stdout on leaving, and complain.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(BROKEN_PIPE)
