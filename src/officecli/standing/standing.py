"""In which role somebody acts, and for whom. It is stored on the trail, where the rules judge it."""

from __future__ import annotations

from officecli.light import dataclass


@dataclass(frozen=True)
class Standing:
    """A role of `model.acts`, and on whose behalf (id, name) a registrar or a stand-in acts."""

    role: str
    behalf: tuple[int, str] | None = None


NONE = Standing("none")
"""Of whoever has nothing to do with it: the act is refused when the rules are asked."""
