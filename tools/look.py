"""Bring what `make look` looks with: Chromium, LibreOffice and a Java from Debian's packages, node from PyPI, axe-core and the like by npm.

What is there already is taken; what cannot be had is no failure, on any machine: its tests are skipped and the reason stands at the end. Where
CI is set, though, a registry that answers and does not give what we ask it for is a fault of ours, and fails.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
TOOLS = Path(sys.prefix) / "look"
MISSING = TOOLS / "missing.json"
"""By component: why it could not be installed."""

PACKAGES = {
    # component → its program, and Debian's packages
    "chromium": ("chromium", ("chromium", "fonts-wqy-zenhei")),
    "soffice": ("soffice", ("libreoffice-calc-nogui", "libreoffice-writer-nogui", "fonts-wqy-zenhei")),
    "java": ("java", ("default-jre-headless",)),
}
UNREACHABLE = (
    "could not resolve", "temporary failure", "failed to fetch", "unable to fetch", "unable to connect", "connection", "network is unreachable",
    "enotfound", "econnrefused", "econnreset", "etimedout", "eai_again", "err_socket_timeout", "timed out", "could not get lock", "503 ", "502 ",
    "certificate",
)  # fmt: skip
"""What a program says that was let down by the network, by a certificate it does not know, or by another at the same work."""


class NotHadError(Exception):
    """Why a component could not be had."""


def run(*command: str, **more: str) -> None:
    """Run it, for ten minutes at most; raises NotHadError with what it said last."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False, env=os.environ | more, stdin=subprocess.DEVNULL)
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotHadError(f"{command[0]}: timed out, or not there: {error}") from error
    if done.returncode:
        raise NotHadError(f"{Path(command[0]).name}: " + " ".join((done.stdout + done.stderr).split())[-400:])


def debian(packages: set[str]) -> None:
    """Install Debian's packages, which only root may."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        raise NotHadError("connection to Debian's packages is root's: apt-get install --no-install-recommends " + " ".join(sorted(packages)))
    apt = ("apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=2")
    run(*apt, "update")
    run(*apt, "install", "--yes", "--no-install-recommends", *sorted(packages), DEBIAN_FRONTEND="noninteractive")


def node() -> None:
    """Install node and what package-lock.json pins; done again where a lock changed."""
    pinned = TOOLS / "package-lock.json"
    wanted = ROOT / "tests" / "look"
    if pinned.exists() and pinned.read_bytes() == (wanted / pinned.name).read_bytes():
        return
    run(sys.executable, "-m", "pip", "--quiet", "install", "--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "locks" / "look.txt"))
    shutil.copy(wanted / "package.json", TOOLS)
    shutil.copy(wanted / pinned.name, pinned)
    try:
        program = Path(sys.prefix) / "bin"
        run(str(program / "npm"), "ci", "--prefix", str(TOOLS), "--ignore-scripts", "--no-audit", "--no-fund", PATH=f"{program}:{os.environ['PATH']}")
    except NotHadError:
        pinned.unlink()
        raise


def main() -> int:
    """Install what is missing and note what could not be had; 1 where that is our own fault, in CI."""
    TOOLS.mkdir(exist_ok=True)
    missing: dict[str, str] = {}
    absent = {component: packages for component, (program, packages) in PACKAGES.items() if not shutil.which(program)}
    try:
        if absent:
            print("Installing", *absent)
            debian({one for packages in absent.values() for one in packages})
    except NotHadError as why:
        missing |= dict.fromkeys(absent, str(why))
    try:
        node()
    except NotHadError as why:
        missing["node"] = str(why)
    MISSING.write_text(json.dumps(missing), encoding="utf-8")
    for component, reason in missing.items():
        print(f"Not had: {component}: {reason}", file=sys.stderr)
    ours = [reason for reason in missing.values() if not any(word in reason.lower() for word in UNREACHABLE)]
    return 1 if ours and os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
