"""One person's own settings, in a file of their config folder: where the store is, who acts, which language, and how things are shown to them."""

from __future__ import annotations

import os
import re
import stat
import sys
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from officecli.errors import BadInput
from officecli.i18n import LANGUAGES, N_, SPOKEN, _, in_every_language, language, language_named, listed, one_of
from officecli.light import dataclass
from officecli.patterns import pattern


@dataclass(frozen=True)
class Own:
    """One thing a person sets for themselves: what it means, and what it takes (any text where `choices` is empty)."""

    meaning: str
    choices: tuple[str, ...] = ()


NAMES: Mapping[str, Own] = {
    "db": Own(N_("where the office is kept: a path, or postgresql://…")),
    "as": Own(N_("my name: whom I act as")),
    "lang": Own(N_("the language I am spoken to in"), LANGUAGES),
    "pager": Own(N_("what shows me what is longer than the window: a command, or never")),
    "color": Own(N_("whether there are colours: auto where the window has them, or never"), ("auto", "never")),
    "plain": Own(N_("yes: no lines, blocks or signs that a screen reader stumbles over"), ("no", "yes")),
    "header": Own(N_("how columns of csv, xlsx and md are headed: labels in my language, or the keys of JSON"), ("labels", "keys")),
    "week": Own(N_("the day on which my weeks begin; the region's if not said"), ("monday", "saturday", "sunday")),
    "dates": Own(N_("how days are written on the screen: iso (2026-07-15), or as the language writes them"), ("iso", "written")),
}
CALLED = {
    "name": "as", "my-name": "as", "姓名": "as", "language": "lang", "语言": "lang", "colour": "color", "colours": "color", "colors": "color", "颜色": "color",
    "first-day": "week", "weeks": "week", "每周首日": "week", "表头": "header", "日期": "dates", "分页": "pager",
}  # fmt: skip
"""By which other names people call them."""
WORDS: Mapping[str, str] = {
    **SPOKEN,
    "auto": N_("by itself"),
    "never": N_("at no time"),
    "yes": N_("yes"),
    "no": N_("no"),
    "labels": N_("headings"),
    "keys": N_("keys of JSON"),
    "monday": N_("Monday"),
    "saturday": N_("Saturday"),
    "sunday": N_("Sunday"),
    "iso": N_("in digits"),
    "written": N_("as the language has it"),
}
"""What is taken → its word, which a reader of another language than English sees and types; the file may say either."""
_ALSO = {
    "周一": "monday", "周六": "saturday", "周日": "sunday", "星期天": "sunday", "mon": "monday", "sat": "saturday", "sun": "sunday",
    "关闭": "never", "off": "never", "on": "auto", "true": "yes", "false": "no",
}  # fmt: skip
"""What people say for it besides."""
_LINE = pattern(r"^([ \t]*)([^\s\"'#\[\]=＝]+)[ \t]*([=＝])[ \t]*(?:[“”＂]([^“”＂\"\n]*)[“”＂])?", re.MULTILINE)
_HEADING = pattern(r"^[ \t]*\[[^\]\n\"']*\]", re.MULTILINE)
_NOT_ASCII = pattern(r"[^\s.\[\]]*[^\x00-\x7f][^\s.\[\]]*")
COLUMNS = "columns"
"""The table of the file that says, by report, which columns its table in a window has."""

VIEWS = "views"
"""The table of the file that keeps filters under names."""
VIEW = ("filter", "columns", "sort", "group")
"""What may be said of a view; one that is no more than its filter may be a text."""

MOST = 65_536
"""Bytes of a settings file; it needs a hundred."""

ODDITIES = {
    "closed": (N_("it may not be read"), N_("See who may read it and the folders it is in: ls -ld {path}")),
    "no-file": (N_("it is no ordinary file"), N_("Put an ordinary file in its place: {path}")),
    "large": (N_("it is too large"), N_("It holds a few lines; look into it: {path}")),
    "no-text": (N_("it is no text in UTF-8"), N_("Save it as UTF-8: {path}")),
    "another": (N_("it belongs to somebody else, who could let you act under any name"), N_("Write one of your own: {path}")),
    "open": (N_("everybody may write to it, and so let you act under any name"), N_("Look at what it says, then: chmod 600 {path}")),
}
"""What a settings file may be that is not believed → why, and what to do."""

for_now: dict[str, str] = {}
"""What was said on this command line, which goes before the file."""

_odd: list[tuple[Path, str]] = []


def config_file() -> Path:
    """The personal settings file of this account."""
    base = os.environ.get("XDG_CONFIG_HOME")
    usual = (Path(base) if base else Path.home() / ".config") / "officecli" / "config.toml"
    if base or str(sys.platform) not in ("darwin", "win32") or usual.exists():  # where earlier versions kept it, on every system
        return usual
    import platformdirs

    return Path(platformdirs.user_config_dir("officecli", appauthor=False)) / "config.toml"


def setting(name: Literal["db", "as", "lang", "pager", "color", "plain", "header", "week", "dates"]) -> str:
    """What this account has set for itself; "" where it has not, BadInput where the file is wrong."""
    return for_now[name] if name in for_now else str(_kept().get(name, ""))


def is_plain() -> bool:
    """Whether this account wants no lines, blocks and signs, as --plain or its file says."""
    for_now.setdefault("plain", setting("plain") or "no")
    return for_now["plain"] == "yes"


def columns(report: str) -> str:
    """The columns this account wants in a window for the report, joined by commas; "" where it has not said."""
    return str(_kept().get(COLUMNS, {}).get(report, ""))


def views() -> dict[str, dict[str, str]]:
    """The views this account keeps, by name: the `filter` each is, and how it is to be shown where that is said."""
    kept = _kept().get(VIEWS, {})
    return {as_view_name(name): {"filter": view} if isinstance(view, str) else dict(view) for name, view in kept.items()}


def as_view_name(typed: str) -> str:
    """The name of a view as it is kept: without its sign, width and case."""
    return unicodedata.normalize("NFKC", typed).strip().removeprefix("@").casefold()


def _kept() -> Mapping[str, Any]:
    """The file's content, checked; nothing where there is none that is to be believed."""
    try:
        path = config_file()
        text = _trusted(path)
    except (FileNotFoundError, NotADirectoryError, RuntimeError):
        return {}
    except OSError:
        _odd[:] = [(path, "closed")]
        return {}
    return checked(text, path) if text else {}


def checked(text: str, path: Path) -> Mapping[str, Any]:
    """What the text of a settings file says; raises BadInput for what is no TOML, or what officecli does not know."""
    import tomllib

    try:
        typed = tomllib.loads(as_toml(text))
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise BadInput(
            _("The settings file {path} is not valid TOML in line {line}: {text}").format(
                path=path, line=line, text=text.split("\n")[line - 1].strip()[:60]
            ),
            fix=_('A line is like lang = "zh". Mend it with: officecli config --mine edit'),
        ) from error
    found: dict[str, Any] = {}
    for name, value in typed.items():
        if (own := called(name)) in found:
            raise BadInput(
                _("The settings file {path} says {name} twice.").format(path=path, name=own), fix=_("Mend it with: officecli config --mine edit")
            )
        found[own] = code_of(own, value)
    wrong = [name for name, value in found.items() if not _fits(name, value)] or [
        f"{VIEWS}.{name}" for name, view in found.get(VIEWS, {}).items() if not _is_view(view)
    ]
    if mistaken := next((name for name in wrong if name in NAMES), None):
        choices = [said(choice) for choice in NAMES[mistaken].choices]
        raise BadInput(
            _("In the settings file {path}, {name} cannot be {value}.").format(path=path, name=mistaken, value=found[mistaken]),
            fix=_("It takes one of: {choices}.").format(choices=listed(choices))
            if choices
            else _('Write it as a text, in quotation marks: {name} = "…"').format(name=mistaken),
        )
    if wrong:
        known = (f'{name} = "{"|".join(map(said, own.choices)) or "…"}"' for name, own in NAMES.items())
        raise BadInput(
            _("The settings file {path} has something officecli does not know: {names}").format(path=path, names=listed(wrong)),
            fix=_("It may hold {lines}.").format(lines=one_of([*known, f"[{COLUMNS}]", f'[{VIEWS}.NAME] filter = "…"'])),
        )
    return found


def as_toml(text: str) -> str:
    """The text of a settings file as TOML takes it, where it has names in Chinese or the signs of a Chinese keyboard: `语言＝“中文”`."""
    if text.isascii():
        return text
    return _LINE.sub(_as_line, _HEADING.sub(lambda heading: _NOT_ASCII.sub(_in_marks, heading[0]), text))


def _in_marks(name: re.Match[str]) -> str:
    return f'"{name[0]}"'


def _as_line(line: re.Match[str]) -> str:
    indent, name, equals, value = line.groups()
    if name.isascii() and equals == "=" and value is None:
        return line[0]
    return f"{indent}{_NOT_ASCII.sub(_in_marks, name)} = " + ("" if value is None else f'"{value}"')


def called(typed: str) -> str:
    """The name of the setting that people call so; what was typed where they call none so."""
    return CALLED.get(typed.strip().casefold(), typed.strip())


def code_of(name: str, value: Any) -> Any:
    """The value of a setting as it is kept, where a word for it was typed in any of the languages; any other as it is."""
    choices = ("never",) if name == "pager" else NAMES[name].choices if name in NAMES else ()  # any other pager is a command
    if isinstance(value, bool) and "yes" in choices:
        return "yes" if value else "no"
    if not choices or not isinstance(value, str) or value in choices:
        return value
    plain = unicodedata.normalize("NFKC", value).strip().casefold()
    if choices is LANGUAGES:
        return language_named(plain)
    plain = _ALSO.get(plain, plain)
    return next((code for code in choices if plain == code or plain in map(str.casefold, in_every_language(WORDS[code]))), value)


def said(code: str) -> str:
    """What a setting takes, as it is shown and may be typed: in English the code."""
    return code if language() == "en" else _(WORDS.get(code, code))


def _fits(name: str, value: Any) -> bool:
    if name == COLUMNS:
        return isinstance(value, dict) and all(isinstance(one, str) for one in value.values())
    if name == VIEWS:
        return isinstance(value, dict)
    return name in NAMES and isinstance(value, str) and (not NAMES[name].choices or value in NAMES[name].choices)


def _is_view(view: object) -> bool:
    """Whether this may be said of a view."""
    said = {"filter": view} if isinstance(view, str) else view
    return isinstance(said, dict) and "filter" in said and all(part in VIEW and isinstance(text, str) for part, text in said.items())


def begin() -> None:
    """Forget what was said on another command line, and which file was passed over then."""
    for_now.clear()
    _odd.clear()


def passed_over() -> tuple[str, str] | None:
    """What was wrong with a settings file that was ignored, and what to do; told once."""
    if not _odd:
        return None
    path, oddity = _odd.pop()
    why, fix = ODDITIES[oddity]
    return _("The settings file {path} is ignored: {why}.").format(path=path, why=_(why)), _(fix).format(path=path)


def _trusted(path: Path) -> str:
    """The file's text; "" where it is none that this account can have written, which is kept for `passed_over`."""
    # Opened without waiting and looked at only then: a pipe would be waited for without end, and a name can change hands in between.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    try:
        if odd := oddity(os.fstat(handle), MOST):
            _odd[:] = [(path, odd)]
            return ""
        return os.read(handle, MOST).decode("utf-8-sig")
    except UnicodeDecodeError:
        _odd[:] = [(path, "no-text")]
        return ""
    finally:
        os.close(handle)


def oddity(found: os.stat_result, most: int) -> str:
    """Why a file of at most so many bytes is not to be believed, "" where it is."""
    if not stat.S_ISREG(found.st_mode):
        return "no-file"
    if found.st_size > most:
        return "large"
    if not hasattr(os, "getuid"):  # Windows
        return ""
    return "another" if found.st_uid not in (os.getuid(), 0) else "open" if found.st_mode & stat.S_IWOTH else ""


def default_store() -> str:
    """Where the store is when nothing says otherwise: the user's data folder."""
    if str(sys.platform) == "linux" and not os.environ.get("XDG_DATA_HOME", "").strip() and "ANDROID_ROOT" not in os.environ:
        return str(Path("~/.local/share/officecli/office.db").expanduser())  # what the library says of it too, and is 5 ms about
    import platformdirs

    return str(Path(platformdirs.user_data_dir("officecli", appauthor=False)) / "office.db")
