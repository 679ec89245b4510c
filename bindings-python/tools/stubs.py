"""Writes python/shequ/_shequ.pyi from the crate itself; with --check, says whether it is up to date."""

import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
STUB = HERE / "python" / "shequ" / "_shequ.pyi"


def generate() -> str:
    """The stub text of a build with introspection."""
    maturin = Path(sys.executable).with_name("maturin")
    with tempfile.TemporaryDirectory() as out:
        command = [maturin, "generate-stubs", "--profile", "dev", "--features", "stubs", "--out", out, "--quiet"]
        subprocess.run(command, cwd=HERE, check=True)
        found = sorted(Path(out).rglob("*.pyi"))
        if len(found) != 1:
            raise SystemExit(f"expected one stub, got {found}")
        return found[0].read_text(encoding="utf-8")


def main() -> None:
    text = generate()
    if "--check" not in sys.argv[1:]:
        STUB.write_text(text, encoding="utf-8", newline="\n")
    elif STUB.read_text(encoding="utf-8") != text:
        raise SystemExit(f"{STUB.name} is out of date: run tools/stubs.py")


if __name__ == "__main__":
    main()
