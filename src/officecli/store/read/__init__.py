"""THE ONE READER: SQL over the plain driver, read-only; it never imports sqlmodel, sqlalchemy or pydantic."""
