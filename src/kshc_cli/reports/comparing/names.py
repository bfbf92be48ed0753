"""What differences are called: what differs, what became of it, and the fields."""

from kshc_cli.compare.values import Difference, Kind, Matched, Subject
from kshc_cli.messages import _


def kind_words(kind: Kind) -> str:
    """Say what became of something."""
    return {
        Kind.ADDED: _("added"),
        Kind.REMOVED: _("removed"),
        Kind.REWORDED: _("reworded"),
        Kind.RENUMBERED: _("renumbered"),
        Kind.RESPELT: _("same letters, composed otherwise (NFC, NFD)"),
        Kind.RESPACED: _("other blanks or line breaks"),
        Kind.RESTATED: _("stated otherwise"),
        Kind.MOVED: _("moved"),
        Kind.REORDERED: _("in another order"),
        Kind.RENAMED: _("another id"),
    }[kind]


def became_words(one: Difference) -> str:
    """Say what became of the thing that a difference is about: of a task in words another time, lead or product."""
    if one.subject is not Subject.TASK or one.kind is not Kind.REWORDED:
        return kind_words(one.kind)
    others = {
        "time": _("another time"),
        "lead": _("another lead"),
        "coop": _("others cooperating"),
        "result": _("another product"),
    }
    return others.get(one.field or "") or kind_words(one.kind)


def subject_words(subject: Subject) -> str:
    """Say what differs."""
    return {
        Subject.PLAN: _("Plan"),
        Subject.DECISION: _("Decision and signature"),
        Subject.SECTION: _("Section"),
        Subject.TABLE: _("Table"),
        Subject.GROUP: _("Group"),
        Subject.COLUMN: _("Column"),
        Subject.PARAGRAPH: _("Paragraph"),
        Subject.TASK: _("Task"),
        Subject.AGENCY: _("Body"),
        Subject.CALENDAR: _("Office calendar"),
    }[subject]


def matched_words(matched: Matched | None) -> str:
    """Say by what a task is known again, where its id does not tell."""
    return {
        Matched.WORDS: _("all its words are the same"),
        Matched.CONTENT: _("its content is the same"),
        Matched.BEGINNING: _("its content begins with the same words"),
        Matched.PLACE: _("it stands between the same tasks and has half of its words"),
    }.get(matched or Matched.ID, "")


def field_words(field: str | None) -> str:
    """Say what a field is called; one that nobody prints by its key in the file."""
    names = {
        "id": _("id"),
        "content": _("content"),
        "text": _("wording"),
        "lead": _("lead"),
        "coop": _("cooperating"),
        "result": _("result"),
        "time": _("time"),
        "number": _("number"),
        "work_by": _("office's own day"),
        "heading": _("heading"),
        "name": _("name"),
        "aliases": _("other names"),
        "members": _("members"),
        "articles": _("article"),
        "bases": _("basis"),
        "recipients": _("recipient"),
        "date": _("date"),
        "symbol": _("symbol"),
        "subject": _("subject"),
        "title": _("title"),
        "authority": _("authority"),
        "signature.lines": _("who signs"),
        "signature.name": _("signer's name"),
        "year": _("year"),
        "preamble": _("opening paragraph"),
        "header": _("header"),
        "width": _("width"),
        "issuer.name": _("issuer"),
        "issuer.parent": _("superior body"),
        "issuer.place": _("place"),
        "parent": _("superior body"),
        "place": _("place"),
        "reference": _("line that names the decision"),
        "plan.reference": _("line that names the decision"),
        "lines": _("who signs"),
        "columns": _("columns"),
        "sections": _("sections"),
        "tables": _("tables"),
        "groups": _("groups"),
        "tasks": _("tasks"),
        "items": _("tasks"),
        "duties": _("tasks"),
        "paragraphs": _("paragraphs"),
        "plan.subject": _("subject of the plan"),
        "plan.title": _("title of the plan"),
        "time.reading": _("reading of the time"),
        "lead.agencies": _("bodies that lead"),
        "coop.agencies": _("bodies that cooperate"),
    }
    return names.get(field or "", field or "")


def titled(one: Difference) -> str:
    """Name what differs."""
    name = subject_words(one.subject)
    if one.id is None:
        return name
    return f"{name} {one.id}" + (f" ({one.number})" if one.number else "")
