"""All that has to hold before a change goes in: `python -m tests`, where pytest's own arguments may follow."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CHECKS = (
    ("ruff", "check", "--quiet", "."),
    ("ruff", "format", "--check", "--quiet", "."),
    ("mypy",),
    ("pytest", "-q", "-n", "2", "--dist", "worksteal", *sys.argv[1:]),
)


def passes(check: tuple[str, ...]) -> bool:
    """Whether a tool, run as a module of this very Python, is content."""
    print("==", *check, flush=True)
    return subprocess.run([sys.executable, "-m", *check], cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Every check runs, also after one has failed; the tests come last, so that their closing line is the last line."""
    results = [passes(check) for check in CHECKS]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
