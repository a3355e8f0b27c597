"""The language of the window: which there are, their texts, and a font for the script that a system may lack."""

from importlib.resources import as_file, files

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from gui.theme import by_own_name

SYSTEM = ""
SOURCE = "en"  # what the texts are written in
LANGUAGES = {SOURCE: "English", "ja": "日本語"}

JAPANESE_FONT = "GyakuSansJP.ttf"


def install(application: QApplication, wanted: str) -> str:
    """Let all texts made from now on be in the language `wanted`, `SYSTEM` for the system's; return its code.

    Qt's own texts, such as those of its dialogs, are in the language too where the installation has them. What is shown
    already stays as it is.
    """
    code = wanted if wanted in LANGUAGES else system_language()
    for translator in application.findChildren(QTranslator):
        application.removeTranslator(translator)
        translator.deleteLater()
    with as_file(files("resources").joinpath("translations")) as own:
        qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for name, folder in (("qtbase", qt), ("gyaku", str(own))):
            translator = QTranslator(application)
            if translator.load(f"{name}_{code}", folder):
                application.installTranslator(translator)
    return code


def system_language() -> str:
    """Return the first of the system's languages that there is; the texts as they are written where there is none."""
    spoken = (language.partition("-")[0] for language in QLocale.system().uiLanguages())
    return next((language for language in spoken if language in LANGUAGES), SOURCE)


def load_font() -> None:
    """Have Japanese characters drawn by the program's own font where the system's fonts for text lack them.

    A system may call its font by what it is for, such as “Sans Serif”, and no font has that name. It is called by its
    own name first: what stands in for a font that there is not is taken in place of it, for all characters.
    """
    with as_file(files("resources").joinpath("fonts", JAPANESE_FONT)) as path:
        families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    text = by_own_name(QApplication.font())
    QApplication.setFont(text)
    for font in (text, by_own_name(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))):
        QFont.insertSubstitutions(font.family(), families)
