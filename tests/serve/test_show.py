"""A reading on the terminal."""

import io
from collections.abc import Callable

from rich.console import Console

from dateline.model.reading import Reading
from dateline.serve.show import print_reading


def test_a_side_without_a_country_is_shown_by_name(read: Callable[..., Reading]) -> None:
    out = io.StringIO()
    print_reading(read("The president of Peru criticised Maria Silva on Monday."), console=Console(file=out, width=100))
    assert "ACCUSE PER → Maria Silva" in out.getvalue()
