"""What characters are called that a reader sees nothing of."""

from unicodedata import category

from kshc_cli.messages import _


def character_name(sign: str) -> str:
    """Say what a character is that looks like a space or like nothing, with its number."""
    code = f"U+{ord(sign):04X}"
    name = _name(sign)
    return f"{code}, {name}" if name else code


def _name(sign: str) -> str:
    known = {
        "\u00a0": _("no-break space"),
        "\u202f": _("narrow no-break space"),
        "\u3000": _("ideographic space"),
        "\u00ad": _("soft hyphen"),
        "\u034f": _("joiner of marks"),
        "\u200b": _("zero-width space"),
        "\u200c": _("zero-width non-joiner"),
        "\u200d": _("zero-width joiner"),
        "\u2028": _("line separator"),
        "\u2029": _("paragraph separator"),
        "\u2060": _("word joiner"),
        "\ufeff": _("byte order mark"),
    }
    by_category = {"Zs": _("space of another width"), "Cc": _("control character")}
    if sign in "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069":
        return _("mark of the direction of writing")
    return known.get(sign) or by_category.get(category(sign), "")
