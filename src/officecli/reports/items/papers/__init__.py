"""Papers about single items, that go out in the office's name: one function each, `paper(read, filters)`, which answers with a Document."""
