"""Text that was typed for fonts of before Unicode is named, and nothing is judged on its gibberish."""

from pathlib import Path

import pytest

from kshc_cli.app import main
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.errors import OldCharsetError
from kshc_cli.documents.word.package import packed
from tests.documents.importing.foreign import HEADER, TASK, plan, table
from tests.documents.word_xml import p, word_parts

TCVN3 = "ñy ban nh©n d©n x· giao V¨n phßng tæng hîp, b¸o c¸o tr­íc ngµy 30 th¸ng 6"
VNI = "UÛy ban nhaân daân xaõ giao Vaên phoøng toång hôïp, baùo caùo tröôùc ngaøy 30 thaùng 6"


def font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


def file(words: str, name: str) -> bytes:
    return packed(word_parts(plan(p(words, "", font(name)) + table(HEADER, TASK))))


@pytest.mark.parametrize(
    ("words", "name", "charset"),
    [
        (TCVN3, ".VnTime", "TCVN3"),
        (TCVN3.upper().replace("¨", "¡"), ".VnTimeH", "TCVN3"),
        (TCVN3, "Times New Roman", "TCVN3"),
        ("KÕ ho¹ch", ".VnArial", "TCVN3"),
        ("§Ò ¸n", ".vntime", "TCVN3"),
        (VNI, "VNI-Times", "VNI"),
        (VNI, "Times New Roman", "VNI"),
        ("Keá hoaïch", "VNI-Helve", "VNI"),
        ("KEÁ HOAÏCH", "VNI-Times", "VNI"),
    ],
)
def test_the_charset_is_named_by_check_and_by_import(
    words: str, name: str, charset: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "cu.docx"
    path.write_bytes(file(words, name))
    assert main(["check", "docx", str(path)]) == 3
    shown = capsys.readouterr().out
    assert shown.count("[old-charset]") == 1
    assert f"in the old charset {charset}" in shown
    assert f"Convert the text from {charset} to Unicode first" in shown
    assert "Times New Roman" not in shown.replace("then set it in Times New Roman", "").replace(f"font {name}", "")
    assert main(["import", "docx", str(path), "--out", str(tmp_path / "plan.yaml")]) == 3
    assert f"in the old charset {charset}" in capsys.readouterr().err
    assert not (tmp_path / "plan.yaml").exists()


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Ủy ban nhân dân xã giao Văn phòng", ".VnTime"),
        ("12/KH-UBND", ".VnTime"),
        ("là", "VNI-Times"),
        ("Theo Straße, Müller, für, naïve, Noël, Zaïre, señor, façade, Windows®, Office®, m², km¹, 5 µm", "Arial"),
        ("«Một cửa», §1, 2×3, a·b, © 2026, 20°C ± 1", "Times New Roman"),
    ],
)
def test_unicode_and_foreign_words_are_no_old_charset(words: str, name: str) -> None:
    assert read_body(file(words, name)).paragraphs


def test_the_first_words_in_the_charset_are_quoted() -> None:
    with pytest.raises(OldCharsetError) as caught:
        read_body(packed(word_parts(p("Kế hoạch") + p("KÕ ho¹ch n¨m 2026", "", font(".VnTime")))))
    assert "paragraph 2 (“KÕ ho¹ch n¨m 2026”, font .VnTime)" in caught.value.sentence()
