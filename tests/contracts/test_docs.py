"""The pages that are made from the code are current."""

from pathlib import Path

import pytest

from dateline.serve.docs import PAGES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", list(PAGES))
def test_the_page_is_what_the_code_makes(name: str) -> None:
    made = PAGES[name]().rstrip() + "\n"
    assert (DOCS / name).read_text("utf-8") == made, "make it anew: python -m dateline.serve.docs"
