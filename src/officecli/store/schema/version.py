"""The version of the tables this program knows."""

SCHEMA_VERSION = 2
