"""The pages that list all rules of ``kshc validate`` in both languages, made from their own words and examples."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kshc_cli.findings import Severity
from kshc_cli.messages import explained, speaking
from kshc_cli.rules.catalogue import RULES
from kshc_cli.rules.progress import LOG_RULES, LogRule
from kshc_cli.rules.rule import PlanRule, Rule
from tools.other_ids import OTHERS

TESTS = Path(__file__).parents[1] / "tests"

DOCS = Path(__file__).parents[1] / "docs"


class Spoken(NamedTuple):
    """The page in one language: what stands around what the rules say themselves."""

    language: str
    path: Path
    introduction: str
    of_the_log: str
    heads: str
    id_heads: str
    headings: Mapping[str, str]
    """The headings of other ids, by their English ones."""
    severities: Mapping[Severity, str]
    optional: str


ENGLISH = Spoken(
    "en",
    DOCS / "rules.md",
    """\
# The rules of `kshc validate`

Made by `make generate` from the rules' own words ([in Vietnamese](quy-tac.md)). Each rule has a folder of examples
with that one mistake. What is wrong with a file itself (below) is found before these. Each id is an address:
`rules.html#unread-time` of the documentation's site. An optional rule runs only where it is asked for:
`kshc validate --enable RULE`.

## Of a plan
""",
    """
## Of the progress log

A command that records refuses an entry for the same reasons ([the log](progress.md)).
""",
    """
| rule | severity | what it is about | where that is written | examples |
|---|---|---|---|---|
""",
    "| id | what is wrong |\n|---|---|\n",
    {heading: heading for heading in OTHERS},
    {severity: severity.value for severity in Severity},
    "(optional) ",
)
VIETNAMESE = Spoken(
    "vi",
    DOCS / "quy-tac.md",
    """\
# Các quy tắc của `kshc validate`

Trang này do `make generate` lập từ lời của chính các quy tắc ([bản tiếng Anh](rules.md)). Mỗi quy tắc có ví dụ chỉ
sai đúng một chỗ ấy. Lỗi của chính tệp (ở dưới) được báo trước các lỗi này. Mỗi mã có một địa chỉ riêng trên trang tài
liệu: `quy-tac.html#unread-time`. Quy tắc tùy chọn chỉ chạy khi được yêu cầu: `kshc validate --enable MÃ`. Thể thức văn
bản Word có [các quy tắc riêng](quy-tac-the-thuc.md).

## Của kế hoạch
""",
    """
## Của nhật ký tiến độ

Lệnh ghi tiến độ từ chối một mục cũng vì các lý do này.
""",
    """
| quy tắc | mức | nội dung quy tắc | nơi quy định | ví dụ |
|---|---|---|---|---|
""",
    "| mã | sai ở đâu |\n|---|---|\n",
    {
        "Of the file itself": "Của chính tệp",
        "Of Word files and templates": "Của tệp Word và tệp mẫu",
        "Of imported files": "Của tệp nhập vào",
        "Of filled forms": "Của biểu đã điền",
    },
    {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo"},
    "(tùy chọn) ",
)


def rules_page(spoken: Spoken) -> str:
    """Return the page as Markdown."""
    with speaking(spoken.language):
        parts = [spoken.introduction, spoken.heads, *_lines(spoken, RULES, "rules")]
        parts += [spoken.of_the_log, spoken.heads, *_lines(spoken, LOG_RULES, "progress")]
        for heading, ids in OTHERS.items():
            parts += [f"\n## {spoken.headings[heading]}\n\n", spoken.id_heads]
            parts += [f"| {addressed(name)} | {explained(words)} |\n" for name, words in ids.items()]
    return "".join(parts)


def said(rule: Rule[Any, Any]) -> str:
    """Return what a rule asks, in the language in use."""
    return explained(rule.documentation.replace("``", "`"))


def addressed(name: str) -> str:
    """Return an id as a table shows it, with the anchor that is its address in the site."""
    return f'<a id="{name}"></a>`{name}`'


def files() -> dict[Path, bytes]:
    """Return the pages by their paths."""
    return {spoken.path: rules_page(spoken).encode() for spoken in (VIETNAMESE, ENGLISH)}


def _lines(spoken: Spoken, rules: Iterable[PlanRule | LogRule], folder: str) -> Iterator[str]:
    return (
        f"| {addressed(rule.id)} | {spoken.severities[rule.severity]} "
        f"| {spoken.optional if rule.optional else ''}{said(rule)} | {rule.source} "
        f"| {_examples(folder, rule.id)} |\n"
        for rule in rules
    )


def _examples(folder: str, name: str) -> str:
    paths = sorted((TESTS / "examples" / folder / name).glob("*.yaml"))
    return ", ".join(f"[{path.stem}](../tests/examples/{folder}/{name}/{path.name})" for path in paths)
