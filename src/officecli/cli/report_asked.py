"""Makes and delivers the report or paper that was asked for: what was typed becomes filters and names."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from officecli.cli import session
from officecli.cli.asides import say_left_out, with_asides
from officecli.cli.meant.items_meant import items_meant
from officecli.cli.named_file import named
from officecli.cli.numbers_typed import every_number, is_filter
from officecli.cli.typed_filter import filter_of, is_filter_alone, is_of_words, word_and_filter
from officecli.errors import BadInput
from officecli.formats import ROW_BY_ROW
from officecli.hints import Any
from officecli.i18n import _
from officecli.light import replace
from officecli.reports.shape.filters import Filters, in_full
from officecli.reports.shape.report import Report
from officecli.reports.shape.streamed import Streamed
from officecli.reports.shape.takes import OF_ITEMS, RULE, Takes, Who
from officecli.store.read.reader import Reader
from officecli.typed.office.people import MYSELF


def answer(make: Callable[..., Any], takes: Takes, given: dict[str, Any], shown: Callable[[Any, str], Any] = lambda found, _format: found) -> None:
    """Make what a report or a paper takes from the command line into one, and deliver it, as `shown` makes it for the format."""

    def write(found: Any) -> None:
        from officecli.formats.out.output import deliver

        to = named(output["output"], force=output["force"])
        deliver(shown(found, output["format_"]), output["format_"], to=to, showing=session.current.showing)

    names: dict[str, Who] = {one.name: one.who for one in takes.options} | {"person": "named", "text": takes.argument.who}
    output = {key: given.pop(key) for key in ("format_", "output", "force")}
    if given.get("where") or given.get("text"):
        given |= _as_filters(takes, given)
    elif "text" in given:
        given["text"] = ""
    with session.current.read() as read:
        read.for_others = output["output"] is not None and output["format_"] != "ics"  # in a calendar what is personal is marked as private
        given |= {name: _whom(read, given[name], who) for name, who in names.items() if who and name in given}
        extra = {one.name: given.pop(one.name) for one in takes.options}
        if takes.numbers:
            given["numbers"] = tuple(_numbers(takes, given["numbers"] or (), given.get("as_of", "")))
        taken = _as_the_view_has_it(given)
        found = _made(lambda filters: make(read, filters, **extra), in_full(read, _filters(output["format_"], given)), taken)
        if found is not None:
            found = with_asides(read, found)
        if takes.argument in OF_ITEMS and is_of_words(given.get("text", "")) and isinstance(found, Report) and not isinstance(found.rows, Streamed):
            from officecli.cli.meant.words_of_a_filter import advised  # only who looks for a word waits for it

            found = advised(read, found, given["text"], takes)
        streamed = found is not None and isinstance(getattr(found, "rows", ()), Streamed)
        if streamed:  # while there is somebody to fetch them
            write(found)
    if found is not None and not streamed:
        write(found)
    say_left_out(read)


def _as_filters(takes: Takes, given: dict[str, Any]) -> dict[str, Any]:
    """The filters that words make, and the rule or the name among them; raises BadInput for a filter where none can mean anything, and for a file's name."""
    words, where = given.get("text") or (), filter_of([given.get("where") or ""])
    if isinstance(words, str):
        if takes.unfiltered and is_filter_alone(words):
            from officecli.cli.meant.words_of_a_filter import no_filter

            raise no_filter(session.context(), words)
        if takes.argument is RULE:
            from officecli.cli.meant.words_of_a_filter import require_rule

            require_rule(words)
        return {"text": words}
    if takes.argument not in OF_ITEMS:
        word, where = word_and_filter(words, where)
        return {"text": word, "where": where}
    if given.get("rule") == "":
        from officecli.cli.meant.words_of_a_filter import rule_among

        given["rule"], words = rule_among(words)
    return {name: said for name, said in (("text", filter_of(words)), ("where", where)) if name in given}


def _as_the_view_has_it(given: dict[str, Any]) -> list[str]:
    """Where the filter is one view alone, take its columns, order and groups as well, unless others are typed; returns which of `sort` and `group` it took."""
    typed = [given[name] for name in ("text", "where") if given.get(name)]
    if len(typed) != 1 or typed[0][:1] not in "@＠":
        return []
    from officecli.typed.filters.views import alone

    view = alone(typed[0])
    taken = [name for name in ("sort", "group") if given.get(name) == "" and name in view]
    given |= {name: view[name] for name in taken}
    session.current.of_the_view = view.get("columns", "")
    return taken


def _made(make: Callable[[Filters], Any], filters: Filters, taken: Sequence[str]) -> Any:
    """What is made with these filters; without what was `taken` from a view, and saying so, where that is what does not fit."""
    try:
        return make(filters)
    except BadInput as error:
        if not taken:
            raise
        found = make(replace(filters, sort="" if "sort" in taken else filters.sort, group="" if "group" in taken else filters.group))
        said = _("Ordered as usual, since the order or the groups of the view do not fit here: {why}").format(why=error.what)
        return replace(found, notes=(*found.notes, said)) if isinstance(found, Report) else found


def _numbers(takes: Takes, words: Sequence[str], as_of: str) -> list[str]:
    """The numbers that were typed; those of items may be a filter, or words of a matter."""
    if "where" in takes.without:
        if any(map(is_filter, words)):
            from officecli.cli.meant.words_of_a_filter import no_filter

            raise no_filter(session.context(), " ".join(words))
        return every_number(words)
    of_a_matter = bool(words) and not any(is_filter(word) or any(map(str.isdecimal, word)) for word in words)
    return items_meant([" ".join(words)] if of_a_matter else words, as_of)


def _whom(read: Reader, typed: str | list[str], who: Who) -> str | list[str]:
    """The names meant by words that name somebody; of one word its name."""
    return _who(read, typed, who) if isinstance(typed, str) else [_who(read, one, who) for one in typed]


def _who(read: Reader, typed: str, who: Who) -> str:
    """The name meant by a word that names somebody."""
    if not typed and who == "asker-if-staff":
        return _asker_of_the_staff(read)
    if typed.strip().casefold() in MYSELF or (not typed and who == "asker"):
        return _myself(read)
    return typed


def _myself(read: Reader) -> str:
    """The name of whoever asks; of a founder who is no member of staff, the office's."""
    from officecli.standing.actor import who_acts

    asker = who_acts(read, session.current.who())
    return str(read.office["name"] if asker["account"] else asker["name"])


def _asker_of_the_staff(read: Reader) -> str:
    """The name of whoever asks; "" for who is nobody of the staff, or not known."""
    from officecli.standing.actor import who_acts

    try:
        asker = who_acts(read, session.current.who())
    except BadInput:
        if session.current.who():
            raise
        return ""
    return "" if asker["account"] else str(asker["name"])


def _filters(format_name: str, given: dict[str, Any]) -> Filters:
    """Only a table is cut to what a reader can take in; a file or a program gets everything."""
    if "limit" in given and given["limit"] is None and format_name != "table":
        given["limit"] = 0
    given |= {name: tuple(given[name]) for name in ("unit", "person") if name in given}
    return Filters(**given, row_by_row=format_name in ROW_BY_ROW)
