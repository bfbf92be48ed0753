"""What an editor and the server tell each other: messages of JSON-RPC 2.0 below headers; nonsense is refused."""

from collections.abc import Mapping
from contextlib import suppress
from typing import Any, BinaryIO, Final
from urllib.parse import unquote

from lsprotocol import types as lsp
from pygls.exceptions import (
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcInvalidRequest,
    JsonRpcParseError,
    JsonRpcServerNotInitialized,
)
from pygls.protocol import LanguageServerProtocol
from pygls.protocol.json_rpc import RPCMessage
from pygls.workspace import TextDocument

from kshc_cli.errors import KshcError
from kshc_cli.messages import _
from kshc_cli.patterns import lazy_pattern

_HEADER: Final = lazy_pattern(r"([A-Za-z-]+): ?([^\r\n]*)\r\n")
_LENGTH: Final = lazy_pattern(r"[1-9][0-9]{0,8}")
_LONGEST_HEADER: Final = 1_000
_LARGEST_MESSAGE: Final = 200_000_000
"""Bytes; a text that is too large for a plan still comes through, and gets a finding."""
_BRINGING: Final = frozenset({lsp.TEXT_DOCUMENT_DID_OPEN, lsp.TEXT_DOCUMENT_DID_CHANGE})


class NoMessageError(KshcError):
    """What comes on standard input is no message of an editor, so that nobody knows where the next one would begin."""

    def __init__(self, line: bytes) -> None:
        super().__init__(line)
        self.line = line

    def sentence(self) -> str:
        """Quote the line, and say who is expected to write there."""
        sentence = _(
            "“{line}” on standard input begins no message of an editor, which would say Content-Length: and at most "
            "{most} bytes; kshc lsp is started by an editor, not by hand"
        )
        words = self.line[:40].decode("utf-8", "backslashreplace").strip()
        return sentence.format(line=words, most=_LARGEST_MESSAGE)


class Incoming:
    """The stream on which an editor's messages come. Raises NoMessageError for what is none."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._has_length = False

    def readline(self) -> bytes:
        """Return the next line of a header; nothing once the editor is gone."""
        line = self._stream.readline(_LONGEST_HEADER)
        if not line or (line == b"\r\n" and self._has_length):
            return line
        header = _HEADER.fullmatch(line.decode("latin-1"))
        if header is None:
            raise NoMessageError(line)
        if header[1].lower() != "content-length":
            return line
        if not _LENGTH.fullmatch(header[2]) or int(header[2]) > _LARGEST_MESSAGE:
            raise NoMessageError(line)
        self._has_length = True
        return b"Content-Length: %d\r\n" % int(header[2])

    def read(self, length: int) -> bytes:
        """Return what stands below a header; nothing if the editor died before all of it came."""
        self._has_length = False
        body = self._stream.read(length)
        return body if len(body) == length else b""


def _holds_texts(data: Mapping[str, Any]) -> bool:
    """Tell whether a notice that brings a document brings text: pygls would take "None" of nothing for one."""
    params = data.get("params")
    if data.get("method") not in _BRINGING or not isinstance(params, dict):
        return True
    brought = [params.get("textDocument") if data["method"] == lsp.TEXT_DOCUMENT_DID_OPEN else None]
    brought += params.get("contentChanges") or ()
    return all(isinstance(one.get("text"), str) for one in brought if isinstance(one, dict))


class Protocol(LanguageServerProtocol):
    """The protocol as pygls speaks it, in which a request that cannot be understood is answered, too."""

    is_left_early = False
    """Whether the editor said that it leaves before it let the server shut down."""

    def structure_message(self, data: dict[str, Any]) -> object:
        """Return a message as a record; a request whose fields are wrong is refused first. Raises JsonRpcException."""
        try:
            if not _holds_texts(data):
                raise JsonRpcInvalidParams
            return super().structure_message(data)
        except JsonRpcException as refusal:
            if "method" in data and "id" in data:
                self._refuse(data["id"], refusal)
            raise

    def handle_message(self, message: RPCMessage) -> None:
        """Let a message be answered, unless this is not the time for it; then refuse a request, and drop a notice."""
        method, begun = getattr(message, "method", None), self._workspace is not None
        refusal: JsonRpcException | None = None
        is_late = (self._shutdown and method != lsp.EXIT) or (begun and method == lsp.INITIALIZE)
        if message.jsonrpc != self.VERSION or is_late:
            refusal = JsonRpcInvalidRequest()
        elif not begun and method not in {lsp.INITIALIZE, lsp.EXIT}:
            refusal = JsonRpcServerNotInitialized()
        if refusal is None and not self._is_of_unknown(message):
            self.is_left_early = self.is_left_early or (method == lsp.EXIT and not self._shutdown)
            super().handle_message(message)
        elif refusal and method and hasattr(message, "id"):
            self._refuse(message.id, refusal)

    def document(self, uri: str) -> TextDocument | None:
        """Return an open document; from 2.1 on pygls keeps it under its name without percents."""
        documents: dict[str, TextDocument] = self.workspace.text_documents
        return documents.get(unquote(uri)) or documents.get(uri)

    def _is_of_unknown(self, message: object) -> bool:
        """Tell whether a notice is about a notebook, or changes a document that is not open: nobody knows of what."""
        if isinstance(message, lsp.DidChangeTextDocumentNotification):
            return self.document(message.params.text_document.uri) is None
        return str(getattr(message, "method", None)).startswith("notebookDocument/")

    def refuse_message(self, problem: Exception) -> None:
        """Tell that something came that is no message at all; nobody knows to which request it belongs."""
        unread = isinstance(problem, ValueError | RecursionError)  # no UTF-8, no JSON, or nested too deep
        self._refuse(None, JsonRpcParseError() if unread else JsonRpcInvalidRequest())

    def _send_data(self, data: object) -> None:
        """Send a message, unless nobody reads any more; the server ends when nobody writes, either."""
        with suppress(BrokenPipeError):
            super()._send_data(data)

    def _refuse(self, number: object, refusal: JsonRpcException) -> None:
        known = number if isinstance(number, int | str) else None
        self._send_data({"jsonrpc": self.VERSION, "id": known, "error": refusal.to_response_error()})
