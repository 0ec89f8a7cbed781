from __future__ import annotations

import pytest

from officecli.formats.paper.size import A4, LETTER, Size, size_for


@pytest.mark.parametrize(("region", "size"), [("CN", A4), ("", A4), ("GB", A4), ("US", LETTER), ("us-ca", LETTER), ("CA", LETTER), ("USA", LETTER)])
def test_the_paper_is_what_printers_of_the_region_hold(region: str, size: Size) -> None:
    assert size_for(region) is size
