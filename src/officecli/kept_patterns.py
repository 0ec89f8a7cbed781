"""Keeps what compiling patterns comes to, beside what Python keeps of modules: of an import of thirty rows, compiling some seven hundred took half.

Only patterns of the program come here, never what is put together of an office's own words.
"""

from __future__ import annotations

import atexit
import json
import os
import re
import sys
from array import array
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source

from officecli.hints import Any, NamedTuple

_FEW = 20
"""New patterns for which it is not worth writing all of them anew."""
_MOST = 5000
"""Patterns of which no more are kept: many are of versions before by then, and what is still asked is kept again."""
_TORN = (ValueError, TypeError, AttributeError, RuntimeError)
"""What comes of a file that is not as it was written."""


class _Parts(NamedTuple):
    """What a pattern comes to: its flags, how many groups it has and which of them have names, and the numbers by which the matching goes."""

    flags: int
    groups: int
    named: dict[str, int]
    numbers: bytes


_kept: dict[tuple[str, int], _Parts] | None = None
_new: dict[tuple[str, int], _Parts] = {}


def compile_pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """As `re.compile`, but what it works out of a text is taken from what is kept, where it is there."""
    global _kept
    if _kept is None:
        _kept = _read()
        atexit.register(_write)
    key = text, int(flags)
    try:
        return _made(text, _kept[key])
    except KeyError:
        pass
    except _TORN:
        _kept.clear()
    try:
        parts = _worked_out(*key)
        found = _made(text, parts)
    except Exception:  # noqa: BLE001 a fault of the pattern, which is said as ever; or a Python that does it otherwise
        return re.compile(text, flags)
    _new[key] = parts
    return found


def _worked_out(text: str, flags: int) -> _Parts:
    """As `re.compile` gets it."""
    parsed = import_module("re._parser").parse(text, flags)
    numbers = import_module("re._compiler")._code(parsed, flags)  # noqa: SLF001 nobody else tells them
    return _Parts(flags | parsed.state.flags, parsed.state.groups - 1, dict(parsed.state.groupdict), array("I", numbers).tobytes())


def _made(text: str, parts: _Parts) -> re.Pattern[str]:
    """The pattern of what was worked out; Python looks through the numbers once more, and takes none that make no sense."""
    names: list[str | None] = [None] * (parts.groups + 1)
    for name, group in parts.named.items():
        names[group] = name
    numbers = array("I", parts.numbers).tolist()
    found: re.Pattern[str] = import_module("_sre").compile(text, parts.flags, numbers, parts.groups, parts.named, tuple(names))
    return found


def _place() -> str:
    """Where they are kept: with the compiled modules of this Python."""
    return cache_from_source(__file__).removesuffix(".pyc") + ".patterns"


def _made_by() -> list[Any]:
    """By what these numbers are made: those of another Python are of no use."""
    return [sys.version, import_module("_sre").MAGIC, sys.byteorder, array("I").itemsize]


def _read() -> dict[tuple[str, int], _Parts]:
    """What is kept by this Python, a line that tells of each and all their numbers; nothing where nothing is, or it is torn."""
    with suppress(OSError, NotImplementedError, *_TORN), open(_place(), "rb") as file:  # noqa: PTH123 pathlib would have to be loaded
        made_by, told = json.loads(file.readline())
        if made_by == _made_by():
            return {(text, asked): _Parts(flags, groups, named, file.read(size)) for text, asked, flags, groups, named, size in told}
    return {}


def _write() -> None:
    """Keep what is new beside what others kept since, where Python may keep what it compiles, and where this one may write."""
    if len(_new) < _FEW or sys.dont_write_bytecode:
        return
    kept = _read()
    whole = {**kept, **_new} if len(kept) + len(_new) <= _MOST else _new
    told = [(*key, parts.flags, parts.groups, parts.named, len(parts.numbers)) for key, parts in whole.items()]
    with suppress(OSError, NotImplementedError):
        place = _place()
        making = f"{place}.{os.getpid()}"
        with open(making, "wb") as file:  # noqa: PTH123
            file.write(json.dumps([_made_by(), told]).encode() + b"\n")
            file.writelines(parts.numbers for parts in whole.values())
        os.replace(making, place)  # noqa: PTH105
