"""Makes sure that Qt's system libraries are there: root on Debian installs them, others are told how.

Run by make after the installation. Returns 1 only where Qt itself cannot start; a library that only one
kind of window needs is named, but does not stop the tests.
"""

import os
import shutil
import subprocess
import sys

from netchal_gui.display import display_fault, missing_libraries


def install(packages: list[str]) -> None:
    """Ask apt for the packages. A failed update (one mirror of many away) is no reason to give up."""
    apt = ["apt-get", "-q", "-o", "DPkg::Lock::Timeout=300"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*apt, "update"], env=environment, check=False)
    subprocess.run(
        [*apt, "install", "-y", "--no-install-recommends", *packages], env=environment, check=False
    )


def main() -> int:
    if not sys.platform.startswith("linux"):
        return 0
    missing = missing_libraries()
    debian = shutil.which("apt-get") is not None
    if missing and debian and os.geteuid() == 0:
        install([needed.package for needed in missing])
        missing = missing_libraries()
    if not missing:
        return 0
    sys.stderr.write(
        "System libraries are missing: " + ", ".join(needed.library for needed in missing) + "\n"
    )
    if debian:
        sys.stderr.write("Install them with:\n  sudo apt-get install ")
        sys.stderr.write(" ".join(needed.package for needed in missing) + "\n")
    return 1 if display_fault({"QT_QPA_PLATFORM": "offscreen"}) else 0


if __name__ == "__main__":
    sys.exit(main())
