"""The page on the rules of ``kshc check docx``: the matrix of models and components, then each rule."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from kshc_cli.documents.components.models import MISSING, OWN, PARTS, TITLED, Model
from kshc_cli.documents.layout.catalogue import DEFAULT_PROFILE, PROFILES
from kshc_cli.documents.layout.rule import LayoutRule
from kshc_cli.messages import speaking
from tools.rule_list import VIETNAMESE, addressed, said

PAGE = Path(__file__).parents[1] / "docs" / "layout-rules.md"
VIETNAMESE_PAGE = PAGE.with_name("quy-tac-the-thuc.md")

INTRODUCTION = """\
# The rules of `kshc check docx`

Made by `make generate` from the rules' own words ([in Vietnamese](quy-tac-the-thuc.md)).
The profile `nd30-2020` holds the layout of Nghị định 30/2020/NĐ-CP;
the id of a rule names its place in the decree (`nd30.I.II.1` is Phụ lục I, phần I, mục II, điểm 1). Rules of good
practice, which no decree states, are warnings. A rule passes, fails, or is not evaluated, with the reason: nothing in
the file could be held to it. Equal faults in many places are one finding, with the first place and the number of
others. For each rule `tests/documents/layout/test_rules.py` has documents that break it and no other.

First it is told what a document is: by its title, by V/v under its number, by Kính gửi. A document of the Party
follows the Party's rules (Điều 2, khoản 2), one of the Youth Union its own, legislation (also a decision or
resolution with the year in its number) those of its own law; a template whose fields are open is no document yet, and
a contract, a form, a thesis or an extract of a plan none that could be told: nothing of them is judged, and it is
said that nothing was checked.

## What is checked of which kind

The columns are the models of Phụ lục III (1.2 stands for 1.3 too: only what is issued differs); "kèm theo" is a text
that a decision issues (Mẫu 1.3), 2.1 a Phụ lục, "phiếu" the slips, which have no model. The rows are the boxes (ô) of
Phụ lục I, phần I, mục IV. **A number** counts the rules that look at the component, named below; **·** the kind has no
such component, or may do without it; **–** no rule looks at it, for the reason given below. That a main component is
there at all is looked at by `nd30.8-components` (Điều 8, khoản 2) for every kind that must have it.

"""

VIETNAMESE_INTRODUCTION = """\
# Các quy tắc của `kshc check docx`

Trang này do `make generate` lập từ lời của chính các quy tắc ([bản tiếng Anh](layout-rules.md) có thêm bảng quy tắc
nào áp dụng cho loại văn bản nào và tỷ lệ báo đúng). Bộ quy tắc `nd30-2020` theo thể thức của Nghị định 30/2020/NĐ-CP;
mã ghi chỗ trong Nghị định (`nd30.I.II.1` là Phụ lục I, phần I, mục II, điểm 1). Mã `practice.…` là thông lệ, không
Nghị định nào quy định, nên chỉ là cảnh báo. Mỗi quy tắc đạt, không đạt, hoặc không xét (có nêu lý do). Văn bản của
Đảng, của Đoàn, văn bản quy phạm pháp luật, tệp mẫu, hợp đồng, biểu, trích lục thì không xét.

| quy tắc | mức | yêu cầu | nơi quy định |
|---|---|---|---|
"""

_BOXES: Final = (
    ("trang, chữ", "mục I", r"nd30\.I\.I\.", None),
    ("1 Quốc hiệu, Tiêu ngữ", "mục II, 1", r"nd30\.I\.II\.1-", "nation"),
    ("2 cơ quan ban hành", "mục II, 2", r"nd30\.I\.II\.2-", "issuer"),
    ("3 số, ký hiệu", "mục II, 3", r"nd30\.I\.II\.3-", "number"),
    ("4 địa danh, thời gian", "mục II, 4", r"nd30\.I\.II\.4-", "place_date"),
    ("5a tên loại, trích yếu", "mục II, 5", r"nd30\.I\.II\.5-(?!letter)", "title"),
    ("5b trích yếu công văn", "mục II, 5", r"nd30\.I\.II\.5-letter", "about"),
    ("6 nội dung", "mục II, 6", r"nd30\.I\.II\.6-|nd30\.II-", "content"),
    ("7a, 7b chức vụ, họ tên", "mục II, 7", r"nd30\.I\.II\.7-", "position"),
    ("7c chữ ký", "mục II, 7", None, "position"),
    ("8 dấu, chữ ký số", "mục II, 8", None, "position"),
    ("9a Kính gửi", "mục II, 9", r"nd30\.8-components|nd30\.I\.II\.9-(?:address|kinh)", "addressees"),
    ("9b Nơi nhận", "mục II, 9", r"nd30\.I\.II\.9-(?!address|kinh)", "recipients_label"),
    ("10a, 10b độ mật, khẩn", "mục III, 2", r"nd30\.I\.III\.2-", None),
    ("11 phạm vi lưu hành", "mục III, 2", None, None),
    ("12 người soạn thảo", "mục III, 3", r"nd30\.I\.III\.3-", None),
    ("13 địa chỉ", "mục III, 4", r"nd30\.I\.III\.4-", None),
    ("14 chữ ký số của bản sao", "phần II, mục I", None, None),
    ("Phụ lục", "mục III, 1", r"nd30\.I\.II\.5-(?:title|subject)$|nd30\.I\.III\.1-", "annex"),
    ("Kèm theo", "Mẫu 1.3, 2.1", r"nd30\.mau-1\.3-(?!end)|practice\.(?:attached|issued)", "reference"),
)
"""The boxes: name, place in Phụ lục I, phần I, the ids of the rules that look at it, and the component."""

_REASONS: Final = {
    "7c chữ ký": "cannot be checked: it is made after the Word file",
    "8 dấu, chữ ký số": "cannot be checked: it is made after the Word file",
    "14 chữ ký số của bản sao": "cannot be checked: it is made after the Word file",
    "10a, 10b độ mật, khẩn": "not checked: stamps are cut beforehand; they are known, and may be red",
    "11 phạm vi lưu hành": "not checked; it is known, and taken for no other component",
    "12 người soạn thảo": "not checked; it is known, and taken for no recipient",
    "13 địa chỉ": "not checked: a letter may have it or not",
}

_COLUMNS: Final = tuple(model for model in Model if model is not Model.NONE)

SAMPLE: Final = """
## How often a finding on a real file is true

Judged by hand in November 2026, from the words that each finding reports and the text of the decree, the doubtful ones
against the file's own XML too, on 42 real files of offices (on which the rules were mended) and 11 from elsewhere.

- First draw (seed 11; 25 findings of the 42 files, 19 of the others): 38 of 44 true, 86 %. False were four on words
  typed without diacritics and one on the name of an association's statutes in capitals; one was doubtful. The first two
  kinds were then mended.
- Second draw, after mending (seed 12; 45 of all 124 findings: 27 and 18): 43 of 45 true, 96 %. Two were doubtful:
  Quốc hiệu, and a parent body that spaces set, "not centred"; the second kind was then mended.

A doubtful finding counts as false: of Quốc hiệu the decree says only that it stands at the right.

**On files never seen.** Later in that month three samples were taken of files of other makers, from public places
(Word files, and older ones that LibreOffice had converted); each was judged before anything was mended for it, 45
findings drawn of each.

- First (seed 21; 443 findings in 37 of 220 files): 7 of 45 true, 16 %. Of the 38 false ones 26 stood in decrees,
  circulars, decisions that make law and their forms, 5 in documents of the Youth Union, 5 in templates and contracts;
  one said that Quốc hiệu is not centred, and one missed a line that LibreOffice had written.
- Second (seed 31; 58 findings in 7 of 52 files): 30 of 45 true, 67 %. False were 9 in a form for resolutions of the
  Government, 3 bodies "not centred", 2 about a signer in small letters, an indent behind a space.
- Third (seed 41; 48 findings in 3 of 55 files): 22 of 45 true, 49 %. False were 22 in the Phụ lục of two theses, and
  a line Lưu with the number of copies behind it.

Besides, 24 of 530 files of laws were held to rules at first, taken for a letter or a Phụ lục, wrongly each time. All
these kinds were mended after the sample that showed them; since then no file of the three samples that the decree
does not govern is held to a rule, and 24 further files, none an official document, are held to none.

Of the seven files in the second and third samples that the decree governs, all 71 findings that were left before the
last mending were judged: 68 true, 96 %; the three false kinds (an indent behind a space, a position in small letters,
the number of copies behind Lưu) were mended then. In the third sample, whose one such file nobody had seen, 24 of 25
were true.

**On fresh files of offices** (28 November 2026). A draw from the 972 files of all earlier samples, most of them seen
before, had 39 of 45 true (87 %; seed 4). Then some 100 public repositories were asked for Word files; about ten held
any of an office, a school or a program that imitates them, and the history of one that had been used held 487
that its present state no longer has: submissions of departments and the police of a province, its decisions, letters,
reports, plans, notices and invitations. What is not known from earlier samples, and shares less than half of its
paragraphs with any other file, is 383 files (232 of Word itself, the others converted from .doc by LibreOffice). They
were parted by subject matter into two halves before anybody looked at a finding.

- First half, before mending (seed 51; 608 findings in 143 of 232 files): 42 of 45 true, 93 %. False were the name of
  a Phụ lục with the line Kèm theo behind a line break, the second line of a subject, and an italic quotation of three
  paragraphs (doubtful). The rarer findings were all looked at, and thirteen kinds mended: besides those three Kính gửi
  in the table of the heading, a subject without V/v "missing", a signature in a table with a line between rows that it
  has not, a subject in a frame, lists of fonts that LibreOffice writes, white letters taken for a signer, a brace
  behind recipients, lines that spaces set, Quốc hiệu as wide as its column, and a Phụ lục of a plan that lacks "its
  decision".
- Second half, with the rules so mended (seed 52; 410 findings in 97 of 151 files): 43 of 45 true, 96 %. False was a
  heading taken for the subject; doubtful a margin in a letter of a trade union, which the decree lets apply its rules.
- What had been left out because it shares half of its paragraphs or more with another file (drafts beside what was
  issued, mostly by other hands), after what follows was mended (seed 53; 610 findings in 134 of 185 files): 45 of 45.

The same faults return: 289 of the 410 say that a margin, a size, a number, the last recipient or the page number is
wrong, and of 195 that name a size LibreOffice printed 187 so (seven others stand on lines of two sizes, or of 13.5
points). The 121 findings of the rarer rules were therefore judged too, all of them: 109 true, 90 %. False were four on
one letter with Quốc hiệu and Tiêu ngữ in one paragraph, three on Viện Kiểm sát, a misspelt "háng" for a missing date,
the heading, two on italic lead-ins and notes, a short line called none. So of all 410 some 397 are true, 97 %. These
kinds were mended then. Among the rarer findings of the third draw's files some 16 more were false, most on statutes
with a decision's number and on a subject of which a line begins "Điều lệ"; they are mended, and nothing was drawn
since.

**Single faults, and sound documents.** On 28 November 2026 39 sound documents were made by hand from the decree,
each in 18 habits of setting it (heads by tables, nested tables, tabs, spaces, text boxes; lines drawn, bordered,
underlined), and one fault at a time was planted in them. Of 252 faults 46 were missed, of 101 more, made when those
kinds had been mended, 21; after mending 1 and 9. Left are: a short date in the line Kèm theo; a symbol HDND for
HĐND; a number of its own in the midst of an attached text; QUYỀN for Q.; a colon behind a recipient; a capital
behind V/v; "phòng" of an office in small letters; an authority of a place whose name shares a word with the
issuer's; Nơi nhận off the margin; an invitation that the head of the office signs without TL. Sound documents were
blamed in six kinds (nested tables, text boxes, subjects of letters between tabs, telegrams, subjects that begin
with Thực hiện, borders in narrow cells), all mended.

**Once more** (30 November 2026). 15 files were drawn of those of the province's office that are no forms
(`random.Random(3012)` of 455 .docx and converted .doc files), all 41 findings of the 13 that have any judged against
the decree, those on sizes and lines against the XML, too: 39 true, 95 %, none false; doubtful are two warnings on
"quần chúng nhân dân", whose capital the decree does not show. Of 70 further files the findings of all rules but the six
most frequent were looked at (some 75): none false, some ten of the same doubt or on habits that the decree leaves open.
Nothing was mended for it.

**What the figures do not show.** Offices' own files are rare in public places: six in seven of the last 383 were
collected by one province's office, which also made the 42 of the first draws, though most were written by others.
Resolutions and minutes are hardly among them, documents of wards and schools few. The halves share makers, so that
a maker's habit mended in one is mended in the other.
"""


def layout_rules_page() -> str:
    """Return the page as Markdown."""
    rules = PROFILES[DEFAULT_PROFILE]
    return (
        INTRODUCTION + "".join(_matrix(rules)) + "\n" + "".join(_legend(rules)) + "\n## The rules\n\n"
        "| rule | severity | what is demanded | where |\n|---|---|---|---|\n" + "".join(map(_line, rules)) + SAMPLE
    )  # fmt: skip


def vietnamese_page() -> str:
    """Return what the rules ask in Vietnamese, as Markdown."""
    with speaking("vi"):
        return VIETNAMESE_INTRODUCTION + "".join(map(_vietnamese_line, PROFILES[DEFAULT_PROFILE]))


def files() -> dict[Path, bytes]:
    """Return the pages by their paths."""
    return {PAGE: layout_rules_page().encode(), VIETNAMESE_PAGE: vietnamese_page().encode()}


def _matrix(rules: tuple[LayoutRule, ...]) -> Iterator[str]:
    yield "| ô | where | " + " | ".join(model.value for model in _COLUMNS) + " |\n"
    yield "|---|---|" + "---|" * len(_COLUMNS) + "\n"
    for name, place, ids, component in _BOXES:
        cells = (_cell(rules, ids, component, model) for model in _COLUMNS)
        yield f"| {name} | {place} | " + " | ".join(cells) + " |\n"


def _cell(rules: tuple[LayoutRule, ...], ids: str | None, component: str | None, model: Model) -> str:
    if component is not None and not _has(model, component):
        return "·"
    looking = [rule for rule in rules if ids and re.match(ids, rule.id) and (not rule.models or model in rule.models)]
    return str(len(looking)) if looking else "–"


def _has(model: Model, component: str) -> bool:
    """Tell whether a model has a place for a component."""
    homes = {
        "title": TITLED,
        "about": {Model.LETTER},
        "addressees": {Model.LETTER, Model.NAMED, Model.TELEGRAM},
        "reference": PARTS,
        "annex": {Model.ANNEX},
        "nation": OWN | {Model.ATTACHED},
        "issuer": OWN | {Model.ATTACHED},
        "content": frozenset(Model),
        **dict.fromkeys(("number", "place_date", "position", "recipients_label"), OWN),
    }
    return model in homes[component] and component not in MISSING.get(model, ())


def _legend(rules: tuple[LayoutRule, ...]) -> Iterator[str]:
    yield "| ô | rules | only for |\n|---|---|---|\n"
    for name, _place, ids, _component in _BOXES:
        found = [rule for rule in rules if ids and re.match(ids, rule.id)]
        if not found:
            yield f"| {name} | {_REASONS[name]} | |\n"
        for rule in found:
            models = "" if rule.models in {None, OWN} else ", ".join(m.value for m in Model if m in (rule.models or ()))
            yield f"| {name} | `{rule.id}` | {models} |\n"


def _line(rule: LayoutRule) -> str:
    return f"| {addressed(rule.id)} | {rule.severity.value} | {rule.documentation} | {rule.source or 'practice'} |\n"


def _vietnamese_line(rule: LayoutRule) -> str:
    severity = VIETNAMESE.severities[rule.severity]
    return f"| {addressed(rule.id)} | {severity} | {said(rule)} | {rule.source or 'thông lệ'} |\n"
