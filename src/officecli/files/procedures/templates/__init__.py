"""Procedures ready to start from, one file for each kind of routine work and language."""

from __future__ import annotations

from pathlib import Path

from officecli.errors import BadInput
from officecli.files.toml.writing import as_toml
from officecli.i18n import _, language, listed
from officecli.model.codes import PROCEDURE_KINDS
from officecli.typed.procedures.as_typed import kind_of

FOLDER = Path(__file__).parent
KINDS = tuple(kind for kind in PROCEDURE_KINDS if (FOLDER / f"{kind}.en.toml").exists())
_POST = 'post = ""'


def template(kind: str = "", post: str = "") -> str:
    """The template of a kind, or of every kind, in the reader's language; `post` stands in it as the procedures' post."""
    wanted = kind_of(kind) if kind else ""
    if wanted and wanted not in KINDS:
        raise BadInput(_("There is no template for “{kind}”.").format(kind=wanted), fix=_("There is one for: {kinds}.").format(kinds=listed(KINDS)))
    texts = [_file(one).read_text(encoding="utf-8").strip() for one in KINDS if wanted in ("", one)]
    head = "# " + _("Name the post, change what your office does otherwise, and run: officecli procedure add FILE.toml") + "\n\n"
    text = head + "\n\n".join(texts) + "\n"
    return text.replace(_POST, f"post = {as_toml(post)}") if post.strip() else text


def _file(kind: str) -> Path:
    """The template of a kind in the reader's language; in English where there is none."""
    file = FOLDER / f"{kind}.{language()}.toml"
    return file if file.exists() else FOLDER / f"{kind}.en.toml"
