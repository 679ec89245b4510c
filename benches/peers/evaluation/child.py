"""One question to one system, in a process of its own: prints CPU seconds and megabytes as JSON.

    python child.py SYSTEM PART FOLDER [SHAPE]

What the Rust programs do, this does: `benches/src/measure.rs`. The first call tells the peak of the resident set above what
stood after imports and inputs; then calls go on for half a second, and the best of all counts. CPU seconds are of all threads.
Python's collector is off, as in timeit. With SHEQU_ANSWERS=FILE it writes scores and ranks, both as floats.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import sys
import time
from pathlib import Path

import numpy as np
from inputs import Data
from questions import SYSTEMS


def memory(field: str) -> float:
    """VmRSS or VmHWM in megabytes."""
    with open("/proc/self/status", encoding="ascii") as lines:
        return next(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024


def main() -> None:
    name, part, folder, *shape = sys.argv[1:]
    module, options = SYSTEMS[name]
    made = importlib.import_module(module)
    system = made.System(Data(Path(folder), shape[0]), **options) if shape else made.Contract(Path(folder))
    call = getattr(system, part)()
    gc.collect()
    gc.disable()
    ctypes.CDLL(None).malloc_trim(0)
    before = memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    start = time.process_time()
    answer = call()
    best = spent = time.process_time() - start
    peak = memory("VmHWM") - before
    calls = 1
    while (spent < 0.5 or calls < 2) and calls < 2_000 and spent < 3.0:
        del answer
        start = time.process_time()
        answer = call()
        seconds = time.process_time() - start
        best = min(best, seconds)
        spent += seconds
        calls += 1
    if path := os.environ.get("SHEQU_ANSWERS"):
        scores, ranks = system.answer(answer) if hasattr(system, "answer") else answer
        parts = [scores] if ranks is None else [scores, ranks]
        np.concatenate([np.asarray(part, dtype=np.float64) for part in parts]).tofile(path)
    print(json.dumps({"seconds": best, "memory": peak}))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
