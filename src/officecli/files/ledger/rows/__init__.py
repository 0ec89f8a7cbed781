"""One row of cells becomes typed values, or all its problems."""
