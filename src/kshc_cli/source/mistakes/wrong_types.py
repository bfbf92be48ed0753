"""Mistakes of type: a list, a mapping or nothing where words are needed, and the other way round."""

from kshc_cli.findings import Finding
from kshc_cli.messages import _
from kshc_cli.plan.record import WordsRecord
from kshc_cli.source.mistakes.fields import record_at
from kshc_cli.source.mistakes.mistake import Mistake, got


def wrong_type(mistake: Mistake) -> Finding:
    """Say which type is needed and what was written."""
    message, remedy = _expected(mistake)
    return mistake.finding("wrong-type", message.format(got=got(mistake.value)), remedy)


def _expected(mistake: Mistake) -> tuple[str, str]:
    record = record_at(mistake.path, mistake.root)
    match mistake.kind:
        case "tuple_type":
            return _("A list is needed here, not {got}."), _("Write each item on its own line after “- ”.")
        case "int_type" | "int_parsing":
            return _("A whole number is needed here, not {got}."), _("Write it in digits.")
        case "bool_type" | "bool_parsing":
            return _("Yes or no is needed here, not {got}."), _("Write true or false.")
        case "date_type":
            return _("A date is needed here, not {got}."), _("Write it as YYYY-MM-DD.")
        case "string_type":
            return _text_expected(mistake)
        case _ if record is not None and issubclass(record, WordsRecord):
            return _text_expected(mistake)
        case _:
            return _("Fields are needed here, not {got}."), _("Write each field on its own line as “name: value”.")


def _text_expected(mistake: Mistake) -> tuple[str, str]:
    message = _("Text is needed here, not {got}.")
    if mistake.value is None and mistake.source.lstrip().startswith("#"):
        return message, _("Put the words in quotes: “#” begins a comment.")
    if mistake.value is None:
        return message, _("Write the words.")
    if isinstance(mistake.value, bool):
        return message, _("Put the word in quotes; without them it says yes or no.")
    if mistake.source.startswith(("[", "{")):
        return message, _("Put the whole value in quotes if the bracket belongs to the words.")
    if isinstance(mistake.value, dict):
        return message, _("Put the whole value in quotes if “: ” belongs to the words.")
    return message, _("Write one text without “- ” before its lines.")


def words_as_mapping(mistake: Mistake) -> Finding:
    """Say that words became a mapping, most often by a ``: `` inside them."""
    message, remedy = _text_expected(mistake)
    return mistake.finding("wrong-type", message.format(got=got(mistake.value)), remedy)
