"""Jobs of a panel, run slice by slice: no test waits for a timer."""

import pytest

from gui import jobs
from gui.widgets.job_bar import JobBar


def run_jobs_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no slice come by itself, and each do one step."""
    monkeypatch.setattr(jobs, "SLICE_SECONDS", -1.0)
    monkeypatch.setattr(jobs, "PAUSE_MILLISECONDS", 1_000_000)


def finish(bar: JobBar) -> None:
    """Run the job under way to its end."""
    while bar.job is not None:
        bar.job.run_slice()
