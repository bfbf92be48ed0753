"""What the components of a document are called in messages."""

from kshc_cli.messages import _


def name_of(component: str) -> str:
    """Return the name of a component, which is that of its field in ``Act``; some have names of their own."""
    return {
        "nation": _("Quốc hiệu (the state's name)"),
        "motto": _("Tiêu ngữ (the motto)"),
        "parent": _("The parent body's name"),
        "issuer": _("The issuing body's name"),
        "number": _("The line Số"),
        "place_date": _("The line of place and date"),
        "title": _("The title"),
        "subject": _("The subject (trích yếu)"),
        "addressees": _("The line Kính gửi"),
        "reference": _("The line Kèm theo"),
        "authority": _("The authority that decides"),
        "bases": _("The list of legal bases"),
        "enacting": _("The line QUYẾT ĐỊNH"),
        "content": _("The text"),
        "heading_number": _("The number of a part, chapter or section"),
        "heading": _("The heading of a part, chapter or section"),
        "recipients_label": _("The label Nơi nhận"),
        "recipients": _("The list of recipients"),
        "position": _("The signer's position"),
        "signer": _("The signer's name"),
        "page_number": _("The page number"),
    }[component]
