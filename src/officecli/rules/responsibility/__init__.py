"""One lead, a stated part, a duty for every section, work for every person."""
