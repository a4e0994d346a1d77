"""What is said about installing is true: the lists agree, the entry point exists, catalogues are compiled."""

import gettext
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import entry_points
from pathlib import Path
from xml.etree import ElementTree

import pytest

from netchal_gui.commands.challenge_files import SUFFIX
from netchal_gui.display import needed_libraries

ROOT = Path(__file__).parent.parent
LINUX = ROOT / "packaging" / "linux"
ICONS = ROOT / "resources" / "icons"
APP = "org.netchal.Netchal"


def project() -> dict[str, object]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        found = tomllib.load(file)["project"]
    assert isinstance(found, dict)
    return found


def test_readme_names_exactly_the_system_packages_of_the_one_list() -> None:
    section = (ROOT / "README.md").read_text("utf-8").partition("### System packages")[2]
    line = section.split("```")[1].replace("\\\n", " ").split()

    assert line == ["sudo", "apt", "install", *(needed.package for needed in needed_libraries())]


def test_the_installed_command_is_the_door() -> None:
    (command,) = entry_points(group="console_scripts", name="netchal")

    assert command.value == "netchal_gui.__main__:main"
    assert callable(command.load())


def test_the_wheel_carries_the_resources() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        wheel = tomllib.load(file)["tool"]["hatch"]["build"]["targets"]["wheel"]

    assert wheel["force-include"] == {"resources": "netchal_gui/resources"}


def test_catalogues_are_compiled_for_the_program(tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    (tmp_path / "resources" / "i18n").mkdir(parents=True)
    script = shutil.copy(ROOT / "packaging" / "build_catalogues.py", tmp_path / "packaging")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    catalogue = header + 'msgid "known"\nmsgstr "bekannt"\n'
    (tmp_path / "resources" / "i18n" / "de.po").write_text(catalogue, "utf-8")

    subprocess.run([sys.executable, script], check=True, timeout=60)

    german = gettext.translation("netchal", tmp_path / "resources" / "i18n", ["de"])
    assert german.gettext("known") == "bekannt"


def test_the_desktop_is_told_the_same_everywhere() -> None:
    entry = (LINUX / f"{APP}.desktop").read_text("utf-8")
    described = ElementTree.parse(LINUX / f"{APP}.metainfo.xml")
    released = described.find("releases/release")

    assert f"Icon={APP}" in entry
    assert described.findtext("id") == APP
    assert described.findtext("launchable") == f"{APP}.desktop"
    assert described.findtext("project_license") == project()["license"]
    assert released is not None
    assert released.get("version") == project()["version"]


def test_a_double_click_on_a_challenge_file_opens_netchal() -> None:
    """One type, named by its description, by the entry that opens it and by the catalogue of software."""
    described = ElementTree.parse(LINUX / f"{APP}.xml")
    (kind,) = described.findall("{*}mime-type")
    (glob,) = kind.findall("{*}glob")
    entry = (LINUX / f"{APP}.desktop").read_text("utf-8")
    provided = ElementTree.parse(LINUX / f"{APP}.metainfo.xml").findtext("provides/mediatype")

    assert glob.get("pattern") == f"*{SUFFIX}"
    assert f";{kind.get('type')};" in entry
    assert "Exec=netchal %F" in entry
    assert provided == kind.get("type")


def test_the_desktop_knows_a_challenge_file_by_its_name(tmp_path: Path) -> None:
    if shutil.which("update-mime-database") is None:
        pytest.skip("needs update-mime-database (Debian's shared-mime-info)")
    packages = tmp_path / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(LINUX / f"{APP}.xml", packages)
    subprocess.run(["update-mime-database", str(tmp_path / "mime")], check=True, timeout=60)

    globs = (tmp_path / "mime" / "globs2").read_text("utf-8")
    assert f"50:application/vnd.netchal.challenge+json:*{SUFFIX}" in globs


@pytest.mark.parametrize(
    ("checker", "file"),
    [
        (["desktop-file-validate"], f"{APP}.desktop"),
        (["appstreamcli", "validate", "--no-net"], f"{APP}.metainfo.xml"),
    ],
)
def test_the_desktops_own_checkers_agree(checker: list[str], file: str) -> None:
    if shutil.which(checker[0]) is None:
        pytest.skip(f"needs {checker[0]}")
    ended = subprocess.run(
        [*checker, str(LINUX / file)], capture_output=True, text=True, timeout=60, check=False
    )

    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_icons_are_clear_on_light_and_dark() -> None:
    """One grey for both themes, or a drawing for each of them; only the program's own icon has colours."""
    names = {icon.stem for icon in ICONS.glob("*.svg")}
    for name in sorted(names - {"netchal"}):
        drawing = (ICONS / f"{name}.svg").read_text("utf-8")
        ElementTree.fromstring(drawing)
        if name.endswith(("-light", "-dark")):
            assert {f"{name.rpartition('-')[0]}-{theme}" for theme in ("light", "dark")} <= names
        else:
            assert set(re.findall(r"#\w+", drawing)) == {"#737a88"}, name
