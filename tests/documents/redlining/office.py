"""Tracked changes accepted or rejected by LibreOffice, as a person would do it in its window."""

import subprocess
from html import escape
from pathlib import Path
from typing import Final

import pytest

from tests.documents.pages import office_is_there

_LIBRARY: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Settling"/></library:library>"""
_MODULE: Final = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Settling"
 script:language="StarBasic">{code}</script:module>"""
_CODE: Final = """
Sub Settle(sFile As String)
  Dim aOrders, iOrder, sOrder, oDocument, oDispatcher
  Dim aHidden(0) As New com.sun.star.beans.PropertyValue
  Dim aForm(0) As New com.sun.star.beans.PropertyValue
  On Error Goto Ended
  aHidden(0).Name = "Hidden"
  aHidden(0).Value = True
  aForm(0).Name = "FilterName"
  aForm(0).Value = "MS Word 2007 XML"
  aOrders = Array("AcceptAll", "RejectAll")
  oDispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  For iOrder = 0 To 1
    oDocument = StarDesktop.loadComponentFromURL(sFile, "_blank", 0, aHidden())
    sOrder = ".uno:" & aOrders(iOrder) & "TrackedChanges"
    oDispatcher.executeDispatch(oDocument.CurrentController.Frame, sOrder, "", 0, Array())
    oDocument.storeToURL(Left(sFile, Len(sFile) - 5) & "-" & aOrders(iOrder) & ".docx", aForm())
    oDocument.close(True)
  Next
Ended:
  StarDesktop.terminate()
End Sub
"""


def settled_by_office(document: bytes, folder: Path) -> tuple[bytes, bytes]:
    """Return a document with all its tracked changes accepted, and with all of them rejected."""
    if not office_is_there():
        pytest.skip("needs LibreOffice")
    (folder / "redline.docx").write_bytes(document)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    begin = ["soffice", profile, "--headless", "--norestore", "--terminate_after_init"]
    subprocess.run(begin, cwd=folder, check=True, capture_output=True, timeout=300)  # it makes the profile
    library = folder / "profile" / "user" / "basic" / "Standard"
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    (library / "Settling.xba").write_text(_MODULE.format(code=escape(_CODE)), encoding="utf-8")
    macro = f'macro:///Standard.Settling.Settle("{(folder / "redline.docx").as_uri()}")'
    settle = ["soffice", profile, "--headless", "--norestore", "--nolockcheck", macro]
    subprocess.run(settle, cwd=folder, check=True, capture_output=True, timeout=60)
    accepted, rejected = (folder / f"redline-{order}.docx" for order in ("AcceptAll", "RejectAll"))
    return accepted.read_bytes(), rejected.read_bytes()
