"""WHERE IT IS KEPT: the only room that opens a connection.

Reads and writes run over the plain driver; SQLModel, in whose words the tables are declared, makes them (`schema.declared`).
"""
