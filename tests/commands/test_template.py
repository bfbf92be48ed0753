"""``kshc template new`` and ``fields``, and how ``render docx`` chooses among the templates."""

import dataclasses
import json
import re
from pathlib import Path

import pytest

from kshc_cli.documents.rendering import words
from kshc_cli.documents.rendering.template_form import FORMS, Purpose, TemplateForm
from tests.conftest import EXAMPLES, ROOT, Kshc
from tests.documents.word_file import body, text

TEMPLATES = ROOT / "templates"


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ([], "quyet-dinh-ke-hoach.docx"),
        (["--size", "13"], "quyet-dinh-ke-hoach-13.docx"),
        (["--plan-alone", "--size", "14"], "ke-hoach.docx"),
        (["--plan-alone", "--landscape", "--size", "13"], "ke-hoach-13-ngang.docx"),
    ],
)
def test_new_writes_the_form_that_is_asked_for(kshc: Kshc, tmp_path: Path, options: list[str], name: str) -> None:
    result = kshc("template", "new", *options, "--out", tmp_path / "mine.docx")
    assert (result.status, result.out) == (0, "")
    assert (tmp_path / "mine.docx").read_bytes() == (TEMPLATES / name).read_bytes()


def test_new_replaces_a_file_only_by_force(kshc: Kshc, tmp_path: Path) -> None:
    mine = tmp_path / "mine.docx"
    mine.write_bytes(b"mine")
    result = kshc("template", "new", "--out", mine)
    assert result.status == 2
    assert "--force" in result.err
    assert mine.read_bytes() == b"mine"
    assert kshc("template", "new", "--out", mine, "--force").status == 0
    assert mine.read_bytes().startswith(b"PK")


def test_new_needs_a_name_and_a_folder(kshc: Kshc, tmp_path: Path) -> None:
    assert kshc("template", "new").status == 2
    assert kshc("template", "new", "--out", "").status == 2
    assert kshc("template", "new", "--out", tmp_path / "none" / "mine.docx").status == 3


def test_fields_are_listed_with_type_meaning_and_example(kshc: Kshc) -> None:
    found = json.loads(kshc("template", "fields", "--format", "json").out)
    assert found["schema"] == "kshc.template-fields/1"
    fields = {field["name"]: field for field in found["fields"]}
    assert fields["decision.number_line"]["example"] == "Số: 05/QĐ-UBND"
    assert fields["issuance.number_line"]["example"] == "Số: 05/KH-UBND"
    assert fields["plan.sections[].tables[].rows[].cells[].centred"]["type"] == "yes-or-no"
    assert fields["decision.bases"]["type"] == "list-of-words"
    assert all(field["meaning"].endswith(".") for field in fields.values())
    assert all(field["example"] for field in fields.values() if not field["type"].endswith(("record", "records")))


def test_every_field_that_can_be_printed_is_listed(kshc: Kshc) -> None:
    records = [each for name, each in vars(words).items() if name.startswith("Printed") and name != "Printed"]
    names = {field.name for record in records for field in dataclasses.fields(record)}
    listed = kshc("template", "fields").out
    assert listed.startswith("Field\tType\tMeaning\tExample\n")
    assert names == {line.split("\t")[0].split(".")[-1].removesuffix("[]") for line in listed.splitlines()[1:]} - {
        "issuer",
        "decision",
        "issuance",
        "plan",
    }
    assert (
        "| decision.title | words | The kind of document, in capitals. | QUYẾT ĐỊNH |"
        in kshc("template", "fields", "--format", "markdown").out
    )


@pytest.mark.parametrize("purpose", [*Purpose][1:])
def test_other_documents_have_fields_of_their_own(kshc: Kshc, tmp_path: Path, purpose: Purpose) -> None:
    found = json.loads(kshc("template", "fields", "--for", purpose.value, "--format", "json").out)["fields"]
    names = {field["name"] for field in found}
    own = {
        "extract": "agency.name",
        "reminder": "reminder.late",
        "report": "period.done_so_far",
        "amendment": "amended.act",
    }
    assert own[purpose.value] in names
    assert "issuer.name" in names
    assert all(field["meaning"].endswith(".") for field in found)
    mine = tmp_path / "mine.docx"
    assert kshc("template", "new", "--for", purpose.value, "--out", mine).status == 0
    result = kshc("template", "new", "--for", purpose.value, "--size", "13", "--out", mine, "--force")
    assert (result.status, "among the templates of a plan" in result.err) == (2, True)


def test_kinds_of_fields_are_translated(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_LANG", "vi")
    assert "\tdanh sách dòng chữ\t" in kshc("template", "fields").out


ALONE = """issuance:
  number: "07"
  symbol: KH-UBND
  date: 2026-01-12
  recipients: ["Lưu: VT."]
  signature:
    lines: [CHỦ TỊCH]
    name: Trần Thị Bình
agencies:"""


def plan_alone(folder: Path) -> Path:
    plan = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
    plan = re.sub(r"(?ms)^decision:.*?^agencies:", ALONE, plan)
    (folder / "plan.yaml").write_text(re.sub(r"(?m)^  reference: .*\n", "", plan), encoding="utf-8")
    return folder / "plan.yaml"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file_name)
def test_render_chooses_the_form_by_the_plan_and_the_options(kshc: Kshc, tmp_path: Path, form: TemplateForm) -> None:
    plan = plan_alone(tmp_path) if form.alone else EXAMPLES / "sound.yaml"
    options = [*(["--size", str(form.size)] if form.size == 13 else []), *(["--landscape"] if form.landscape else [])]
    render = ["render", "docx", "--plan", plan]
    assert kshc(*render, "--out", tmp_path / "a.docx", *options).status == 0
    assert kshc(*render, "--out", tmp_path / "b.docx", "--template", TEMPLATES / form.file_name).status == 0
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()
    words = text(body((tmp_path / "a.docx").read_bytes()))
    assert ("QUYẾT ĐỊNH" in words) is not form.alone
    assert ("Số: 07/KH-UBND" in words) is form.alone


def test_a_template_of_ones_own_has_its_own_size(kshc: Kshc, tmp_path: Path) -> None:
    mine = TEMPLATES / "quyet-dinh-ke-hoach.docx"
    for option in (["--size", "13"], ["--landscape"]):
        result = kshc(
            "render",
            "docx",
            "--plan",
            EXAMPLES / "sound.yaml",
            "--out",
            tmp_path / "o.docx",
            "--template",
            mine,
            *option,
        )
        assert result.status == 2
        assert "--template" in result.err
        assert not (tmp_path / "o.docx").exists()


def test_the_group_explains_itself(kshc: Kshc) -> None:
    commands = kshc("template", "--help").out.partition("Commands:")[2].partition("Options:")[0]
    assert re.findall(r"^  (\w+) ", commands, re.MULTILINE) == ["new", "check", "fields"]
    assert "Did you mean “check”?" in kshc("template", "chek").err
