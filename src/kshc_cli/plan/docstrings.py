"""The docstrings below the fields of a class, which Python itself does not keep."""

import ast
from collections.abc import Iterator
from inspect import cleandoc, getsource
from itertools import pairwise
from textwrap import dedent


def field_docs(record: type) -> Iterator[tuple[str, str]]:
    """Yield the name and the docstring, as Markdown, of each documented field that ``record`` itself declares."""
    (definition,) = ast.parse(dedent(getsource(record))).body
    if not isinstance(definition, ast.ClassDef):
        return
    for statement, after in pairwise(definition.body):
        match statement, after:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(doc))):
                yield name, prose(doc)
            case _:
                pass


def prose(doc: str) -> str:
    """Return a docstring as Markdown: one line a paragraph, code in single backticks."""
    paragraphs = cleandoc(doc).split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs).replace("``", "`")
