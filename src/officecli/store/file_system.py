"""Where SQLite can keep its promises: not on a network file system, whose locks do not hold."""

from __future__ import annotations

import re
from pathlib import Path

from officecli.errors import StorageTrouble
from officecli.i18n import _

NETWORK = (
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ncpfs",
    "ceph",
    "lustre",
    "gpfs",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.rclone",
    "fuse.s3fs",
)
MOUNTS = Path("/proc/self/mounts")


def refuse_network_folder(path: Path) -> None:
    """Raise StorageTrouble where two writers of the SQLite file `path` would damage it."""
    kind = _file_system(path)
    if kind in NETWORK:
        raise StorageTrouble(
            _("{path} is on a network file system ({kind}), where SQLite cannot keep two writers apart.").format(path=path, kind=kind),
            fix=_("Keep the store on a local disk, or use PostgreSQL for several machines: --db postgresql://…"),
        )


def _file_system(path: Path) -> str:
    """The kind of file system under `path`, "" where the system does not tell; of two mounts on one point the later one counts."""
    try:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    where = f"{path.parent.resolve()}/"
    best, kind = "", ""
    for line in mounts.splitlines():
        _device, escaped, found, *_rest = line.split(" ")
        point = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), escaped).rstrip("/") + "/"
        if where.startswith(point) and len(point) >= len(best):
            best, kind = point, found
    return kind
