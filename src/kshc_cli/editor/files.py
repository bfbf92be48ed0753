"""The files that an editor has open: their texts as they are being written, what is told of them, and when."""

import asyncio
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException, PyglsError
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from kshc_cli.disk.reading import bytes_if_there
from kshc_cli.editor.diagnostics import Told, diagnostics
from kshc_cli.editor.fields import Fields
from kshc_cli.editor.names import Use
from kshc_cli.editor.positions import Position, Positions
from kshc_cli.editor.protocol import Protocol
from kshc_cli.editor.texts import Span, Texts
from kshc_cli.errors import UnreadableFileError
from kshc_cli.findings import Severity
from kshc_cli.messages import language_in_use
from kshc_cli.reports.explained import explained
from kshc_cli.source.yaml.lines import Lines
from kshc_cli.source.yaml.refusals import too_many_bytes
from kshc_cli.workspace import (
    OWN_TEXTS,
    is_plan_name,
    is_progress_file,
    own_texts,
    plan_path,
    progress_path,
    schema_bytes,
)

if TYPE_CHECKING:
    from kshc_cli.reading.laws.text import LegalText

PAUSE: Final = 0.2
"""Seconds without a change after which what is wrong is told: nobody reads findings while typing."""
_LARGEST: Final = 20_000_000
"""Characters of a text from which on nothing is asked of it."""
_FORMAT: Final = "schema: kshc"
_SEVERITIES: Final = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
}


def _own_texts(path: Path) -> "tuple[LegalText, ...]":
    """Return what the office adds to the register of legal texts; of a file that is wrong ``kshc laws`` says why."""
    try:
        data = bytes_if_there(path.with_name(OWN_TEXTS))
    except UnreadableFileError:
        return ()
    return () if data is None else _texts_in(data)


@lru_cache(maxsize=4)
def _texts_in(data: bytes) -> "tuple[LegalText, ...]":
    try:
        return own_texts(OWN_TEXTS, data)
    except UnreadableFileError:
        return ()


class OpenFile:
    """One of the files that are open, with the plan or log beside it."""

    def __init__(self, uri: str, texts: Texts, encoding: str, *, of_log: bool) -> None:
        self.uri = uri
        self.texts = texts
        self.of_log = of_log
        self._encoding = encoding
        self._positions: dict[bool, Positions] = {}

    @cached_property
    def told(self) -> Sequence[Told]:
        """What is wrong with the file."""
        return diagnostics(self.texts, of_log=self.of_log)

    def positions(self, *, of_log: bool) -> Positions:
        """Return how places in the plan, or in the log, are counted."""
        if of_log not in self._positions:
            text = (self.texts.log or "") if of_log else self.texts.plan
            self._positions[of_log] = Positions(Lines(text), self._encoding)
        return self._positions[of_log]

    def offset(self, position: lsp.Position) -> int:
        """Return the offset of a position in the file itself."""
        return self.positions(of_log=self.of_log).offset((position.line, position.character))

    def range(self, span: Span, *, of_log: bool | None = None) -> lsp.Range:
        """Return where a span of the file itself stands, or one of the plan or log beside it."""
        start, end = self.positions(of_log=self.of_log if of_log is None else of_log).range_of(span)
        return lsp.Range(_position(start), _position(end))

    def uri_of(self, use: Use) -> str:
        """Return the address of the file in which a name stands."""
        if use.of_log is self.of_log:
            return self.uri
        path = Path(to_fs_path(self.uri) or "")
        beside = progress_path(path) if use.of_log else plan_path(path)
        return from_fs_path(str(beside)) or self.uri

    def location(self, use: Use) -> lsp.Location:
        """Return the place of a name."""
        return lsp.Location(self.uri_of(use), self.range(use.span, of_log=use.of_log))


class Server(LanguageServer):
    """The server of one editor. ``today`` gives the day to look from."""

    protocol: Protocol

    def __init__(self, version: str, today: Callable[[], date]) -> None:
        super().__init__("kshc", version, text_document_sync_kind=lsp.TextDocumentSyncKind.Full, protocol_cls=Protocol)
        self._today = today
        self._files: dict[str, OpenFile] = {}
        self._fields: dict[bool, Fields] = {}
        self.waiting: dict[str, asyncio.TimerHandle] = {}

    def report_server_error(self, error: Exception, source: type[PyglsError] | type[JsonRpcException]) -> None:
        """Tell of what went wrong outside of a request; what is no message is refused as one."""
        if source is not JsonRpcException:
            super().report_server_error(error, source)
        elif not isinstance(error, JsonRpcException):
            self.protocol.refuse_message(error)

    def file(self, uri: str) -> OpenFile | None:
        """Return an open file as it is now; None for one that is neither a plan nor a log, or cannot be read."""
        name = to_fs_path(uri)
        document = self.protocol.document(uri)
        if name is None or document is None:
            return None
        path, text = Path(name), str(document.source)
        of_log = is_progress_file(path, text[:10_000].encode("utf-8", "replace"))
        if len(text) > _LARGEST or not (of_log or is_plan_name(path.name) or _FORMAT in text[:10_000]):
            return None
        beside = self._beside(plan_path(path) if of_log else progress_path(path))
        plan, log = (beside or "", text) if of_log else (text, beside)
        texts = Texts(plan, log, self._today(), _own_texts(path))
        known = self._files.get(uri)
        if known is None or known.texts != texts or known.of_log is not of_log:
            known = self._files[uri] = OpenFile(uri, texts, self._encoding, of_log=of_log)
        return known

    def fields(self, file: OpenFile) -> Fields:
        """Return what may stand where in a file."""
        if file.of_log not in self._fields:
            kind = "progress" if file.of_log else "plan"
            self._fields[file.of_log] = Fields(schema_bytes(kind, language_in_use()))
        return self._fields[file.of_log]

    def publish(self, uri: str) -> None:
        """Tell what is wrong with a file; of one that is no plan, nothing, of one that is too large, that alone."""
        file = self.file(uri)
        told = [diagnostic(file, one) for one in file.told] if file else list(self._too_large(uri))
        version = self.workspace.get_text_document(uri).version if file else None
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, told, version))

    def _too_large(self, uri: str) -> Iterator[lsp.Diagnostic]:
        path = Path(to_fs_path(uri) or "")
        is_meant = is_plan_name(path.name) or is_progress_file(path, b"")
        document = self.protocol.document(uri) if is_meant else None
        if document is not None and len(str(document.source)) > _LARGEST:
            problem = too_many_bytes(_LARGEST)
            start = lsp.Range(lsp.Position(0, 0), lsp.Position(0, 0))
            words = f"{problem.message} {problem.remedy}"
            yield lsp.Diagnostic(start, words, lsp.DiagnosticSeverity.Error, problem.rule, source="kshc")

    def changed(self, uri: str) -> None:
        """Tell what is wrong with a file, and with the log or plan beside it, once nobody types any more."""
        for each in (uri, *self._partners(uri)):
            if each in self.waiting:
                self.waiting.pop(each).cancel()
            self.waiting[each] = asyncio.get_running_loop().call_later(PAUSE, self.publish, each)

    def closed(self, uri: str) -> None:
        """Forget a file, and what was wrong with it."""
        self._files.pop(uri, None)
        if uri in self.waiting:
            self.waiting.pop(uri).cancel()
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, []))

    @property
    def _encoding(self) -> str:
        encoding: str | None = self.workspace.position_encoding
        return "utf-16" if encoding is None else str(lsp.PositionEncodingKind(encoding).value)

    def _beside(self, path: Path) -> str | None:
        """Return the text of a plan or log as it is being written, else as it lies on disk."""
        if (document := self.protocol.document(from_fs_path(str(path)) or "")) is not None:
            return str(document.source)
        try:
            data = bytes_if_there(path)
        except UnreadableFileError:
            return None
        return None if data is None else data.decode("utf-8", "replace")

    def _partners(self, uri: str) -> Iterator[str]:
        path = Path(to_fs_path(uri) or "")
        for beside in (progress_path(path), plan_path(path)):
            document = self.protocol.document(from_fs_path(str(beside)) or "")
            if document is not None and document is not self.protocol.document(uri):
                yield str(document.uri)


def _position(position: Position) -> lsp.Position:
    return lsp.Position(*position)


def _described(rule: str) -> lsp.CodeDescription | None:
    """Return where the documentation tells of an id, if it is published anywhere that is known."""
    told = explained(rule, os.environ.get("KSHC_DOCS", ""))
    return lsp.CodeDescription(told.address) if told and told.address else None


def diagnostic(file: OpenFile, told: Told) -> lsp.Diagnostic:
    """Return a finding as an editor shows it."""
    finding = told.finding
    return lsp.Diagnostic(
        file.range(told.span),
        " ".join(filter(None, (finding.message, finding.remedy))),
        severity=_SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=_described(finding.rule),
        source="kshc",
        related_information=[
            lsp.DiagnosticRelatedInformation(lsp.Location(file.uri, file.range(span)), finding.message)
            for span in told.also
        ],
    )
