"""Vietnamese: the catalogue is fresh, whole and well formed, and no sentence of the sources escapes it."""

import ast
import io
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path
from textwrap import dedent

import pytest
from babel.messages.catalog import Message

from kshc_cli.cli.table import commands
from kshc_cli.messages import _, language_of, ngettext, use_language
from kshc_cli.translations import Translations
from tests.conftest import ROOT, Kshc
from tests.speaking import english
from tools.catalogues import FOLDER, SOURCES, committed, forms, mo_bytes, po_bytes, updated
from tools.schemas import KINDS as KINDS_OF_FILES

TREES = {path.relative_to(SOURCES): ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES.rglob("*.py")}
MARKS = {"_", "ngettext"}
SPEAKING_CALLS = {"error", "warning", "say", "Problem", "finding", "finding_on_key", "Heading"} | {
    node.name
    for tree in TREES.values()
    for node in ast.walk(tree)
    if isinstance(node, ast.ClassDef) and node.name.endswith("Error")
}
"""Functions and classes whose texts a user sees; the errors are kshc's own."""
ALIKE = {"{name}: {reason}", "{days}, {period}", "“{value}”", "Choice({choices})", "{text} {deprecated_message}"}
"""Sentences that have no word to translate."""


@pytest.fixture
def vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let kshc speak Vietnamese during one test."""
    monkeypatch.setenv("KSHC_LANG", "vi")
    use_language("vi")


def messages() -> list[Message]:
    return [message for message in committed() if message.id]


def english_of(message: Message) -> str:
    """Return the sentence, of a pair the one for several things: Vietnamese has a single form."""
    return message.id if isinstance(message.id, str) else message.id[-1]


def placeholders(sentence: str) -> list[str]:
    return sorted(re.findall(r"\{[^{}]*\}|%\(\w+\)\w|%\w", sentence))


def test_the_catalogue_is_what_the_sources_make_it() -> None:
    assert (FOLDER / "kshc.po").read_bytes() == po_bytes(updated(committed(), ())), "run `make generate`"


def test_each_sentence_is_translated_as_the_library_translates_it() -> None:
    data = (FOLDER / "kshc.mo").read_bytes()
    library, ours = GNUTranslations(io.BytesIO(data)), Translations("vi", data)
    for message in messages():
        one, several = (message.id, "") if isinstance(message.id, str) else message.id
        told = library.ngettext(one, several, 2) if several else library.gettext(one)
        assert ours.of(one) == told
    assert {ours.of(unknown) for unknown in ("", " ", "Nobody says", "~ nobody says that", "\U0010ffff")} == {""}


def test_the_compiled_catalogue_is_fresh() -> None:
    assert (FOLDER / "kshc.mo").read_bytes() == mo_bytes(updated(committed(), ())), "run `make generate`"


def test_every_sentence_is_translated_for_sure() -> None:
    assert not [message.id for message in messages() if message.fuzzy or not all(forms(message))]


def test_each_translation_fills_the_same_placeholders() -> None:
    differing = [
        message.id
        for message in messages()
        for form in forms(message)
        if placeholders(form) != placeholders(english_of(message))
    ]
    assert not differing


def test_translations_are_composed_unicode_of_one_spacing() -> None:
    for message in messages():
        for form in forms(message):
            assert unicodedata.is_normalized("NFC", form), form
            assert form == form.strip(), form
            assert form.endswith(".") == english_of(message).endswith(".") or message.auto_comments, form


KINDS = "window|deadline|recurring|on_event|relative|continuous|reference|undated"

TERMS = {
    r"(?<!làm )(?<!phần )\bviệc (?:này|đó|kia|nào)\b": "nhiệm vụ, đầu việc",
    r"\btrễ\b|qua hạn|qua ngày": "quá hạn",
    r"còn nợ|nhắc nợ": "chưa hoàn thành, đôn đốc",
    r"\bxong\b": "hoàn thành",
    r"chưa đến kỳ": "chưa bắt đầu",
    r"lặp lại theo|quy tắc lặp|bao lâu một lần": "định kỳ, chu kỳ",
    r"chờ sự kiện": "chưa phát sinh",
    rf"\b(?:{KINDS})\b": "the kind's words",
    r"\bđơn vị\b(?! (?:hành chính|tính))": "cơ quan",
    r"văn bản sản phẩm": "văn bản",
    r"văn bản cho phép": "căn cứ",
    r"(?<!thư )(?<!danh )\bmục (?:đã ghi|này|đó|ấy|kia|nhật ký|rút lại|đầu tiên của nhật ký)\b": "dòng (nhật ký)",
    r"\bdòng (?:tiêu đề|của bảng)\b": "hàng, of a table",
    r"lùi thời hạn": "gia hạn",
    r"(?<!được )\bphát hiện\b": "lỗi, cảnh báo",
    r"\bbản chính\b(?! thức)": "bản chính thức",
    r"\bbản trích\b": "trích kế hoạch, danh mục nhiệm vụ của …",
    r"đọc trở lại|\bghi ra\b": "chuyển từ Word, xuất, lưu",
    r"\btệp văn bản\b": "tệp",
    r"trả về (?:mã|số)|\bsố mấy\b": "mã thoát",
    r"một mạch": "liền một lần",
    r"\bbạn\b|\bhãy\b": "no address, the bare verb",
    r"(?<!chính )\bnó\b|\bkia\b": "the thing by its name",
    r"^Lời văn\b.*phải là|\bkhông ghi được ban hành\b": "chữ; thiếu dòng …",
}
"""What a Vietnamese sentence does not say, with the term of the concept: one for each."""

CODE = re.compile(
    r"`[^`]*`|\w+: \{.*\}|“?\w+: \"[^\"]*\"|\"\$\([^)]*\)\"|(?<!\w)(?:lead|coop|reference):|“(?:role: )?lead”"
)
"""What is typed into a file or on a command line, as it is."""


@pytest.mark.parametrize("other", TERMS)
def test_a_concept_has_one_term(other: str) -> None:
    """Of the term list; what is a word of the language beside (lặp lại of headers, sự kiện of limits) stays."""
    said = [form for message in messages() for form in forms(message)]
    titles = [
        field["title"]
        for made in KINDS_OF_FILES.values()
        for part in (made(), *made()["definitions"].values())
        for field in part["properties"].values()
        if "title" in field
    ]
    found = [text for text in (*said, *titles) if re.search(other, CODE.sub("", text), re.IGNORECASE)]
    assert not found, f"write {TERMS[other]}"


@pytest.mark.parametrize("quote", ['"', r"(?<!\w)'-*\{"])
def test_quotes_are_of_one_kind(quote: str) -> None:
    """Curly ones, in both languages; what is typed keeps its own, and the English of click and typer is theirs."""
    said = [text for message in messages() for text in forms(message)]
    said += [english_of(message) for message in messages() if not message.auto_comments]
    assert not [text for text in said if re.search(quote, CODE.sub("", text))]


def test_no_translation_is_its_english_sentence() -> None:
    assert {english_of(message) for message in messages() if english_of(message) in forms(message)} == ALIKE


def called(node: ast.AST) -> str:
    """Return the name of what is called, without what stands before its dot."""
    match node:
        case ast.Call(func=ast.Name(id=name)) | ast.Call(func=ast.Attribute(attr=name)):
            return name
        case _:
            return ""


def built_sentences(tree: ast.AST) -> list[int]:
    """Return the lines where no catalogue can hold a sentence: it is no plain literal, or stands in an f-string."""
    joined = {id(node) for text in ast.walk(tree) if isinstance(text, ast.JoinedStr) for node in ast.walk(text)}
    return [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in MARKS
        for text in node.args[: 2 if node.func.id == "ngettext" else None]
        if id(node) in joined or not (isinstance(text, ast.Constant) and isinstance(text.value, str))
    ]


def early_sentences(tree: ast.AST) -> list[int]:
    """Return the lines where a sentence is translated while its module is imported, before a language is chosen."""
    if isinstance(tree, ast.Call) and called(tree) in MARKS:
        return [tree.lineno]
    body = getattr(tree, "body", [])
    inside = {ast.Lambda: [body], ast.FunctionDef: body, ast.AsyncFunctionDef: body}.get(type(tree), [])
    return [line for child in ast.iter_child_nodes(tree) if child not in inside for line in early_sentences(child)]


def spoken(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the expressions whose literals a user may see: arguments, local variables, what a function returns."""
    for node in ast.walk(tree):
        match node:
            case ast.Call() if called(node) in SPEAKING_CALLS:
                yield from node.args
                yield from (keyword.value for keyword in node.keywords)
            case ast.keyword(arg="help" | "message", value=value) | ast.Return(value=ast.expr() as value):
                yield value
            case ast.FunctionDef():
                yield from (line.value for line in ast.walk(node) if isinstance(line, ast.Assign))
            case _:
                pass


def unmarked(node: ast.AST) -> Iterator[str]:
    """Yield the literals below ``node`` that read like English, stand outside ``_()`` and are not only compared."""
    if called(node) in {*MARKS, "any"} or isinstance(node, ast.Compare):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        words = re.sub(r"%\(\w+\)s", "", node.value)
        if " " in words and re.search(r"(?<![\w<-])[a-z]{2,}(?![\w=])", words):
            yield node.value
    for child in ast.iter_child_nodes(node):
        yield from unmarked(child)


def test_every_sentence_is_a_literal() -> None:
    assert not {str(path): lines for path, tree in TREES.items() if (lines := built_sentences(tree))}


def test_no_sentence_is_translated_at_import() -> None:
    """Commands and what only they need are imported when they run, after the language was chosen; all else before."""
    listing = "import sys, kshc_cli.app; print(*(name for name in sys.modules if name.startswith('kshc_cli.cli.')))"
    before = subprocess.run([sys.executable, "-c", listing], capture_output=True, text=True, check=True).stdout.split()
    assert "kshc_cli.cli.table" in before
    late = {
        path for path in TREES if path.parts[0] in {"commands", "cli"} and f"kshc_cli.cli.{path.stem}" not in before
    }
    outside = {path: tree for path, tree in TREES.items() if path not in late}
    assert not {str(path): lines for path, tree in outside.items() if (lines := early_sentences(tree))}


def test_no_sentence_is_left_unmarked() -> None:
    assert not {
        str(path): texts
        for path, tree in TREES.items()
        if path != Path("dataclass.py")  # what it says is Python
        and (texts := [text for node in spoken(tree) for text in unmarked(node)])
    }


def test_the_checks_of_the_sources_see_what_they_look_for() -> None:
    tree = ast.parse(
        dedent("""
            HEADING = _("Content")
            def read(kind, name=_("Name")):
                message = "the words are missing"
                session.say(f"no {kind} here")
                option(help="Write it out.")
                if "a b" in kind:
                    return "it is " + kind
                return _(f"{kind} is wrong") + ngettext("one", kind, 2) + f"{_('none')}"
        """)
    )
    assert early_sentences(tree) == [2, 3]
    assert built_sentences(tree) == [9, 9, 9]
    assert sorted(text for node in spoken(tree) for text in unmarked(node)) == [
        " here",
        "Write it out.",
        "it is ",
        "no ",
        "the words are missing",
    ]


@pytest.mark.parametrize(
    ("wish", "locale", "language"),
    [
        ("vi", None, "vi"),
        ("vi-VN", "en_US.UTF-8", "vi"),
        ("", "vi_VN.UTF-8", "vi"),
        (None, "vi.UTF-8", "vi"),
        ("en", "vi_VN.UTF-8", "en"),
        ("fr", "vi_VN.UTF-8", "en"),
        (None, "C", "en"),
        (None, None, "en"),
        (None, "Vietnamese_Vietnam", "vi"),
        (None, "English_United States", "en"),
    ],
)
def test_the_language_is_the_wish_else_the_locale(wish: str | None, locale: str | None, language: str) -> None:
    assert language_of(wish, locale) == language


@pytest.mark.usefixtures("vietnamese")
def test_sentences_follow_the_language_in_use() -> None:
    assert _("Written: {file}").format(file="a.docx") == "Đã lưu: a.docx"
    assert [ngettext("{n} error", "{n} errors", n).format(n=n) for n in (0, 1, 2)] == ["0 lỗi", "1 lỗi", "2 lỗi"]
    use_language("fr")
    assert _("Written: {file}") == "Written: {file}"


@pytest.mark.usefixtures("vietnamese")
@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ("list --nonsense", "Không có tùy chọn"),
        ("list --agencie x", "Có phải"),
        ("nothing", "Không có lệnh"),
        ("lits", "Có phải"),
        ("show", "Thiếu tham số"),
        ("list --agency", "cần 1 giá trị"),
        ("list --role boss", "không thuộc các giá trị"),
        ("list more", "Thừa tham số"),
        ("render report --half 1", "Tùy chọn “--half” không nhận giá trị."),
        ("list --rol x", "Không có tùy chọn “--rol”. Có phải là “--role” không?"),
        ("list --file p.yaml", "“--file”. “kshc list” nhận --agency, --role, --kind, --section, --search, --status"),
        ("list --by lead", "Lệnh nào cũng nhận --plan, --today, --color"),
        ("due --thang 6", "“kshc due” nhận --month, --from, --to"),
        ("done 3 --date 2026-06-01", "“kshc done” nhận --unit, --all-units, --period, --on"),
        ("render docx --output x", "Có phải là “--out” không?"),
        ("show -i 3", "“kshc show” nhận --as-of, --format."),
        ("--planx a list", "Có phải là “--plan” không?"),
        ("extend 1.2.2", "Thiếu tùy chọn “--due”."),
        ("overdue --fail=1", "không nhận giá trị"),
        ("due --month 13", "Không đọc được tháng"),
        ("show xyz", "Không có nhiệm vụ"),
    ],
)
def test_mistakes_on_the_command_line_are_told_in_vietnamese(kshc: Kshc, arguments: str, sentence: str) -> None:
    result = kshc(*arguments.split())
    assert result.status == 2
    assert sentence in result.err
    assert "'" not in result.err.partition("”. ")[0]
    for word in ("Usage", "Try", "Error", "No ", "such", "Invalid", "Missing", "Got", "requires", "not "):
        assert word not in result.err


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        ("extend 1", "--due"),
        ("extend 1 --due 1/7", "--by"),
        ("reassign 1", "--to"),
        ("reassign 1 --to x", "--by"),
        ("merge 1", "--into"),
        ("merge 1 --into 2", "--by"),
        *((f"{command} 1", "--by") for command in ("suspend", "cancel")),
        *((command, "") for command in ("show", "done", "event", "note 1", "import docx", "check docx")),
    ],
)
def test_a_refusal_says_what_is_missing_and_what_it_is_for(kshc: Kshc, arguments: str, missing: str) -> None:
    refused = kshc(*arguments.split())
    assert refused.status == 2
    name, purpose = re.findall(r"“([^”]+)”\. (\S.*)$", refused.err)[0]
    assert missing in {name, ""}
    assert purpose[:30] in " ".join(kshc(*(f"{arguments} --help").split()).out.split())


@pytest.mark.parametrize(
    "arguments", ["", *commands(), "render docx", "render extract", "check docx", "import docx", "template new"]
)
def test_help_is_vietnamese_down_to_its_brackets(arguments: str) -> None:
    page = subprocess.run(
        [sys.executable, "-m", "kshc_cli", *arguments.split(), "--help"],
        capture_output=True, text=True, encoding="utf-8", check=True, cwd=ROOT, env=os.environ | {"KSHC_LANG": "vi"},
    ).stdout  # fmt: skip
    assert page.startswith("Cách dùng: kshc")
    explained = re.sub(r"\n\n  Ví dụ:\n(?:    .*\n)+|\n  [a-z]+ {2,}", "\n", page)  # without commands as they are typed
    assert not list(english(" ".join(explained.split())))
    assert max(len(line) for line in page.splitlines()) <= 100
