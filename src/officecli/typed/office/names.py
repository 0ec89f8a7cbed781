"""What may be a name: one line, without characters nobody sees, and without the signs that join names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from officecli.errors import BadInput
from officecli.i18n import _
from officecli.model.names import look_key, name_key
from officecli.typed.office.people import MYSELF
from officecli.typed.text import is_nothing, one_line, shown


def checked_name(text: str) -> str:
    """A name of a unit, a post or a person, as it is kept; raises BadInput for one that could not be written in a command."""
    name = one_line(text)
    if not name_key(name):
        raise BadInput(_("A name is empty."), fix=_("Write a name."))
    _refuse_signs(name, "/:")
    return name


def _refuse_signs(name: str, signs: str) -> None:
    """Raise BadInput where a name holds one of the signs, however wide it is written."""
    sign = next((sign for sign in signs if sign in unicodedata.normalize("NFKC", name)), None)
    if sign:
        raise BadInput(
            _("The name “{name}” holds “{sign}”, which joins names (unit/title, name:part).").format(name=shown(name), sign=sign),
            fix=_("Write it without, for example with a dash."),
        )


def taken(name: str, other: str, *, for_short: bool = False) -> BadInput:
    """The error of a name that already means somebody or something else, be it `for_short`, which cannot be taken away."""
    fix = _("Write one by which nobody else is called, not for short either.") if for_short else _("Write another name, or take it away there first.")
    return BadInput(_("“{name}” already means {other}.").format(name=shown(name), other=other), fix=fix)


def checked_person(text: str) -> str:
    """A person's name, as it is kept; raises BadInput."""
    name = checked_name(text)
    _refuse_signs(name, ";、")
    if is_nothing(name):
        raise BadInput(
            _("In a ledger “{name}” says that there is nobody, so nobody can be called that.").format(name=name), fix=_("Write the full name.")
        )
    if name_key(name) in MYSELF:
        raise BadInput(_("“{name}” means whoever types, so nobody can be called that.").format(name=name), fix=_("Write the full name."))
    return name


def refuse_lookalike(name: str, others: Iterable[str]) -> None:
    """Raise BadInput where the name looks like one of the others and is another: to a reader they would be one person."""
    other = next((one for one in others if look_key(one) == look_key(name) and name_key(one) != name_key(name)), None)
    if other is not None:
        raise BadInput(
            _("“{name}” looks like “{other}”, and is written with other characters.").format(name=shown(name), other=shown(other)),
            why=f"{shown(name)}: {_code_points(name)}\n{shown(other)}: {_code_points(other)}",
            fix=_("If it is the same person, type the name as it is on record; if not, write names that tell the two apart."),
        )


def _code_points(text: str) -> str:
    """The characters of a text by their numbers."""
    return " ".join(f"U+{ord(char):04X}" for char in text[:60])


def checked_login(text: str) -> str:
    """A login of this machine or database; "" for none."""
    login = one_line(text)
    if " " in login:
        raise BadInput(_("The login “{login}” holds a space.").format(login=shown(login)), fix=_("Write it as whoami prints it."))
    return login


def checked_email(text: str) -> str:
    """A mail address; "" for none."""
    email = one_line(text)
    if email and (email.count("@") != 1 or " " in email or email.startswith("@") or email.endswith("@")):
        raise BadInput(_("“{email}” is no mail address.").format(email=shown(email)), fix=_("Write it like name@office.example."))
    return email
