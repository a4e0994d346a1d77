"""Where the packaged program begins: PyInstaller wants a script, not a module of a package."""

import sys

from netchal_gui.__main__ import main

sys.exit(main())
