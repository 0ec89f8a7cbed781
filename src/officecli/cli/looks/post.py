"""All posts, and one."""

from officecli.cli.look import a_name, list_and_show
from officecli.i18n import N_

NAME = a_name(N_("Its title, or unit/title."), "POST")

LOOKS = list_and_show(
    "office.posts",
    N_("All posts, with who holds them."),
    N_("One post: duties, superior, holders, norms."),
    NAME,
)
