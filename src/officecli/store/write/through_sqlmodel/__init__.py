"""The other writer: every row through SQLModel's own classes and session. OFFICECLI_WRITER=sqlmodel asks for it; the tests hold the plain one to it."""
