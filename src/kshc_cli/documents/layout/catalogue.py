"""All rules of layout, in the order of a page, the profiles that choose among them, and the function that runs them."""

from collections.abc import Mapping
from typing import Final

from kshc_cli.collection import collection_paused
from kshc_cli.dataclass import dataclass
from kshc_cli.documents.components.act import Act, ActKind
from kshc_cli.documents.components.origin import Origin
from kshc_cli.documents.layout import (
    addressees,
    annexes,
    attached,
    basis_dates,
    behalf,
    capitals,
    cited_kinds,
    cited_texts,
    communes,
    heading,
    letters,
    levels,
    numbering,
    opening,
    page,
    phrases,
    places,
    practice,
    proper_names,
    recipients,
    signing,
    signs,
    symbols,
    text,
)
from kshc_cli.documents.layout.inspected import inspected
from kshc_cli.documents.layout.rule import LayoutRule
from kshc_cli.documents.word.body import Body
from kshc_cli.documents.word.unsettled import Unsettled, unsettled
from kshc_cli.errors import WrongArgumentError
from kshc_cli.findings import Outcome, RuleOutcome
from kshc_cli.messages import _
from kshc_cli.reading.laws.text import LegalText

RULES: Final[tuple[LayoutRule, ...]] = (
    page.paper,
    page.orientation,
    page.margins,
    letters.font,
    letters.colour,
    letters.sizes,
    page.page_number,
    attached.components,
    heading.quoc_hieu,
    heading.tieu_ngu,
    heading.tieu_ngu_line,
    heading.parent,
    heading.issuer,
    heading.issuer_line,
    heading.number,
    symbols.symbol,
    heading.date,
    places.place,
    heading.place_date,
    opening.title,
    opening.subject,
    opening.letter_subject,
    phrases.subject_stop,
    opening.subject_line,
    opening.authority,
    opening.authority_named,
    opening.bases,
    basis_dates.bases_begin,
    opening.bases_ends,
    opening.cited,
    cited_kinds.cited_kinds,
    basis_dates.bases_dates,
    basis_dates.bases_earlier,
    opening.enacting,
    text.articles,
    text.article_label,
    numbering.part_numbers,
    numbering.numbering,
    signs.number_signs,
    signs.headings,
    text.justified,
    text.indent,
    text.paragraph_spacing,
    text.line_spacing,
    text.upright,
    text.weight,
    text.size,
    text.end_mark,
    addressees.addressees,
    addressees.addressees_list,
    signing.prefix,
    signing.position,
    signing.signer,
    recipients.label,
    recipients.letters,
    recipients.each,
    recipients.archive,
    phrases.as_above,
    attached.attached,
    attached.reference,
    attached.same_decision,
    annexes.annex_number,
    annexes.annex_name,
    annexes.annex_mentioned,
    capitals.bodies,
    capitals.people,
    capitals.texts,
    proper_names.names,
    proper_names.parts,
    proper_names.days,
    proper_names.sentences,
    behalf.on_behalf,
    cited_texts.cited_text,
    cited_texts.basis_in_force,
    practice.attached_heading,
    practice.issued_with,
    practice.table_header_row,
    practice.row_split,
    practice.district_names,
    levels.district_level,
    communes.level_of_commune,
    practice.settled,
)

DEFAULT_PROFILE: Final = "nd30-2020"
PROFILES: Final[Mapping[str, tuple[LayoutRule, ...]]] = {DEFAULT_PROFILE: RULES}
"""The rules that each profile runs; another decree, or an office's own rules, would be another profile."""


def profile_rules(name: str) -> tuple[LayoutRule, ...]:
    """Return the rules of a profile. Raises WrongArgumentError for a name that none has."""
    if name not in PROFILES:
        known = ", ".join(PROFILES)
        raise WrongArgumentError(
            _("No profile is called “{name}”. There is: {profiles}.").format(name=name, profiles=known)
        )
    return PROFILES[name]


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of each rule in a file, and what the file was taken for."""

    outcomes: tuple[RuleOutcome, ...]
    kinds: tuple[str, ...] = ()
    """The kinds of its texts in Vietnamese, as their titles name them; ``công văn`` for a letter."""
    origin: Origin = Origin.STATE
    unsettled: tuple[Unsettled, ...] = ()
    """What it holds besides what is seen of it."""


def check_layout(
    body: Body,
    rules: tuple[LayoutRule, ...] = RULES,
    *,
    final: bool = False,
    own_texts: tuple[LegalText, ...] = (),
) -> Checked:
    """Return what became of each rule in a Word file; in a ``final`` document blanks for number and date are faults.

    A file of which nobody can tell what it is, or that follows other rules, is held to none. ``own_texts`` are what the
    office adds to the register of legal texts.
    """
    with collection_paused():
        document = inspected(body, final=final, own_texts=own_texts)
        kinds = tuple(name for act in document.acts if (name := kind_name(act)))
        if document.origin is not Origin.STATE:
            reason = _unjudged(document.origin)
            outcomes = (RuleOutcome(one.id, one.severity, Outcome.NOT_EVALUATED, reason=reason) for one in rules)
            return Checked(tuple(outcomes), kinds, document.origin, unsettled(body))
        return Checked(tuple(rule.judge(document) for rule in rules), kinds, unsettled=unsettled(body))


def kind_name(act: Act) -> str:
    """Return what kind of document a text is, in Vietnamese; nothing where that cannot be told."""
    return "công văn" if act.kind is ActKind.LETTER else act.name


def _unjudged(origin: Origin) -> str:
    return {
        Origin.PARTY: _("it is a document of the Party, which follows other rules"),
        Origin.UNION: _("it is a document of the Youth Union, which follows other rules"),
        Origin.LEGISLATION: _("it is legislation, which follows other rules"),
        Origin.TEMPLATE: _("it is a template whose fields are not filled in"),
    }.get(origin, _("what kind of document it is cannot be told"))
