"""Build step: compile the gettext catalogues of ``resources/i18n`` so that the wheel carries them."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def compile_catalogues(root: Path) -> None:
    """Write ``resources/i18n/<language>/LC_MESSAGES/netchal.mo`` for each ``<language>.po``."""
    for source in sorted((root / "resources" / "i18n").glob("*.po")):
        target = source.parent / source.stem / "LC_MESSAGES" / "netchal.mo"
        target.parent.mkdir(parents=True, exist_ok=True)
        with source.open("rb") as po, target.open("wb") as mo:
            write_mo(mo, read_po(po, locale=source.stem))


if __name__ == "__main__":
    compile_catalogues(Path(__file__).parent.parent)
else:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    class CustomBuildHook(BuildHookInterface[Any]):
        def initialize(self, version: str, build_data: dict[str, Any]) -> None:
            compile_catalogues(Path(self.root))
