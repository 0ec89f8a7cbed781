"""WHERE IT IS KEPT: the only room that opens a connection.

Reads (`read`, `items`, `verify`) run over the plain driver; the one writer (`write`) goes through SQLModel.
"""
