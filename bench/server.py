"""A streamlit server on a free port of the loopback."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
#: seconds that a server may take to start on a busy machine
PATIENCE = 180


@dataclass(frozen=True, slots=True)
class Server:
    """Where a page is served, and by which process."""

    address: str
    pid: int

    def memory(self) -> float:
        """Megabytes that the process has to itself."""
        told = Path(f"/proc/{self.pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return sum(int(line.split()[1]) for line in told if line.startswith("Private_")) / 1000

    def spent(self) -> float:
        """Seconds of processor time that the process has taken, in hundredths."""
        told = Path(f"/proc/{self.pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
        return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def started(script: str = "dashboard.py", reports: Path = SEEDS) -> Iterator[Server]:
    """A server of a script for as long as it is needed; ``reports`` is what the page reads."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "streamlit", "run", script, "--server.headless", "true"]
    command += ["--server.port", str(port), "--server.fileWatcherType", "none"]
    environment = os.environ | {"INDICATORS_REPORTS": str(reports)}
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, **quiet)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/_stcore/health", process)
        yield Server(address, process.pid)
    finally:
        process.terminate()
        process.wait(60)


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    """Until the server answers; raises ``RuntimeError`` where it ends, or is not there in time."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last and process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5)
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("the server did not start")
