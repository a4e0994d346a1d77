"""Settings that change output; they live in the data file, so that they travel with it."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

PREFERENCES_ID = UUID("7d0f3a52-2f3c-4c36-8a55-4e3d1f3f9a00")


class ExportShape(StrEnum):
    """How several events are written; ASK until the person has chosen."""

    ASK = "ask"
    ONE_FILE = "one_file"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """One object in every data file.

    Empty ``export_folder``: the platform's documents folder. ``challenge_id`` is the current challenge.
    ``own_name`` signs what is written; ``language`` is the usual language of texts (ISO 639-1), "" for
    the program's.
    """

    id: UUID = PREFERENCES_ID
    private_events: bool = True
    export_shape: ExportShape = ExportShape.ASK
    export_folder: str = ""
    vcard_version: str = "3.0"
    challenge_id: UUID | None = None
    own_name: str = ""
    language: str = ""
