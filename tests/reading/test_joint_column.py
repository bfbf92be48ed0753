"""Columns that say who leads and who cooperates over cells that name bodies of both."""

import json
from pathlib import Path

import pytest

from kshc_cli.app import main
from kshc_cli.plan.act import Issuer
from kshc_cli.plan.model import Agency, AgencyWords, Column
from kshc_cli.reading.agencies.registry import Registry
from kshc_cli.reading.joint_column import shared_mark, shared_reading
from kshc_cli.reading.values import AgencyReading
from tests.documents.importing.foreign import plan, row, table
from tests.documents.word_xml import word_file

NAMES = (
    "Văn phòng",
    "Phòng Kinh tế",
    "Phòng Văn hóa - Xã hội",
    "Công an xã",
    "Các phòng, ban",
    "UBND xã/phường",
    "Các đơn vị liên quan",
)
REGISTRY = Registry(
    tuple(Agency(id=f"b{place}", name=name) for place, name in enumerate(NAMES)),
    Issuer(name="UBND xã Hòa Bình", place="Hòa Bình"),
)


def mark(header: str, *others: Column) -> str | None:
    return shared_mark((Column(role="lead", header=header), *others))


@pytest.mark.parametrize(
    ("header", "sign"),
    [
        *((header, "/") for header in ("Chủ trì/Phối hợp", "Cơ quan chủ trì / cơ quan phối hợp", "THỰC HIỆN/PHỐI HỢP")),
        *((header, "") for header in ("Đơn vị chủ trì, phối hợp", "Chủ trì và phối hợp", "Chủ trì phối hợp")),
        *((header, "-") for header in ("Chủ trì - Phối hợp", "Đơn vị phụ trách – đơn vị phối hợp")),
        ("Chủ trì\nPhối hợp", ""),
        ("Chủ trì; phối hợp", ";"),
        *((header, "/") for header in ("Đơn vị phối hợp/Chủ trì", "Phối hợp / đơn vị chủ trì")),
        ("Đơn vị chủ trì (phối hợp)", "("),
    ],
)
def test_a_header_of_both_roles(header: str, sign: str) -> None:
    assert mark(header) == sign


@pytest.mark.parametrize("header", ["Chủ trì", "Đơn vị thực hiện", "Phối hợp"])
def test_a_header_of_one_role(header: str) -> None:
    assert mark(header) is None


def test_beside_a_column_of_who_cooperates_the_other_one_says_who_leads() -> None:
    assert mark("Chủ trì, phối hợp", Column(role="coop", header="Phối hợp")) is None


def names(ids: tuple[str, ...]) -> str:
    return ", ".join(REGISTRY.by_id[one].name for one in ids)


def read(text: str, sign: str = "/", stated: tuple[str, ...] | None = None) -> AgencyReading:
    return shared_reading(AgencyWords(text=text, agencies=stated), REGISTRY, sign)


@pytest.mark.parametrize(
    ("words", "sign", "leading", "cooperating"),
    [
        ("Văn phòng/Công an xã", "", "Văn phòng", "Công an xã"),
        ("Văn phòng / Phòng Kinh tế, Công an xã", "/", "Văn phòng", "Phòng Kinh tế, Công an xã"),
        ("Văn phòng, Phòng Kinh tế/Công an xã", "/", "Văn phòng, Phòng Kinh tế", "Công an xã"),
        ("Văn phòng\nCông an xã", "", "Văn phòng", "Công an xã"),
        ("- Văn phòng\n- Phòng Kinh tế, Công an xã", "/", "Văn phòng", "Phòng Kinh tế, Công an xã"),
        ("Phòng Văn hóa - Xã hội - Công an xã", "-", "Phòng Văn hóa - Xã hội", "Công an xã"),
        ("Văn phòng – Công an xã", "-", "Văn phòng", "Công an xã"),
        ("Văn phòng; Công an xã, Phòng Kinh tế", ";", "Văn phòng", "Công an xã, Phòng Kinh tế"),
        ("Văn phòng (Công an xã)", "(", "Văn phòng", "Công an xã"),
        ("Văn phòng; phối hợp: Công an xã", "/", "Văn phòng", "Công an xã"),
        ("Văn phòng chủ trì, Công an xã phối hợp", "", "Văn phòng", "Công an xã"),
        ("Chủ trì: Văn phòng, Công an xã", "", "Văn phòng, Công an xã", ""),
        ("Văn phòng và các đơn vị liên quan", "", "Văn phòng", "Các đơn vị liên quan"),
        ("Văn phòng", "/", "Văn phòng", ""),
        ("UBND xã/phường", "/", "UBND xã/phường", ""),
        ("Các phòng, ban", "", "Các phòng, ban", ""),
    ],
)
def test_who_leads_stands_before_the_mark(words: str, sign: str, leading: str, cooperating: str) -> None:
    reading = read(words, sign)
    assert (names(reading.leading), names(reading.cooperating), reading.unread) == (leading, cooperating, ())


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("Văn phòng, Công an xã", ""),
        ("Văn phòng và Công an xã", "/"),
        ("Văn phòng; Công an xã", ""),
        ("Văn phòng - Công an xã", "/"),
        ("Văn phòng/Phòng Kinh tế/Công an xã", "/"),
        ("Văn phòng\nPhòng Kinh tế\nCông an xã", "/"),
        ("Văn phòng,\nCông an xã", "/"),
        ("Văn phòng, Công an xã phối hợp", ""),
        ("Văn phòng, Nhóm Sao Mai", ""),
        ("Văn phòng, Công an xã và các đơn vị liên quan", ""),
    ],
)
def test_where_nothing_tells_who_leads_nobody_does(words: str, sign: str) -> None:
    assert read(words, sign) == AgencyReading((), (words,))


@pytest.mark.parametrize(
    ("words", "is_turned", "leading", "cooperating"),
    [
        ("Văn phòng/Công an xã", True, "Công an xã", "Văn phòng"),
        ("/Công an xã", False, "", "Công an xã"),
        ("/Công an xã", True, "Công an xã", ""),
        ("Công an xã/", True, "", "Công an xã"),
        ("Công an xã/", False, "Công an xã", ""),
    ],
)
def test_either_side_of_the_mark_may_be_blank_or_lead(
    words: str, leading: str, cooperating: str, *, is_turned: bool
) -> None:
    reading = shared_reading(AgencyWords(text=words), REGISTRY, "/", turned=is_turned)
    assert (names(reading.leading), names(reading.cooperating), reading.unread) == (leading, cooperating, ())


@pytest.mark.parametrize(
    ("header", "cell", "lead", "coop"),
    [
        ("Chủ trì/Phối hợp", "BCH Quân sự/CA xã", ["bch-quan-su"], ["ca-xa"]),
        ("Đơn vị phối hợp/Chủ trì", "Phòng Kinh tế/Văn phòng", ["van-phong"], ["phong-kinh-te"]),
        ("Chủ trì", "Văn phòng hoặc Công an xã", [], []),
        ("Chủ trì", "Văn phòng → Công an xã", [], []),
    ],
)
def test_who_leads_of_two_in_a_cell(
    header: str, cell: str, lead: list[str], coop: list[str], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    rows = (
        row("1", "Họp", cell, "Quý I"),
        row("2", "Thi", "Văn phòng", "Quý I"),
        row("3", "Thi", "Công an xã", "Quý I"),
    )
    file = tmp_path / "a.docx"
    file.write_bytes(word_file(plan(table(row("STT", "Nhiệm vụ", header, "Thời gian"), *rows))))
    out = str(tmp_path / "plan.yaml")
    assert main(["import", "docx", str(file), "--out", out]) == 0
    capsys.readouterr()
    assert main(["--plan", out, "list", "--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)["tasks"][0]
    assert (first["lead_agencies"], first["coop_agencies"], bool(first["unread"])) == (lead, coop, not lead)


def test_an_unread_name_before_the_mark_leaves_those_behind_it_to_cooperate() -> None:
    reading = read("Nhóm Sao Mai/Công an xã")
    assert (reading.leading, names(reading.cooperating), reading.unread) == ((), "Công an xã", ("Nhóm Sao Mai",))


def test_who_is_stated_leads_and_the_others_cooperate() -> None:
    reading = read("Văn phòng, Công an xã, Phòng Kinh tế", "", ("b3",))
    assert (names(reading.leading), names(reading.cooperating)) == ("Công an xã", "Văn phòng, Phòng Kinh tế")


def test_a_cell_is_read_by_the_header_of_its_column(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    rows = (row("1", "Họp", "Văn phòng/Công an xã", "Quý I"), row("2", "Báo cáo", "Văn phòng, Công an xã", "Quý II"))
    file = tmp_path / "a.docx"
    file.write_bytes(word_file(plan(table(row("STT", "Nhiệm vụ", "Chủ trì/Phối hợp", "Thời gian"), *rows))))
    out = str(tmp_path / "plan.yaml")
    assert main(["import", "docx", str(file), "--out", out]) == 0
    capsys.readouterr()
    assert main(["--plan", out, "list", "--format", "json"]) == 0
    first, second = json.loads(capsys.readouterr().out)["tasks"]
    assert (len(first["lead_agencies"]), len(first["coop_agencies"]), first["unread"]) == (1, 1, [])
    unread = [{"field": "lead", "words": "Văn phòng, Công an xã"}]
    assert (second["lead_agencies"], second["coop_agencies"], second["unread"]) == ([], [], unread)
    main(["--plan", out, "validate"])
    said = capsys.readouterr().out
    assert said.count("[unclear-lead]") == 1
    assert "[unread-agency]" not in said
    assert "[unused-agency]" not in said
