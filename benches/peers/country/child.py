"""One system, one part, in a process of its own: prints CPU seconds, memory and checks as JSON.

    python child.py SYSTEM PART FOLDER CHECK

Each question is timed when it is first asked: what a system puts off until then counts. CPU seconds are of all threads.
Memory is the peak of the resident set (VmHWM, set back through clear_refs) above what stood (VmRSS) after imports and
inputs; what stands ready for the questions beside the units, the weights, counts where questions are asked, not where
the units are built. Python's collector is off, as in timeit.
"""

from __future__ import annotations

import ctypes
import dataclasses
import gc
import importlib
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from checks import check
from inputs import Asked
from questions import PARTS, SYSTEMS


def memory(field: str) -> float:
    """VmRSS or VmHWM in megabytes."""
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def forget_peak() -> None:
    with open("/proc/self/clear_refs", "w", encoding="ascii") as file:
        file.write("5")


def timed(call: Callable[..., object], *values: object) -> tuple[object, float]:
    start = time.process_time()
    answer = call(*values)
    return answer, time.process_time() - start


def main() -> None:
    name, part, folder, checked = sys.argv[1:5]
    module, options = SYSTEMS[name]
    kind, questions = PARTS[part]
    asked = Asked(Path(folder), part)
    system = getattr(importlib.import_module(module), kind)(asked, **options)
    table = str(asked.table)
    del asked
    gc.collect()
    gc.disable()
    ctypes.CDLL(None).malloc_trim(0)
    # The table lies in the system's memory for every reader.
    Path(table).read_bytes()
    before = memory("VmRSS")
    forget_peak()
    _, seconds = timed(system.build, table)
    built = memory("VmHWM") - before
    out = {"seconds": {"build": seconds}, "frame": {}, "checks": {}, "built": built, "peak": built}
    system.ready()
    questions = [question for question in questions if hasattr(system, question)]
    for question in questions:
        forget_peak()
        answer, out["seconds"][question] = timed(getattr(system, question))
        out["peak"] = max(out["peak"], memory("VmHWM") - before)
        del answer
    # What is not to count in memory comes in a second pass.
    framed = hasattr(system, "frame")
    for question in questions if framed or checked == "1" else ():
        answer = getattr(system, question)()
        if framed and question != "reload":
            out["frame"][question] = timed(system.frame, question, answer)[1]
        if checked == "1":
            out["checks"][question] = dataclasses.asdict(check(system.columns(question, answer)))
        del answer
    print(json.dumps(out))
    if hasattr(system, "close"):
        system.close()
    # Taking a large graph apart takes longer than asking it.
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
