"""Writes the imports of python/shequ/__init__.py from the stub, so that nothing compiled is forgotten."""

import ast
import re
from pathlib import Path

START = "# Written by tools/exports.py.\n"
PACKAGE = Path(__file__).resolve().parent.parent / "python" / "shequ"


def names(path: Path) -> list[str]:
    """The names that a module lists in ``__all__``."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return sorted(ast.literal_eval(node.value))
    raise SystemExit(f"{path} has no __all__")


def main() -> None:
    init = PACKAGE / "__init__.py"
    text = init.read_text(encoding="utf-8")
    compiled, errors = names(PACKAGE / "_shequ.pyi"), names(PACKAGE / "errors.py")
    schemas = names(PACKAGE / "_schemas.py")
    modules = ["packs"] if "Packs" in compiled else []
    block = START + "".join(f"from shequ import {module}\n" for module in modules)
    for module, found in (("_schemas", schemas), ("_shequ", compiled), ("errors", errors)):
        block += f"from shequ.{module} import (\n" + "".join(f"    {name},\n" for name in found) + ")\n"
    every = sorted([*compiled, *errors, *modules, *schemas])
    block += "\n__all__ = [\n" + "".join(f'    "{name}",\n' for name in every) + "]\n"
    start = text.index(START)
    end = re.search(r"^__all__ = \[.*?^\]\n", text, re.M | re.S)
    assert end
    init.write_text(text[:start] + block + text[end.end() :], encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
