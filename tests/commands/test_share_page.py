"""The page of a challenge: only what was agreed to, valid, self-contained, brought up to date."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit

import html5lib
import pytest

from netchal_gui.commands.challenges import Template, draft, start_challenge
from netchal_gui.commands.message_templates import save_template, template_for
from netchal_gui.commands.plan import plan, take_step
from netchal_gui.commands.preferences import change_preferences
from netchal_gui.commands.recordings import add_file, add_link, change_recording, recordings_of
from netchal_gui.commands.refusal import Refused
from netchal_gui.commands.share_page import PageResult, page, write_page
from netchal_gui.commands.telling import set_privacy
from netchal_gui.domain.contact import Privacy
from netchal_gui.domain.interview import Interview, StepKind
from netchal_gui.domain.message_template import TemplateKind
from netchal_gui.exchange.challenge_file import read_challenge
from netchal_gui.paths import recordings_folder
from netchal_gui.words import LANGUAGES
from netchal_gui.workbench import Workbench
from tests.commands.people_files import add
from tests.hostile_texts import HOSTILE

AGREED = {"consent": date(2026, 11, 1), "public": True}
NAMESPACE = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(autouse=True)
def challenge(workbench: Workbench) -> None:
    start_challenge(workbench, draft(workbench, Template.FIFTY_INTERVIEWS, date(2026, 1, 1)))


@pytest.fixture
def recorded(tmp_path: Path) -> Path:
    path = tmp_path / "talk.mp3"
    path.write_bytes(b"the voice of Ada")
    return path


def met(workbench: Workbench, name: str = "Ada Lovelace", **parts: object) -> Interview:
    guest = add(workbench, name, **{"privacy": Privacy.FULL_NAME, **parts})
    made = plan(workbench, [guest.id], datetime(2026, 11, 10, 12))
    take_step(workbench, made.interview, StepKind.MET)
    return made.interview


def written(workbench: Workbench, tmp_path: Path) -> PageResult:
    return write_page(page(workbench), tmp_path / "site")


def index(result: PageResult) -> str:
    return (result.folder / "index.html").read_text("utf-8")


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_page_without_interviews_has_the_progress_and_the_file_to_start_ones_own(
    workbench: Workbench, tmp_path: Path
) -> None:
    result = written(workbench, tmp_path)

    assert names(result.folder) == ["challenge.netchal", "index.html"]
    assert "0 of 50 people met" in index(result)
    found = read_challenge((result.folder / "challenge.netchal").read_bytes())
    assert (found.challenge.name, found.progress) == ("50 interviews in a year", None)


def test_a_recording_is_copied_under_its_content_and_a_link_is_a_link(
    workbench: Workbench, tmp_path: Path, recorded: Path
) -> None:
    add_file(workbench, met(workbench).id, recorded, "How to begin", **AGREED)
    add_link(workbench, met(workbench, "Bob Berg").id, "https://example.org/bob", **AGREED)

    result = written(workbench, tmp_path)

    (name,) = [each for each in names(result.folder) if each.startswith("recordings/")]
    assert (result.folder / name).read_bytes() == recorded.read_bytes()
    assert re.fullmatch(r"recordings/[0-9a-f]{64}\.mp3", name)
    assert f'<audio controls preload="metadata" src="{name}" aria-label="How to begin">' in index(result)
    assert '<a href="https://example.org/bob" rel="noopener noreferrer" aria-label="Go to' in index(result)
    assert "Interview with Bob Berg" in index(result)
    assert (result.interviews, result.missing) == (2, ())


@pytest.mark.parametrize("terms", [{}, {"consent": date(2026, 11, 1)}])
def test_nothing_is_published_without_consent_and_public(
    workbench: Workbench, tmp_path: Path, recorded: Path, terms: dict[str, date]
) -> None:
    talk = met(workbench)
    add_file(workbench, talk.id, recorded, "Secret title", **terms)
    add_link(workbench, talk.id, "https://example.org/secret", **terms)

    result = written(workbench, tmp_path)

    assert names(result.folder) == ["challenge.netchal", "index.html"]
    assert not re.search("Secret|secret|Ada|Lovelace", index(result))


def test_a_consent_that_is_taken_back_takes_the_file_away(
    workbench: Workbench, tmp_path: Path, recorded: Path
) -> None:
    talk = met(workbench)
    add_file(workbench, talk.id, recorded, **AGREED)
    written(workbench, tmp_path)
    (recording,) = recordings_of(workbench.store, talk.id)
    change_recording(workbench, recording, replace(recording, public=False, consent=None))

    result = written(workbench, tmp_path)

    assert names(result.folder) == ["challenge.netchal", "index.html"]
    assert result.removed == 1
    assert "Ada" not in index(result)


def test_whoever_stays_out_takes_the_recording_along(workbench: Workbench, tmp_path: Path) -> None:
    talk = met(workbench)
    add_link(workbench, talk.id, "https://example.org/ada", "Ada speaks", **AGREED)
    set_privacy(workbench, talk.people[0], Privacy.LEAVE_OUT)

    assert "example.org" not in index(written(workbench, tmp_path))


def test_a_title_gives_no_name_away(workbench: Workbench, tmp_path: Path) -> None:
    talk = met(workbench, privacy=Privacy.ROLE_ONLY, role="an engineer")
    add_link(workbench, talk.id, "https://example.org/x", "Ada Lovelace on work", **AGREED)

    text = index(written(workbench, tmp_path))
    assert "an engineer on work" in text
    assert not re.search("Ada|Lovelace", text)


def test_a_recording_whose_file_is_missing_is_left_out_and_named(
    workbench: Workbench, tmp_path: Path, recorded: Path
) -> None:
    add_file(workbench, met(workbench).id, recorded, "Lost", **AGREED)
    for path in recordings_folder(workbench.store.path).iterdir():
        path.unlink()

    result = written(workbench, tmp_path)

    assert (result.interviews, result.missing) == (0, ("Lost",))
    assert "Lost" not in index(result)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_html_with_landmarks_and_its_language(
    workbench: Workbench, tmp_path: Path, recorded: Path, language: str
) -> None:
    change_preferences(workbench, replace(workbench.preferences, language=language, own_name="Grace"))
    add_file(workbench, met(workbench).id, recorded, **AGREED)
    add_file(workbench, met(workbench, "Bo").id, renamed(recorded, "film.mp4"), **AGREED)
    add_file(workbench, met(workbench, "Cy").id, renamed(recorded, "notes.pdf"), **AGREED)
    add_link(workbench, met(workbench, "Di").id, "https://example.org", **AGREED)

    tree = html5lib.HTMLParser(strict=True).parse(index(written(workbench, tmp_path)))

    tags = [element.tag.removeprefix(NAMESPACE) for element in tree.iter() if isinstance(element.tag, str)]
    assert tree.get("lang") == language
    assert all(tags.count(tag) == 1 for tag in ("header", "main", "footer", "h1", "title", "audio", "video"))
    levels = [int(tag[1]) for tag in tags if re.fullmatch("h[1-6]", tag)]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for section in tree.iter(f"{NAMESPACE}section"):
        assert any(each.get("id") == section.get("aria-labelledby") for each in section.iter())
    for player in (*tree.iter(f"{NAMESPACE}audio"), *tree.iter(f"{NAMESPACE}video")):
        assert player.get("aria-label")


def renamed(path: Path, name: str) -> Path:
    """Another file, of another content."""
    other = path.with_name(name)
    other.write_bytes(name.encode())
    return other


def test_no_request_leaves_the_folder(workbench: Workbench, tmp_path: Path, recorded: Path) -> None:
    add_file(workbench, met(workbench).id, recorded, **AGREED)
    add_link(workbench, met(workbench, "Bo").id, "https://example.org/bo", **AGREED)
    result = written(workbench, tmp_path)
    tree = html5lib.parse(index(result))

    loaded = [
        (name, value)
        for element in tree.iter()
        for name, value in element.attrib.items()
        if name in ("src", "srcset", "poster", "data", "background", "action")
    ]
    followed = [element.get("href") for element in tree.iter(f"{NAMESPACE}a")]
    assert loaded
    assert all((result.folder / value).is_file() for _, value in loaded)
    assert {urlsplit(each).netloc for each in followed} == {"", "example.org"}
    assert all((result.folder / each).is_file() for each in followed if not urlsplit(each).netloc)
    style = "".join(tree.find(f".//{NAMESPACE}style").itertext())
    assert not re.search(r"url\(|@import|https?:", style)
    assert "default-src 'none'" in index(result)
    assert "<script" not in index(result)


def test_hostile_names_and_titles_stay_text(workbench: Workbench, tmp_path: Path) -> None:
    for text in HOSTILE:
        talk = met(workbench, text or "x")
        add_link(workbench, talk.id, "https://example.org/\u00e9", text, **AGREED)

    tree = html5lib.HTMLParser(strict=True).parse(index(written(workbench, tmp_path)))

    tags = {element.tag.removeprefix(NAMESPACE) for element in tree.iter() if isinstance(element.tag, str)}
    assert not tags & {"script", "img", "iframe", "svg", "b", "audio", "video"}
    titles = {" ".join("".join(each.itertext()).split()) for each in tree.iter(f"{NAMESPACE}h3")}
    assert "{{ 7 * 7 }}" in titles
    assert "<script>alert(1)</script>" in titles


def test_another_page_in_the_folder_is_not_touched(workbench: Workbench, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("<h1>My home page</h1>")

    with pytest.raises(Refused, match="another page"):
        written(workbench, tmp_path)
    assert (site / "index.html").read_text() == "<h1>My home page</h1>"


@pytest.mark.parametrize("name", ["recordings", "index.html", "challenge.netchal"])
def test_nothing_is_written_through_a_link_to_elsewhere(
    workbench: Workbench, tmp_path: Path, recorded: Path, name: str
) -> None:
    add_file(workbench, met(workbench).id, recorded, **AGREED)
    elsewhere, site = tmp_path / "elsewhere", tmp_path / "site"
    elsewhere.mkdir()
    site.mkdir()
    (site / name).symlink_to(elsewhere)

    with pytest.raises(Refused, match="leads somewhere else"):
        written(workbench, tmp_path)
    assert list(elsewhere.iterdir()) == []


def test_other_files_in_the_folder_stay(workbench: Workbench, tmp_path: Path) -> None:
    written(workbench, tmp_path)
    (tmp_path / "site" / "recordings").mkdir()
    for name in ("CNAME", "recordings/notes.txt"):
        (tmp_path / "site" / name).write_text("mine")

    assert names(written(workbench, tmp_path).folder) == [
        "CNAME",
        "challenge.netchal",
        "index.html",
        "recordings/notes.txt",
    ]


def test_a_page_that_cannot_be_put_in_place_leaves_the_former_one(
    workbench: Workbench, tmp_path: Path, recorded: Path
) -> None:
    before = index(written(workbench, tmp_path))
    add_file(workbench, met(workbench).id, recorded, **AGREED)

    def stop(done: int, total: int) -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        write_page(page(workbench), tmp_path / "site", stop)
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == before
    assert names(tmp_path / "site") == ["challenge.netchal", "index.html"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("</body>", "<script>alert(1)</script></body>"), "Line 75: A page has no “script”"),
        (("</body>", '<img src="https://example.org/a.png" alt=""></body>'), "loads nothing from elsewhere"),
        (("{{ style }}", "body { background: url(//example.org/a) }"), "loads nothing from elsewhere"),
        (("<body>", '<body onload="x()">'), "A page runs nothing"),
        (('<a href="{{ start_own }}"', '<a href="javascript:x()"'), "A page runs nothing"),
        (("{{ policy }}", ""), "Keep the line that says what may be loaded"),
    ],
)
def test_a_template_that_would_run_or_load_something_is_not_saved(
    workbench: Workbench, change: tuple[str, str], reason: str
) -> None:
    supplied = template_for(workbench, TemplateKind.PAGE, "en").body
    assert change[0] in supplied

    with pytest.raises(Refused) as refused:
        save_template(workbench, TemplateKind.PAGE, "en", "", supplied.replace(*change, 1))
    assert reason.partition(":")[2].strip() in str(refused.value)
