"""Change the settings that travel with the data file."""

from netchal_gui.domain.edit import Change, Edit
from netchal_gui.domain.preferences import PREFERENCES_ID, Preferences
from netchal_gui.words import say
from netchal_gui.workbench import Workbench


def language_words(language: str) -> str:
    """A language by its name in itself; its code where Netchal does not speak it."""
    return {"en": "English", "de": "Deutsch"}.get(language, language)


def change_preferences(workbench: Workbench, wanted: Preferences) -> bool:
    """Store the settings as one Edit; False where nothing changed. Raises StoreFault."""
    stored = workbench.store.get(Preferences, PREFERENCES_ID)
    if wanted == (stored or Preferences()):
        return False
    workbench.apply(Edit(say("Settings changed"), (Change(stored, wanted),)))
    return True
