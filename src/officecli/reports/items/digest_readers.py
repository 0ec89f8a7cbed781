"""Who is mailed which digest: everybody their own, who heads a unit its own, and who heads one and stands above all the office's."""

from __future__ import annotations

from officecli.light import dataclass
from officecli.reports.items import digest
from officecli.reports.shape.filters import Filters
from officecli.reports.shape.report import Report
from officecli.shell import as_word
from officecli.standing.office.superiors import superiors
from officecli.store.posts import headed
from officecli.store.read.reader import Reader, Row


@dataclass(frozen=True)
class DigestReader:
    """A person, and what they are mailed: their `own` digest, those of these `units`, the whole office's."""

    person: Row
    own: bool = False
    units: tuple[str, ...] = ()
    office: bool = False


def one_reader(read: Reader, person_id: int) -> DigestReader:
    """A person with their own digest."""
    return DigestReader(_people(read)[person_id], own=True)


def digest_readers(read: Reader, *, everyone: bool, heads: bool) -> list[DigestReader]:
    """Everyone, or those who head a unit, or both; registrars last, so that theirs tells whose mail did not go out before."""
    people = _people(read)
    units = headed(read) if heads else {}
    over_all = {id_ for id_ in units if not superiors(read, id_)}
    found = [
        DigestReader(person, everyone, () if id_ in over_all else units.get(id_, ()), id_ in over_all)
        for id_, person in people.items()
        if everyone or id_ in units
    ]
    return sorted(found, key=lambda one: bool(one.person["registrar"]))


@dataclass(frozen=True)
class MailedDigest:
    """A digest, and the command that shows all of it."""

    report: Report
    command: str


def digests(read: Reader, reader: DigestReader) -> list[MailedDigest]:
    """What there is to tell them today; nothing where there is nothing."""
    found = [("me", digest.for_person(read, reader.person))] if reader.own else []
    found += [(unit, digest.report(read, Filters(), for_=unit, quiet=True)) for unit in reader.units]
    found += [("office", digest.report(read, Filters(), quiet=True))] if reader.office else []
    return [MailedDigest(report, f"officecli digest --for {as_word(whose)} --limit 0") for whose, report in found if report is not None]


def _people(read: Reader) -> dict[int, Row]:
    """Who is here today, by id."""
    rows = read.rows(
        """SELECT id, name, email, registrar FROM v_person
           WHERE account = 0 AND (left_on IS NULL OR left_on > :today) AND (joined IS NULL OR joined <= :today) ORDER BY id""",
        today=read.today.isoformat(),
    )
    return {row["id"]: row for row in rows}
