"""The command line as a whole: help, languages, global options, completion, exit statuses, what is loaded."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kshc_cli import __version__
from kshc_cli.cli.table import commands
from tests.conftest import EXAMPLES, ROOT, Kshc

HEAVY = ("docx", "docxtpl", "jinja2", "openpyxl", "holidays", "rich", "lxml", "icalendar", "xlsxwriter", "dateutil")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "kshc_cli", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        cwd=ROOT,
        env=os.environ | {"KSHC_LANG": "en"} | environment,
    )


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys; from kshc_cli.app import main; main(sys.argv[1:]);"
        f"print('LOADED', *[name for name in {(*HEAVY, 'pydantic', 'yaml')!r} if name in sys.modules])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(process.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("output", ["table", "json", "csv", "markdown"])
def test_list_loads_no_heavy_library_when_it_draws_no_table(output: str) -> None:
    assert loaded_by("list", "--format", output) == {"yaml"}


def test_help_loads_neither_pydantic_nor_yaml() -> None:
    assert loaded_by("--help") == set()


def test_help_names_every_command(kshc: Kshc) -> None:
    result = kshc("--help")
    assert result.status == 0
    for name, entry in commands().items():
        assert f"  {name} " in result.out
        assert entry.summary.split()[0] in result.out


@pytest.mark.parametrize("name", commands())
def test_every_command_explains_itself_with_examples(kshc: Kshc, name: str) -> None:
    result = kshc(name, "--help")
    assert result.status == 0
    assert "Examples:" in result.out
    assert f"kshc {name}" in result.out
    assert max(len(line) for line in result.out.splitlines()) <= 100


def test_commands_stand_in_groups_and_pages_tell_exit_statuses(kshc: Kshc) -> None:
    page = kshc("--help").out
    headings = [page.index(f"\n{heading}:") for heading in ("Look up", "Record progress", "Documents", "Options")]
    assert headings == sorted(headings)
    assert page.index("  due ") < headings[1] < page.index("  done ") < headings[2] < page.index("  render ")
    assert "Examples:" in page
    assert "0 fine; 1 something was found" in " ".join(page.split())
    assert "1 the plan has errors" in kshc("validate", "--help").out
    assert "0 fine; 2 wrong usage; 3 a file" in " ".join(kshc("note", "--help").out.split())
    assert "1 of several plans, one could not answer" in " ".join(kshc("list", "--help").out.split())


def test_every_command_that_gives_1_says_when() -> None:
    modules = ROOT / "src" / "kshc_cli" / "commands"
    giving = {
        path.stem
        for path in modules.glob("*.py")
        if re.search(
            r"EXIT_FINDINGS|cli\.(?:asking|duties_command|import_command|importing|exporting) import",
            path.read_text("utf-8"),
        )
    }
    telling = {path.stem for path in modules.glob("*.py") if "\nFINDINGS = " in path.read_text("utf-8")}
    assert telling == giving | {"render_docx", "render_pdf"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("list", "--role", "chủ trì", "--agency", "phường 1"),
        ("list", "--role", "Chu-Tri", "--agency", "phường 1"),
        ("list", "--kind", "khi phát sinh"),
        ("list", "--kind", "on event"),
        ("list", "--status", "sap den han", "--status", "quá_hạn"),
        ("list", "--format", "bang"),
        ("schema", "nhật ký"),
        ("show", "1.2.1", "-f", "chữ", "--color", "không bao giờ"),
    ],
)
def test_values_may_be_said_in_words_of_either_language(kshc: Kshc, arguments: tuple[str, ...]) -> None:
    spelt = {
        "chủ trì": "lead", "Chu-Tri": "lead", "khi phát sinh": "on_event", "on event": "on_event", "bang": "table",
        "sap den han": "due_soon", "quá_hạn": "overdue", "nhật ký": "progress", "chữ": "text", "không bao giờ": "never",
    }  # fmt: skip
    said = kshc(*arguments)
    assert said == kshc(*(spelt.get(word, word) for word in arguments))
    assert said.status == 0
    assert said.out


def test_help_and_refusals_tell_values_in_the_words_of_the_language(
    kshc: Kshc, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Values: lead, coop (cooperating), any." in " ".join(kshc("list", "--help").out.split())
    assert "“chu tr” is none of: lead" in kshc("list", "--role", "chu tr").err
    monkeypatch.setenv("KSHC_LANG", "vi")
    told = " ".join(kshc("list", "--help").out.split())
    assert "chủ trì (lead), phối hợp (coop), bất kỳ (any). [mặc định: bất kỳ]" in told
    assert "quá hạn (overdue)" in told
    refused = kshc("list", "--role", "chu tr")
    assert refused.status == 2
    assert "các giá trị: chủ trì (lead), phối hợp (coop), bất kỳ (any)" in refused.err


def test_kshc_alone_says_how_the_plan_stands_and_what_comes_next(kshc: Kshc, tmp_path: Path) -> None:
    result = kshc("--plan", EXAMPLES / "sound.yaml", "--today", "2026-04-02")
    assert (result.status, result.err) == (0, "")
    assert "On 02/04/2026: 0 of " in result.out
    assert "\nLate: " in result.out
    assert "\n  kshc show 1.1.2  " in result.out
    assert len(result.out.splitlines()) <= 24
    early = kshc("--plan", EXAMPLES / "sound.yaml", "--today", "2026-01-12")
    assert "Late: " not in early.out
    assert "kshc done" not in early.out.partition("Next:")[2]
    assert kshc("--plan", tmp_path / "none.yaml").status == 3


def test_the_next_commands_run_as_they_stand(kshc: Kshc, tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    options = ("--plan", tmp_path / "plan.yaml", "--today", "2024-06-24")
    steps = re.findall(r"^  kshc (.*?)  ", kshc(*options).out.partition("Next:")[2], re.MULTILINE)
    assert [step.split()[0] for step in steps] == ["show", "done", "due", "status", "help"]
    assert [step for step in steps if kshc(*options, *step.split()).status != 0] == []


def test_kshc_alone_says_how_to_begin(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = kshc()
    assert (result.status, result.err) == (0, "")
    assert "kshc init --from KE-HOACH.docx" in result.out
    for tried in ("new", "tạo"):
        refused = kshc(tried)
        assert (refused.status, refused.out) == (2, "")
        assert "kshc init begins one" in refused.err
    assert "kshc validate" in kshc("add", "1.1.3").err
    assert "kshc init" in kshc("list").err


def test_the_help_of_a_group_has_the_exit_statuses_of_its_commands(kshc: Kshc) -> None:
    status = re.compile(r"1 ([^;]+);")
    for group, command in (
        ("import", "docx"),
        ("check", "docx"),
        ("template", "check"),
        ("cache", "clear"),
    ):
        page, inner = (" ".join(kshc(*path, "-h").out.split()) for path in ((group,), (group, command)))
        said = page.partition("Exit status: ")[2]
        assert said.startswith("0 fine; ")
        assert status.findall(said) == status.findall(inner.partition("Exit status: ")[2])
    page = " ".join(kshc("render", "-h").out.split())
    assert "1 what a signed document must not have, or errors of the plan or its log;" in page
    assert "tasks in tables or in paragraphs" in " ".join(kshc("import", "docx", "-h").out.split())


def test_help_is_found_however_it_is_asked_for(kshc: Kshc) -> None:
    whole = kshc("--help")
    assert kshc("-h") == kshc("help") == whole
    for path in (("due",), ("render",), ("render", "docx")):
        page = kshc(*path, "--help")
        assert page.status == 0
        assert kshc(*path, "-h") == page
        assert kshc("help", *path) == page
    for unknown in (("deu",), ("due", "x"), ("render", "x")):
        result = kshc("help", *unknown)
        assert (result.status, result.out) == (2, "")
        assert "There is no command" in result.err


@pytest.mark.parametrize("group", ["check", "import"])
def test_the_ending_of_a_file_names_the_command(kshc: Kshc, tmp_path: Path, group: str) -> None:
    for name in ("none.docx", "thư mục/KẾ HOẠCH.DOCX"):
        assert kshc(group, tmp_path / name) == kshc(group, "docx", tmp_path / name)
        assert kshc(group, tmp_path / name).status == 3
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    refused = kshc(group, tmp_path / "old.doc")
    assert refused.status == 3
    assert "Save it in Word as .docx." in refused.out + refused.err
    assert kshc(group, "docs").status == kshc(group, "nonsense").status == 2
    assert kshc("none.docx").status == 2


def test_import_docx_help(kshc: Kshc) -> None:
    assert "docx" in kshc("import", "--help").out
    assert "--like" in kshc("import", "docx", "--help").out


def test_render_docx_help(kshc: Kshc) -> None:
    assert "docx" in kshc("render", "--help").out
    assert "--final" in kshc("render", "docx", "--help").out


def test_check_docx_help(kshc: Kshc) -> None:
    assert "docx" in kshc("check", "--help").out
    page = kshc("check", "docx", "--help").out
    assert "--profile" in page
    assert "Examples:" in page


def test_help_in_vietnamese() -> None:
    out = run("list", "--help", KSHC_LANG="vi").stdout
    assert "Cách dùng" in out
    assert "cơ quan" in out
    assert "Usage" not in out


def test_errors_of_the_argument_parser_in_vietnamese() -> None:
    process = run("list", "--nonsense", KSHC_LANG="vi")
    assert process.returncode == 2
    assert "No such option" not in process.stderr


@pytest.mark.parametrize(
    ("environment", "word"),
    [
        ({"KSHC_LANG": "", "LC_ALL": "vi_VN.UTF-8"}, "không tính được ngày"),
        ({"KSHC_LANG": "", "LC_ALL": "xx_YY.UTF-8"}, "No date can be computed"),
        ({"KSHC_LANG": "vi", "LC_ALL": "C"}, "không tính được ngày"),
        ({"KSHC_LANG": "en", "LC_ALL": "vi_VN.UTF-8"}, "No date can be computed"),
    ],
)
def test_language_comes_from_kshc_lang_else_from_the_locale(environment: dict[str, str], word: str) -> None:
    process = run("list", **environment)
    assert word.casefold() in process.stderr.casefold()
    assert process.returncode == 0


def test_an_ascii_locale_still_gets_utf8() -> None:
    process = run("due", "--month", "6", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert "Thành phố" in process.stdout


def test_version(kshc: Kshc) -> None:
    assert kshc("--version").out == f"kshc {__version__}\n"


def test_global_options_stand_before_or_after_the_command(kshc: Kshc) -> None:
    path = EXAMPLES / "sound.yaml"
    before = kshc("--plan", path, "--today", "2026-03-01", "due")
    after = kshc("due", "--today", "2026-03-01", "--plan", path)
    assert before == after
    assert "1.1.1" in after.out


def test_the_environment_names_plan_and_today(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KSHC_PLAN", str(EXAMPLES / "sound.yaml"))
    monkeypatch.setenv("KSHC_TODAY", "2026-03-01")
    assert "1.1.1" in kshc("due").out
    monkeypatch.setenv("KSHC_TODAY", "someday")
    assert kshc("due").status == 2


def test_the_plan_is_found_in_a_parent_folder(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    result = kshc("-v", "list")
    assert len(result.out.splitlines()) == 4
    assert "plan.yaml" in result.err
    monkeypatch.chdir("/")
    missing = kshc("list")
    assert missing.status == 3
    assert "--plan" in missing.err


def test_quiet_leaves_only_data(kshc: Kshc) -> None:
    assert kshc("list", "-q", "--plan", EXAMPLES / "sound.yaml").err == ""


def test_one_verbose_takes_back_one_quiet(kshc: Kshc) -> None:
    plan = ("--plan", EXAMPLES / "sound.yaml")
    usual = kshc("due", "--month", "3", *plan).err
    assert usual
    assert kshc("-q", "-v", "due", "--month", "3", *plan).err == usual
    assert "Plan: " not in usual
    assert "Plan: " in kshc("-v", "due", "--month", "3", *plan).err


@pytest.mark.parametrize("name", ["missing.yaml", "sound.yaml/below", "bad\0name"])
def test_files_that_cannot_be_read(kshc: Kshc, name: str) -> None:
    for command in ("validate", "list"):
        arguments = (
            ("--plan", f"{EXAMPLES}/{name}", "list") if command == "list" else ("validate", f"{EXAMPLES}/{name}")
        )
        result = kshc(*arguments)
        assert result.status == 3
        assert len(result.err.splitlines()) <= 2
        assert "Traceback" not in result.err


def test_a_broken_plan_stops_a_question_with_its_findings(kshc: Kshc, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text((EXAMPLES / "sound.yaml").read_text(encoding="utf-8").replace("year: 2026", "yaer: 2026"), "utf-8")
    result = kshc("list", "--plan", path)
    assert result.status == 3
    assert "unknown-key" in result.err
    assert "plan.yaml:2:1" in result.err
    assert not result.out


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m kshc_cli list | head -n 1; echo ${{PIPESTATUS[0]}}"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in process.stderr
    assert "BrokenPipe" not in process.stderr


@pytest.mark.parametrize(
    ("language", "sentence"),
    [("en", "The answer cannot be written: the disk is full"), ("vi", "Không ghi được kết quả: đĩa đã đầy")],
)
def test_a_full_disk_behind_stdout_is_one_sentence(language: str, sentence: str) -> None:
    command = f"KSHC_LANG={language} {sys.executable} -m kshc_cli list --format json > /dev/full; echo $?"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "3"
    beginning = {"en": "Error", "vi": "Lỗi"}[language]
    assert process.stderr == f"{beginning}: {sentence}\n"


@pytest.mark.parametrize(
    ("arguments", "status"), [("list", 0), ("list -a nobody", 2), ("list --format", 2), ("list --plan none.yaml", 3)]
)
def test_talk_that_cannot_be_written_changes_no_status(arguments: str, status: int) -> None:
    command = f"{sys.executable} -m kshc_cli {arguments} > /dev/null 2> /dev/full; echo $?"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == str(status)


@pytest.mark.parametrize("lost", ["2> /dev/full", "2> >(true)"])
def test_what_is_recorded_is_recorded_whoever_hears_of_it(tmp_path: Path, lost: str) -> None:
    (tmp_path / "plan.yaml").write_bytes((ROOT / "plan.yaml").read_bytes())
    command = f"{sys.executable} -m kshc_cli note 1.1.1 x --plan {tmp_path}/plan.yaml {lost}; echo $?"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "0"
    assert (tmp_path / "progress.yaml").read_text("utf-8").count("what: note") == 1


def test_an_interrupt_says_nothing_whenever_it_comes() -> None:
    code = (
        "import os, signal, sys; from kshc_cli.__main__ import run;"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"  # what runs in the background of a shell ignores it
        "signal.signal(signal.SIGALRM, lambda *_: os.kill(os.getpid(), signal.SIGINT));"
        "signal.setitimer(signal.ITIMER_REAL, float(sys.argv.pop(1))); run()"
    )
    chance = random.Random(7)  # noqa: S311  no secret
    for _try in range(16):
        arguments = [str(chance.uniform(0.001, 0.5)), "due", "--month", "6"]
        process = subprocess.run(
            [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert process.returncode in {0, 130, -signal.SIGALRM}  # at the very end Python no longer takes signals
        assert "Traceback" not in process.stderr


def test_read_from_a_closed_stdin_reads_nothing() -> None:
    command = f"{sys.executable} -m kshc_cli read - <&-; echo $?"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.strip() == "0"
    assert process.stderr == ""


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
def test_closed_streams_are_no_error(closed: str) -> None:
    command = f"{sys.executable} -m kshc_cli list {closed}; echo $?"
    process = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert process.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in process.stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_scripts(kshc: Kshc, shell: str) -> None:
    assert "_KSHC_COMPLETE" in kshc("--show-completion", shell).out


@pytest.mark.parametrize(
    ("words", "offer"),
    [
        ("kshc l", "list"),
        ("kshc render d", "docx"),
        ("kshc list --agency phong-n", "phong-noi-vu"),
        ("kshc list --agency Văn", "Văn phòng HĐND&UBND Thành phố"),
        ("kshc show 1.2", "1.2.1"),
        ("kshc list --kind w", "window"),
    ],
)
def test_completion_knows_commands_agencies_and_ids(words: str, offer: str) -> None:
    environment = {"_KSHC_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(len(words.split()) - 1)}
    assert offer in run(**environment).stdout


@pytest.mark.parametrize(
    ("words", "word", "offers"),
    [
        ("kshc l", "l", ["log\tlog\tShow what was recorded."]),
        ("kshc list --agency phong-n", "phong-n", ["phong-noi-vu\tphong-noi-vu\tPhòng Nội vụ Thành phố"]),
        (
            "kshc list --agency 'Văn",
            "'Văn",
            ["'Văn phòng HĐND&UBND Thành phố'\tVăn phòng HĐND&UBND Thành phố\tvan-phong"],
        ),
        ("kshc list --role", "", ["lead\tlead\tlead", "coop\tcoop\tcooperating", "any\tany\tany"]),
        ("kshc list --role phối", "phối", ["coop\tcoop\tcooperating"]),
    ],
)  # fmt: skip
def test_powershell_is_offered_words_in_quotes_with_what_explains_them(
    words: str, word: str, offers: list[str]
) -> None:
    process = run(_KSHC_COMPLETE="powershell_complete", COMP_WORDS=words, COMP_WORD=word)
    assert process.stderr == ""
    assert set(offers) <= set(process.stdout.splitlines())


def test_the_shell_in_use_is_guessed(kshc: Kshc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PSModulePath", raising=False)
    for shell in ("/usr/bin/fish", "/bin/zsh"):
        monkeypatch.setenv("SHELL", shell)
        assert kshc("--show-completion") == kshc("--show-completion", shell.rpartition("/")[2])
    unclear = "Error: It is not clear which shell to complete in; name one: --show-completion bash|zsh|fish|powershell."
    monkeypatch.setenv("SHELL", "/bin/dash")
    assert kshc("--show-completion").err.splitlines()[-1] == unclear
    monkeypatch.delenv("SHELL")
    answer = kshc("--show-completion")
    assert (answer.status, answer.err.splitlines()[-1]) == (2, unclear)
    monkeypatch.setenv("PSModulePath", "x")
    assert "Register-ArgumentCompleter -Native -CommandName kshc" in kshc("--show-completion").out


def test_completion_without_a_plan_offers_nothing(tmp_path: Path) -> None:
    environment = {"_KSHC_COMPLETE": "bash_complete", "COMP_WORDS": "kshc show 1", "COMP_CWORD": "2"}
    process = run(KSHC_PLAN=str(tmp_path / "none.yaml"), **environment)
    assert process.stdout.strip() == ""
    assert process.returncode == 0
    assert process.stderr == ""


@pytest.mark.parametrize("width", [80, 120])
def test_a_terminal_gets_a_table_that_fits(kshc: Kshc, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    out = kshc("list", "--color", "always", "--agency", "phuong-1").out
    lines = out.splitlines()
    assert max(len(line) for line in lines if "\x1b" not in line) <= width
    assert "1.2.1" in out
    assert "┃" not in out


@pytest.mark.parametrize(
    ("command", "argument"), [("show", "A task's id, or"), ("read", "The words of a time"), ("validate", "Plan files")]
)
def test_help_explains_the_arguments(kshc: Kshc, command: str, argument: str) -> None:
    """Typer 0.25 loses these sentences with click 8.5: both are pinned."""
    assert argument in kshc(command, "--help").out


@pytest.mark.parametrize(
    ("args", "option"),
    [
        (("list", "--agency", "van-phong", "--agency", "phuong-1"), "--agency"),
        (("due", "--month", "6", "--month=7"), "--month"),
        (("list", "--format", "json", "--format", "csv"), "--format"),
    ],
)
def test_an_option_of_one_value_is_not_taken_twice(kshc: Kshc, args: tuple[str, ...], option: str) -> None:
    result = kshc(*args)
    assert (result.status, result.out) == (2, "")
    assert f"{option} is there 2 times; give it once." in result.err


def test_flags_may_be_repeated(kshc: Kshc) -> None:
    assert kshc("list", "-v", "-v", "--search", "xyz").status == 0


def test_of_an_option_for_every_command_the_last_one_counts(kshc: Kshc) -> None:
    assert kshc("due", "--within", "1d", "--today", "2024-06-30", "--today", "2024-01-01").status == 0


@pytest.mark.parametrize(
    "arguments",
    [
        "list --plan",
        "--plan  list",
        "note own x --plan",
        "fleet",
        "list --scheduler",
        "validate",
        "fix",
        "check docx",
        "import docx",
        "import docx none.docx --out",
        "import docx none.docx --like",
        "render docx --template",
        "render docx --out",
        "render pdf --out",
        "render extract --all --template",
        "render extract --all --out",
        "template new --out",
        "template check",
        "schema --out",
        "list --search",
        "list --search báo --search",
        "list --section",
    ],
)
@pytest.mark.parametrize("empty", ["", " "])
def test_empty_words_name_nothing(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: str, empty: str
) -> None:
    (tmp_path / "plan.yaml").write_bytes((EXAMPLES / "sound.yaml").read_bytes())
    monkeypatch.chdir(tmp_path)
    words = [word or empty for word in arguments.split(" ")]
    result = kshc(*words, *([] if empty in words else [empty]))
    assert (result.status, result.out) == (2, ""), result
    assert "Nothing stands there; leave it out, or say what is meant." in result.err
    assert [path.name for path in tmp_path.iterdir()] == ["plan.yaml"]


def test_a_dash_prints_the_schema(kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert kshc("schema", "--out", "-") == kshc("schema")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("edit", "docx", "--out", "--yes"), "--out needs a value: --yes looks like an option"),
        (("edit", "docx", "-o", "--force"), "--out needs a value: --force looks like an option"),
        (("list", "--agency", "--role", "lead"), "--agency needs a value: --role looks like an option"),
        (("list", "--agency", "-h"), "type --agency=-h."),
        (("--plan", "--today=2026-01-01", "list"), "--plan needs a value: --today=2026-01-01 looks like an option"),
        (("list", "-agency", "x"), "No such option “-agency”. Did you mean “--agency”?"),
        (("list", "-role=lead"), "No such option “-role”. Did you mean “--role”?"),
        (("due", "-month", "6"), "No such option “-month”. Did you mean “--month”?"),
        (("-plan", "plan.yaml", "list"), "No such option “-plan”. Did you mean “--plan”?"),
    ],
)
def test_an_option_is_no_value_of_another_one_nor_a_short_one(
    words: tuple[str, ...], said: str, kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan.yaml")
    monkeypatch.chdir(tmp_path)
    result = kshc(*words)
    assert (result.status, said in " ".join(result.err.split())) == (2, True), result.err
    assert [one.name for one in tmp_path.iterdir()] == ["plan.yaml"]


def test_a_value_behind_an_equals_sign_may_look_like_an_option(
    kshc: Kshc, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(EXAMPLES / "sound.yaml", tmp_path / "plan.yaml")
    monkeypatch.chdir(tmp_path)
    assert kshc("edit", "docx", "--out=--yes").status == 0
    assert (tmp_path / "--yes").exists()
    assert kshc("list", "-avan-phong", "-qq").status == 0
