"""Real editors ask ``kshc lsp`` over its two streams: a client of the protocol, and Neovim without a screen."""

import asyncio
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncGenerator
from pathlib import Path

import pytest
import pytest_lsp
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

from tests.editor.plans import LOG, PLAN, at, path_of

COMMAND = [sys.executable, "-m", "kshc_cli", "lsp"]
_LONGEST = 120
"""Seconds after which nobody waits for findings any more, on a busy machine too."""
_ENVIRONMENT = os.environ | {"KSHC_LANG": "en", "KSHC_TODAY": "2026-06-20", "KSHC_DOCS": "https://example.org/kshc"}


@pytest_lsp.fixture(  # type: ignore[untyped-decorator]
    config=ClientServerConfig(server_command=COMMAND, server_env=_ENVIRONMENT)
)
async def client(lsp_client: LanguageClient) -> AsyncGenerator[None, None]:
    """A client that behaves like Visual Studio Code."""
    await lsp_client.initialize_session(lsp.InitializeParams(capabilities=client_capabilities("visual-studio-code")))
    yield
    await lsp_client.shutdown_session()


async def found_in(client: LanguageClient, uri: str) -> list[str]:
    """Return the rules of a file's findings once they have come; those of another file may come in the same breath."""
    async with asyncio.timeout(_LONGEST):
        while uri not in client.diagnostics:
            await asyncio.sleep(0.01)
    return [str(one.code) for one in client.diagnostics[uri]]


async def opened(client: LanguageClient, path: Path, text: str) -> lsp.TextDocumentIdentifier:
    """Open a file; return its name once its findings have come."""
    item = lsp.TextDocumentItem(path.as_uri(), "yaml", 1, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
    await found_in(client, path.as_uri())
    return lsp.TextDocumentIdentifier(path.as_uri())


async def changed(client: LanguageClient, file: lsp.TextDocumentIdentifier, text: str) -> list[str]:
    """Change a file; return the rules of its findings once they have come."""
    version = lsp.VersionedTextDocumentIdentifier(2, file.uri)
    whole = lsp.TextDocumentContentChangeWholeDocument(text)
    client.diagnostics.pop(file.uri)
    client.text_document_did_change(lsp.DidChangeTextDocumentParams(version, [whole]))
    return await found_in(client, file.uri)


def position(words: str, text: str = PLAN) -> lsp.Position:
    """Return where the bar stands in words of a text."""
    offset = at(words, text)
    line_start = text.rfind("\n", 0, offset) + 1
    return lsp.Position(text.count("\n", 0, offset), len(text[line_start:offset].encode("utf-16-le")) // 2)


@pytest.mark.asyncio
async def test_findings_follow_what_is_typed(client: LanguageClient, tmp_path: Path) -> None:
    file = await opened(client, path_of(tmp_path), PLAN)
    assert not client.diagnostics[file.uri]
    wrong = PLAN.replace("time: Quý I\n", "time: Quý XX\n")
    assert await changed(client, file, wrong) == ["unread-time"]
    (told,) = client.diagnostics[file.uri]
    assert (told.range.start, told.source) == (position("time: |Quý XX", wrong), "kshc")
    assert told.code_description == lsp.CodeDescription("https://example.org/kshc/rules.html#unread-time")
    assert await changed(client, file, PLAN) == []


@pytest.mark.asyncio
async def test_the_offices_own_texts_count(client: LanguageClient, tmp_path: Path) -> None:
    cites = PLAN.replace(
        "Rà soát thủ tục", "Rà soát theo Quyết định số 12/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ", 1
    )
    plan = await opened(client, tmp_path / "plan.yaml", cites)
    assert "cited-text" not in await changed(client, plan, cites)
    lines = "number\tkind\tissuer\tdate\tsource\n12/QĐ-TTg\tQuyết định\tThủ tướng Chính phủ\t2022-01-07\tCông báo\n"
    (tmp_path / "laws.tsv").write_text(lines, encoding="utf-8")
    assert "cited-text" in await changed(client, plan, cites)
    (tmp_path / "laws.tsv").write_bytes(b"\xff")
    assert "cited-text" not in await changed(client, plan, cites)


@pytest.mark.asyncio
async def test_what_a_client_asks_is_answered(client: LanguageClient, tmp_path: Path) -> None:
    file = await opened(client, path_of(tmp_path), PLAN)
    told = await client.text_document_hover_async(lsp.HoverParams(file, position("Trong tháng| 6")))
    assert told is not None
    assert isinstance(told.contents, lsp.MarkupContent)
    assert "30/06/2026" in told.contents.value
    assert "done" in told.contents.value
    entries = await client.text_document_definition_async(lsp.DefinitionParams(file, position("lead: Văn |phòng")))
    assert isinstance(entries, list)
    (entry,) = entries
    assert isinstance(entry, lsp.Location)
    assert entry.range.start == position("- id: |van-phong")
    outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(file))
    assert [one.name for one in outline or ()] == ["Agencies", "I. NHIỆM VỤ", "II. TỔ CHỨC"]
    offered = await client.text_document_completion_async(lsp.CompletionParams(file, position("members: [|kp1")))
    assert isinstance(offered, list)
    assert "kp2" in {one.label for one in offered}


@pytest.mark.asyncio
async def test_an_id_is_renamed_in_the_plan_and_its_log(client: LanguageClient, tmp_path: Path) -> None:
    path = path_of(tmp_path)
    file = await opened(client, path, PLAN)
    where = position("- id: van|-phong")
    assert await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(file, where)) is not None
    changes = await client.text_document_rename_async(lsp.RenameParams(file, where, "vp"))
    assert changes is not None
    counted = {uri: len(edits) for uri, edits in (changes.changes or {}).items()}
    assert counted == {path.as_uri(): 2, path.with_name("progress.yaml").as_uri(): 1}
    with pytest.raises(JsonRpcInvalidParams, match="taken already"):
        await client.text_document_rename_async(lsp.RenameParams(file, where, "cong-an"))
    words = lsp.PrepareRenameParams(file, position("lead: Văn |phòng"))
    assert await client.text_document_prepare_rename_async(words) is None


@pytest.mark.asyncio
async def test_what_is_wrong_can_be_mended(client: LanguageClient, tmp_path: Path) -> None:
    wrong = PLAN.replace("lead: Văn phòng", "laed: Văn phòng")
    file = await opened(client, path_of(tmp_path), wrong)
    where = lsp.Range(position("|laed", wrong), position("laed|", wrong))
    asked = lsp.CodeActionParams(file, where, lsp.CodeActionContext(client.diagnostics[file.uri]))
    (action,) = await client.text_document_code_action_async(asked) or ()
    assert isinstance(action, lsp.CodeAction)
    assert action.edit is not None
    ((edit,),) = (action.edit.changes or {}).values()
    assert (edit.new_text, edit.range) == ("lead", where)


@pytest.mark.asyncio
async def test_a_log_is_held_against_the_plan_that_is_being_written(client: LanguageClient, tmp_path: Path) -> None:
    path = path_of(tmp_path)
    log = await opened(client, path.with_name("progress.yaml"), LOG)
    assert not client.diagnostics[log.uri]
    plan = await opened(client, path, PLAN)
    client.diagnostics.pop(log.uri)
    await changed(client, plan, PLAN.replace('- id: "1"', "- id: x"))
    assert set(await found_in(client, log.uri)) == {"unknown-task"}


@pytest.mark.asyncio
async def test_files_that_are_no_plans_are_left_alone(client: LanguageClient, tmp_path: Path) -> None:
    file = await opened(client, tmp_path / "compose.yaml", "services: [a, a]\nservices: 1\n")
    assert not client.diagnostics[file.uri]
    assert await client.text_document_hover_async(lsp.HoverParams(file, lsp.Position(0, 2))) is None


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "text", ["", "[" * 100_000, "a: &x [*x]\n", "\x00\x01plan: {", "schema: kshc/1\n" * 3, "\ud83d"]
)
async def test_hostile_texts_get_a_finding(client: LanguageClient, tmp_path: Path, text: str) -> None:
    file = await opened(client, tmp_path / "plan.yaml", text)
    assert client.diagnostics[file.uri]
    await client.text_document_hover_async(lsp.HoverParams(file, lsp.Position(0, 1)))
    await client.text_document_completion_async(lsp.CompletionParams(file, lsp.Position(0, 1)))


@pytest.mark.asyncio
async def test_of_a_huge_plan_one_finding_says_so(client: LanguageClient, tmp_path: Path) -> None:
    file = await opened(client, tmp_path / "plan.yaml", "schema: kshc/1\n" + "# x\n" * 5_000_001)
    (found,) = client.diagnostics[file.uri]
    assert (found.code, found.range.start.line) == ("too-large", 0)
    assert "more than 20000000 bytes" in found.message


def message(content: object) -> bytes:
    """Return a message as the protocol frames it."""
    body = json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


@pytest.mark.parametrize(("variables", "said"), [({}, "Thiếu trường"), ({"KSHC_LANG": "en"}, "is missing")])
def test_it_speaks_the_language_of_the_editor(variables: dict[str, str], said: str, tmp_path: Path) -> None:
    begin: dict[str, object] = {"capabilities": {}, "locale": "vi", "processId": None}
    file = {"uri": (tmp_path / "plan.yaml").as_uri(), "languageId": "yaml", "version": 1, "text": "year: 2026\n"}
    sent = (
        message({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": begin}),
        message({"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": file}}),
    )
    own = {name: value for name, value in os.environ.items() if name != "KSHC_LANG"} | variables
    done = subprocess.run(COMMAND, input=b"".join(sent), capture_output=True, timeout=60, check=False, env=own)
    bodies = [json.loads(one) for one in re.findall(r"\{.*?\}(?=Content-Length|\Z)", done.stdout.decode("utf-8"))]
    (told,) = (one["params"] for one in bodies if one.get("method") == "textDocument/publishDiagnostics")
    assert said in told["diagnostics"][0]["message"]


START = message({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}}})


HOVER: dict[str, object] = {"jsonrpc": "2.0", "id": 7, "method": "textDocument/hover"}
SOMEWHERE = {"textDocument": {"uri": "file:///plan.yaml"}, "position": {"line": 0, "character": 0}}
STOP = message({"jsonrpc": "2.0", "id": 2, "method": "shutdown"})


def answers_in(out: bytes) -> list[dict[str, object]]:
    """Return what was answered, in its order."""
    return [json.loads(one) for one in re.split(r"Content-[^\r]*\r\n|\r\n", out.decode("utf-8")) if one]


def served(sent: bytes) -> subprocess.CompletedProcess[bytes]:
    """Return what comes of a client that sends this, and is gone."""
    return subprocess.run(COMMAND, input=sent, capture_output=True, timeout=60, check=False, env=_ENVIRONMENT)


def test_one_that_reads_no_more_gets_no_traceback(tmp_path: Path) -> None:
    file = {"uri": (tmp_path / "plan.yaml").as_uri(), "languageId": "yaml", "version": 1, "text": "year: 2026\n"}
    change = {"textDocument": file, "contentChanges": [{"text": "year: 2027\n"}]}
    pipe = subprocess.PIPE
    with subprocess.Popen(COMMAND, stdin=pipe, stdout=pipe, stderr=pipe, env=_ENVIRONMENT) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdout.close()
        server.stdin.write(START)
        for method, params in (("didOpen", {"textDocument": file}), ("didChange", change)):
            server.stdin.write(message({"jsonrpc": "2.0", "method": f"textDocument/{method}", "params": params}))
        server.stdin.close()
        assert (server.wait(60), server.stderr.read()) == (0, b"")


@pytest.mark.parametrize(
    "sent",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(START, id="a client that dies"),
        pytest.param(START + b"Content-Length: 900\r\n\r\n{", id="one that dies within a message"),
    ],
)
def test_a_client_that_dies_ends_the_server(sent: bytes) -> None:
    done = served(sent)
    assert (done.returncode, done.stderr) == (0, b"")
    assert (b"serverInfo" in done.stdout) == sent.startswith(START)


@pytest.mark.parametrize(
    ("sent", "line"),
    [
        pytest.param(b"plan: 1\n", "plan: 1", id="a plan"),
        pytest.param(b"\xff\xfe\x00", "\\xff\\xfe\x00", id="no text"),
        pytest.param(START + b"Content-Length: 5\n\n{}", "Content-Length: 5", id="lines of another system"),
        pytest.param(b"Content-Length: 100000000000\r\n\r\n{", "Content-Length: 100000000000", id="more than fits"),
        pytest.param(b"Content-Length: " + b"9" * 5000, "Content-Length: " + "9" * 24, id="no number"),
        pytest.param(START + b"Content-Length: 0\r\n\r\n", "Content-Length: 0", id="no message"),
        pytest.param(START + b"\r\n{}", "", id="no length"),
    ],
)
def test_what_is_no_message_ends_the_server_with_one_line(sent: bytes, line: str) -> None:
    done = served(sent)
    told = " ".join(done.stderr.decode("utf-8").split())
    assert (done.returncode, told.count("Error:")) == (3, 1)
    assert told.startswith(f"Error: “{line.replace(chr(0), '')}” on standard input begins no message")


@pytest.mark.parametrize(
    ("sent", "number", "code"),
    [
        (START + message(HOVER), 7, -32602),
        (START + message(HOVER | {"params": {"position": "there"}}), 7, -32602),
        (START + message(HOVER | {"params": SOMEWHERE, "jsonrpc": "1.0"}), 7, -32600),
        (START + message(HOVER | {"params": SOMEWHERE, "method": "plan/burn"}), 7, -32601),
        (message(HOVER | {"params": SOMEWHERE}), 7, -32002),
        (START + STOP + message(HOVER | {"params": SOMEWHERE}), 7, -32600),
        (START + START.replace(b'"id": 1', b'"id": 3'), 3, -32600),
        (START + message([1, 2]), None, -32600),
        (START + message({}), None, -32600),
        (START + b"Content-Length: 5\r\n\r\n{nope", None, -32700),
        (START + b"Content-Length: 5\r\n\r\n\xff\xfe\x00{}", None, -32700),
        (START + b"Content-Length: 100000\r\n\r\n" + b"[" * 100_000, None, -32700),
    ],
)
def test_a_request_that_means_nothing_is_refused(sent: bytes, number: int | None, code: int) -> None:
    done = served(sent + message(HOVER | {"id": 9, "params": SOMEWHERE}))
    assert (done.returncode, done.stderr) == (0, b"")
    refusals = [one for one in answers_in(done.stdout) if "error" in one]
    assert [(one["id"], one["error"]["code"]) for one in refusals][:1] == [(number, code)]  # type: ignore[index]
    is_answered = sent.startswith(START) and STOP not in sent
    assert ({"id": 9, "jsonrpc": "2.0", "result": None} in answers_in(done.stdout)) is is_answered


def test_notices_that_mean_nothing_are_dropped() -> None:
    change = {"jsonrpc": "2.0", "method": "textDocument/didChange"}
    done = served(START + message(change) + message(change | {"params": {"x": 1}}) + message(change | {"method": "?"}))
    assert (done.returncode, done.stderr, len(answers_in(done.stdout))) == (0, b"", 1)


def test_documents_that_nobody_opened_or_that_hold_no_text_are_none() -> None:
    uri = "file:///plan.yaml"
    none = {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": None}}
    change = {"textDocument": {"uri": uri, "version": 2}, "contentChanges": [{"text": "year: 2026\n"}]}
    book = {"notebookDocument": {"uri": "file:///a.ipynb", "version": 1}, "change": {}}
    sent = (
        ("textDocument/didChange", change),
        ("textDocument/didOpen", none),
        ("textDocument/didChange", change),
        ("textDocument/didSave", {"textDocument": {"uri": uri}}),
        ("notebookDocument/didChange", book),
    )
    notices = b"".join(message({"jsonrpc": "2.0", "method": name, "params": params}) for name, params in sent)
    done = served(START + notices + message(HOVER | {"params": SOMEWHERE}))
    assert (done.returncode, done.stderr) == (0, b"")
    assert answers_in(done.stdout)[1:] == [{"id": 7, "jsonrpc": "2.0", "result": None}]


@pytest.mark.parametrize(("sent", "status"), [(START, 1), (b"", 1), (START + STOP, 0)])
def test_the_status_tells_whether_the_editor_said_that_it_would_leave(sent: bytes, status: int) -> None:
    done = served(sent + message({"jsonrpc": "2.0", "method": "exit"}))
    assert (done.returncode, done.stderr) == (status, b"")


@pytest.mark.asyncio
async def test_files_in_folders_with_any_names_are_checked(client: LanguageClient, tmp_path: Path) -> None:
    """Their addresses have percents, in which editors differ; a log is held against its plan there, too."""
    folder = tmp_path / "Kế hoạch 2026 (50%)"
    folder.mkdir()
    path, log = folder / "plan.yaml", folder / "progress.yaml"
    file = await opened(client, path, PLAN.replace("time: Quý I\n", "time: Quý XX\n"))
    assert [one.code for one in client.diagnostics[file.uri]] == ["unread-time"]
    entries = await opened(client, log, LOG)
    assert client.diagnostics[entries.uri] == ()
    client.diagnostics.pop(entries.uri)
    assert await changed(client, file, PLAN) == []
    assert await found_in(client, entries.uri) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX's")
def test_ctrl_c_ends_it() -> None:
    with subprocess.Popen(COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=_ENVIRONMENT) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        server.stdin.write(START)
        server.stdin.flush()
        assert server.stdout.readline().startswith(b"Content-Length")
        server.send_signal(signal.SIGINT)
        server.stdin.close()
        assert server.wait(30) in {0, 130}


def test_neovim_shows_what_kshc_says(tmp_path: Path) -> None:
    neovim = shutil.which("nvim")
    if neovim is None:
        assert os.environ.get("CI") != "true", "CI must install neovim"
        pytest.skip("needs neovim")
    plan = path_of(tmp_path)
    plan.write_text(PLAN.replace("time: Quý I\n", "time: Quý XX\n"), encoding="utf-8")
    where, answer = position("Trong tháng| 6"), tmp_path / "answer.json"
    script = tmp_path / "ask.lua"
    script.write_text(
        f"""
        vim.cmd("edit " .. vim.fn.fnameescape({json.dumps(str(plan))}))
        local command = vim.fn.json_decode({json.dumps(json.dumps(COMMAND))})
        local client = vim.lsp.start_client({{ name = "kshc", cmd = command }})
        vim.lsp.buf_attach_client(0, client)
        vim.wait(30000, function() return #vim.diagnostic.get(0) > 0 end, 50)
        local found = vim.tbl_map(function(one) return one.code end, vim.diagnostic.get(0))
        local asked = {{
            textDocument = vim.lsp.util.make_text_document_params(),
            position = {{ line = {where.line}, character = {where.character} }},
        }}
        local told = vim.lsp.buf_request_sync(0, "textDocument/hover", asked, 30000)
        local hover = told[client].result.contents.value
        vim.fn.writefile({{ vim.fn.json_encode({{ found = found, hover = hover }}) }}, {json.dumps(str(answer))})
        vim.lsp.stop_client(client)
        vim.cmd("qa!")
        """,
        encoding="utf-8",
    )
    command = [neovim, "--headless", "--clean", "-c", f"luafile {script}", "-c", "qa!"]
    subprocess.run(command, env=_ENVIRONMENT, timeout=120, check=True, capture_output=True)
    told = json.loads(answer.read_text(encoding="utf-8"))
    assert "unread-time" in told["found"]
    assert "30/06/2026" in told["hover"]
