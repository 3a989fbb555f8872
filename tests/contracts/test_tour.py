"""Every command and every line of Python of the tour runs."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.M | re.S)
RUN = "import sys; sys.argv = sys.argv[1:]; from dateline.serve.cli import main; main()"


@pytest.mark.slow
def test_the_tour_can_be_walked(tmp_path: Path) -> None:
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    blocks = BLOCK.findall((ROOT / "docs" / "tour.md").read_text("utf-8"))
    assert len(blocks) > 8
    python = ""
    for language, code in blocks:
        # Python goes on from block to block, as a reader's session does.
        python += code if language == "python" else ""
        lines = [python] if language == "python" else code.splitlines()
        for line in lines:
            words = ["-c", line] if language == "python" else ["-c", RUN, *shlex.split(line)]
            done = subprocess.run([sys.executable, *words], cwd=tmp_path, capture_output=True, text=True, check=False)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
    assert (tmp_path / "claims.csv").stat().st_size > 1000
