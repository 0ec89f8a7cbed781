"""No file needs one that needs it: whoever reads a file, or moves it, need not know the other too."""

from __future__ import annotations

from graphlib import CycleError, TopologicalSorter

import grimp
import pytest


def test_no_file_imports_one_that_imports_it() -> None:
    """Also not within a function, or for types alone. The layers are import-linter's; within a layer they leave circles free."""
    graph = grimp.build_graph("officecli")
    files = {file: graph.find_modules_directly_imported_by(file) for file in graph.modules}
    assert files["officecli.cli.main"]
    try:
        TopologicalSorter(files).prepare()
    except CycleError as error:
        pytest.fail("These import each other in a circle: " + " -> ".join(reversed(error.args[1])))
