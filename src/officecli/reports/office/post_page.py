"""One post's page of the handbook: what it is, what it answers for, how it works, what it is measured by."""

from __future__ import annotations

from officecli.reports.office.post_book import Book
from officecli.reports.office.post_duties import duty_table, support_table
from officecli.reports.office.post_place import facts, place
from officecli.reports.office.post_procedures import procedure_table, step_tables, steps_elsewhere
from officecli.reports.office.post_targets import target_table
from officecli.reports.shape.document import Chapter


def page(book: Book, post_id: int, *, level: int, begins_page: bool = False) -> Chapter:
    """The page of a post in use, as a chapter of this level."""
    post = next(post for post in book.posts if post["id"] == post_id)
    values, lacks = place(book, post)
    answers_for = (duty_table(book, post_id), support_table(book, post_id), target_table(book, post))
    tables = (*answers_for, procedure_table(book, post_id), *step_tables(book, post_id), steps_elsewhere(book, post_id))
    return Chapter(post["label"], level, facts(), values, lacks, tuple(table for table in tables if table.rows or table.lacks), begins_page)
