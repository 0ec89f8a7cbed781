"""Compile the message catalogues: a hook of the build, and by itself `python hatch_build.py`."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.builders.utils import get_reproducible_timestamp

LOCALES = "src/officecli/locale"


def compile_catalogs(root: Path) -> list[Path]:
    """Write the .mo beside every .po under `root` and return those written."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    written = []
    for source in sorted((root / LOCALES).glob("*/LC_MESSAGES/*.po")):
        with source.open("rb") as po:
            catalog = read_po(po, locale=source.parts[-3], abort_invalid=True)
        catalog.creation_date = datetime.fromtimestamp(get_reproducible_timestamp(), UTC)  # not now: two builds of one source are the same bytes
        target = source.with_suffix(".mo")
        with target.open("wb") as mo:
            write_mo(mo, catalog)
        written.append(target)
    return written


class CompileCatalogs(BuildHookInterface[Any]):
    """Runs before wheel and editable install; an sdist carries the sources only."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile in place; `artifacts` in pyproject.toml ships what was compiled. A source checkout finds the examples where they are."""
        if self.target_name == "wheel":
            compile_catalogs(Path(self.root))
            if version == "standard":
                build_data["force_include"]["examples"] = "officecli/examples"


if __name__ == "__main__":
    for catalog_file in compile_catalogs(Path(__file__).parent):
        print(catalog_file)
