"""A person's picture: choose one, which is made small, or take it away."""

import hashlib
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, Signal
from PySide6.QtGui import QImageReader, QImageWriter
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from netchal_gui.domain.contact import Contact
from netchal_gui.views.chips import Avatar
from netchal_gui.views.form_parts import button, muted_label
from netchal_gui.words import say

SIDE = 512
"""A picture is kept at most so many pixels wide and high."""
QUALITY = 88


class PhotoField(QWidget):
    """``digest()`` names the picture; ``picture()`` has its bytes if it was chosen here."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._digest: str | None = None
        self._picture: bytes | None = None
        self._initials, self._tone = "", "plain"
        self._avatar = Avatar(side=56)
        self.choose = button(say("Choose a photo…"))
        self.remove = button(say("Remove photo"))
        self._problem = muted_label(wrap=True)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for part in (self._avatar, self.choose, self.remove):
            box.addWidget(part)
        box.addWidget(self._problem, 1)
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        self.setFocusProxy(self.choose)

    def show_photo(self, contact: Contact, picture: bytes | None) -> None:
        """Load a person's picture; sends no signal."""
        self._digest, self._picture = contact.photo, None
        self._initials, self._tone = contact.initials, contact.relation.value
        self._show(picture)

    def digest(self) -> str | None:
        """SHA-256 of the picture's bytes in hexadecimal."""
        return self._digest

    def picture(self) -> bytes | None:
        return self._picture

    def take_file(self, path: Path) -> bool:
        """Take the picture of a file; returns whether it could be read as one."""
        picture = scaled_picture(path)
        if picture is None:
            self._problem.setText(say("{file} is not a picture that can be read.", file=path.name))
            return False
        self._digest, self._picture = hashlib.sha256(picture).hexdigest(), picture
        self._show(picture)
        self.changed.emit()
        return True

    def _show(self, picture: bytes | None) -> None:
        self._problem.setText("")
        self._avatar.show_person(self._initials, self._tone, picture)
        self.remove.setVisible(self._digest is not None)

    def _ask(self) -> None:
        kinds = say("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.bmp)")
        dialog = QFileDialog(self, say("Choose a photo"), "", kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.filesSelected.connect(self._take_first)
        dialog.open()

    def _take_first(self, files: list[str]) -> None:
        if files:
            self.take_file(Path(files[0]))

    def _remove(self) -> None:
        self._digest = self._picture = None
        self._show(None)
        self.changed.emit()


def scaled_picture(path: Path) -> bytes | None:
    """A picture file made small and written anew as JPEG, turned as its camera says; None if unreadable."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"png" if image.hasAlphaChannel() else b"jpeg"))
    writer.setQuality(QUALITY)
    return bytes(data.data()) if writer.write(image) else None
