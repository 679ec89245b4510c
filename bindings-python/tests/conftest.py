"""Property tests: reduced and repeatable by default, at their full size with SHEQU_FULL=1."""

from __future__ import annotations

import os

from hypothesis import settings

# A shared machine is slow now and then: no test measures time.
settings.register_profile("reduced", max_examples=60, deadline=None, derandomize=True)
settings.register_profile("full", max_examples=5000, deadline=None, print_blob=True)
PROFILE = "full" if os.environ.get("SHEQU_FULL") == "1" else "reduced"
settings.load_profile(PROFILE)


def pytest_report_header() -> str:
    """Says how the property tests are run."""
    return f"hypothesis: {PROFILE}" + (", seed fixed by the test itself" if PROFILE == "reduced" else "")
