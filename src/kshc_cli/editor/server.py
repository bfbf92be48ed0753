"""The language server: what an editor asks by the Language Server Protocol 3.17, over its two streams (pygls)."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from logging import CRITICAL, getLogger
from typing import Any, Final

from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcInvalidParams

from kshc_cli.editor.completion import Choice, completions
from kshc_cli.editor.files import OpenFile, Server, diagnostic
from kshc_cli.editor.fixes import Fix, fixes, repairs
from kshc_cli.editor.hover import hover
from kshc_cli.editor.names import Use, declarations, names_at, references, renamed
from kshc_cli.editor.symbols import Symbol, SymbolKind, symbols
from kshc_cli.errors import WrongArgumentError
from kshc_cli.messages import language_of, use_language
from kshc_cli.source.yaml.characters import REPAIRS

_SYMBOLS: Final = {
    SymbolKind.PART: lsp.SymbolKind.Namespace,
    SymbolKind.TASK: lsp.SymbolKind.Event,
    SymbolKind.BODY: lsp.SymbolKind.Class,
}


def beginning(_ls: Server, asked: lsp.InitializeParams) -> None:
    """Speak the editor's language, unless KSHC_LANG says another one."""
    if asked.locale and not os.environ.get("KSHC_LANG"):
        use_language(language_of(None, asked.locale))


def opened(ls: Server, asked: lsp.DidOpenTextDocumentParams) -> None:
    """Tell what is wrong with a file that was opened."""
    ls.publish(asked.text_document.uri)


async def changed(ls: Server, asked: lsp.DidChangeTextDocumentParams | lsp.DidSaveTextDocumentParams) -> None:
    """Tell what is wrong with a file that was changed or saved, once nobody types any more."""
    ls.changed(asked.text_document.uri)


def closed(ls: Server, asked: lsp.DidCloseTextDocumentParams) -> None:
    """Forget a file."""
    ls.closed(asked.text_document.uri)


def hovering(ls: Server, asked: lsp.HoverParams) -> lsp.Hover | None:
    """Tell what is known of the word under the pointer."""
    file = ls.file(asked.text_document.uri)
    if file is None:
        return None
    told = hover(file.texts, ls.fields(file), file.offset(asked.position), of_log=file.of_log)
    if told is None:
        return None
    value = _fenced(told.text) if told.is_table else told.text
    return lsp.Hover(lsp.MarkupContent(lsp.MarkupKind.Markdown, value), file.range(told.span))


def outline(ls: Server, asked: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
    """Return the parts of a file."""
    file = ls.file(asked.text_document.uri)
    return [_symbol(file, one) for one in symbols(file.texts, of_log=file.of_log)] if file else []


def completing(ls: Server, asked: lsp.CompletionParams) -> list[lsp.CompletionItem]:
    """Return what may be typed."""
    file = ls.file(asked.text_document.uri)
    if file is None:
        return []
    found = completions(file.texts, ls.fields(file), file.offset(asked.position), of_log=file.of_log)
    return [_item(file, one) for one in found]


def defining(ls: Server, asked: lsp.DefinitionParams) -> list[lsp.Location]:
    """Return where the names under the pointer are declared."""
    file = ls.file(asked.text_document.uri)
    if file is None:
        return []
    return [file.location(one) for use in _names(file, asked.position) for one in declarations(file.texts, use)]


def referring(ls: Server, asked: lsp.ReferenceParams) -> list[lsp.Location]:
    """Return where the names under the pointer stand."""
    file = ls.file(asked.text_document.uri)
    if file is None:
        return []
    found = (one for use in _names(file, asked.position) for one in references(file.texts, use))
    with_declared = asked.context.include_declaration
    return [file.location(one) for one in found if with_declared or not one.is_declared]


def preparing(ls: Server, asked: lsp.PrepareRenameParams) -> lsp.Range | None:
    """Return the id that can be renamed; None where none stands."""
    file = ls.file(asked.text_document.uri)
    use = file and _id_of(file, _names(file, asked.position))
    return file.range(use.span) if file and use else None


def renaming(ls: Server, asked: lsp.RenameParams) -> lsp.WorkspaceEdit | None:
    """Return the changes of the plan and its log that give an id another name. Raises JsonRpcInvalidParams."""
    file = ls.file(asked.text_document.uri)
    use = file and _id_of(file, _names(file, asked.position))
    if not file or not use:
        return None
    try:
        written = renamed(file.texts, use, asked.new_name)
    except WrongArgumentError as refusal:
        raise JsonRpcInvalidParams(refusal.sentence()) from refusal
    changes: dict[str, list[lsp.TextEdit]] = {}
    for one, new in written:
        edit = lsp.TextEdit(file.range(one.span, of_log=one.of_log), new)
        changes.setdefault(file.uri_of(one), []).append(edit)
    return lsp.WorkspaceEdit(changes)


def acting(ls: Server, asked: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """Return what can be done about what is wrong in a range; where it is asked for, all repairs of the file."""
    file, only = ls.file(asked.text_document.uri), asked.context.only
    if file is None:
        return []
    actions: list[lsp.CodeAction] = []
    if only is None or lsp.CodeActionKind.QuickFix in only:
        actions += _quick_fixes(ls, file, asked.range)
    if only is not None and {lsp.CodeActionKind.Source, lsp.CodeActionKind.SourceFixAll} & set(only):
        every = repairs(file.texts, of_log=file.of_log)
        actions += (_action(file, fix, lsp.CodeActionKind.SourceFixAll, ()) for fix in every)
    return actions


_FEATURES: Final[tuple[tuple[str, Callable[..., Any], Any], ...]] = (
    (lsp.INITIALIZE, beginning, None),
    (lsp.TEXT_DOCUMENT_DID_OPEN, opened, None),
    (lsp.TEXT_DOCUMENT_DID_CHANGE, changed, None),
    (lsp.TEXT_DOCUMENT_DID_SAVE, changed, None),
    (lsp.TEXT_DOCUMENT_DID_CLOSE, closed, None),
    (lsp.TEXT_DOCUMENT_HOVER, hovering, None),
    (lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, outline, None),
    (lsp.TEXT_DOCUMENT_COMPLETION, completing, lsp.CompletionOptions(trigger_characters=[" ", ",", "[", "-"])),
    (lsp.TEXT_DOCUMENT_DEFINITION, defining, None),
    (lsp.TEXT_DOCUMENT_REFERENCES, referring, None),
    (lsp.TEXT_DOCUMENT_PREPARE_RENAME, preparing, None),
    (lsp.TEXT_DOCUMENT_RENAME, renaming, lsp.RenameOptions(prepare_provider=True)),
    (
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        acting,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, lsp.CodeActionKind.SourceFixAll]),
    ),
)
"""What can be asked, what answers it, and what an editor is told of it beforehand; formatting is not among it."""


def make_server(version: str, today: Callable[[], date]) -> Server:
    """Return a server that answers all that kshc can tell an editor."""
    getLogger("pygls").setLevel(CRITICAL)  # what was refused, the editor is told
    server = Server(version, today)
    for name, answer, options in _FEATURES:
        server.feature(name, options)(answer)
    return server


def _names(file: OpenFile, position: lsp.Position) -> tuple[Use, ...]:
    return names_at(file.texts, file.offset(position), of_log=file.of_log)


def _id_of(file: OpenFile, found: Sequence[Use]) -> Use | None:
    """Return the id that stands where somebody points; words that mean a body are the document's, and stay."""
    if len(found) != 1:
        return None
    (use,) = found
    text = (file.texts.log or "") if use.of_log else file.texts.plan
    return use if text[use.span.start : use.span.end].strip("\"'") == use.name else None


def _quick_fixes(ls: Server, file: OpenFile, asked: lsp.Range) -> Iterator[lsp.CodeAction]:
    start, end = file.offset(asked.start), file.offset(asked.end)
    repaired = False
    for told in file.told:
        if told.span.start > end or told.span.end < start or (repaired and told.finding.rule in REPAIRS):
            continue
        repaired = repaired or told.finding.rule in REPAIRS
        for fix in fixes(file.texts, told, ls.fields(file), of_log=file.of_log):
            yield _action(file, fix, lsp.CodeActionKind.QuickFix, [diagnostic(file, told)])


def _action(file: OpenFile, fix: Fix, kind: lsp.CodeActionKind, about: Iterable[lsp.Diagnostic]) -> lsp.CodeAction:
    edit = lsp.WorkspaceEdit({file.uri: [lsp.TextEdit(file.range(fix.span), fix.new)]})
    return lsp.CodeAction(fix.title, kind=kind, diagnostics=list(about) or None, edit=edit)


def _item(file: OpenFile, choice: Choice) -> lsp.CompletionItem:
    return lsp.CompletionItem(
        choice.label,
        detail=choice.detail or None,
        documentation=choice.explanation or None,
        kind=lsp.CompletionItemKind.Field if choice.is_key else lsp.CompletionItemKind.Value,
        text_edit=lsp.TextEdit(file.range(choice.span), choice.new),
        filter_text=choice.label,
    )


def _symbol(file: OpenFile, symbol: Symbol) -> lsp.DocumentSymbol:
    where = file.range(symbol.span)
    inner = [_symbol(file, one) for one in symbol.children]
    return lsp.DocumentSymbol(symbol.name, _SYMBOLS[symbol.kind], where, where, symbol.detail or None, children=inner)


def _fenced(text: str) -> str:
    """Return text whose columns stay under each other in Markdown."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}text\n{text.rstrip()}\n{fence}"
