"""Whether what stands behind a comma or a semicolon still is of whoever does what a sentence says first."""

from kshc_cli.reading.agencies.vocabulary import duty_length
from kshc_cli.reading.folding import words_of
from kshc_cli.reading.sentences.words import CONNECTING, OTHERS, PERHAPS_OTHERS, does_in


def goes_on(sentence: str, place: int) -> bool:
    """Tell whether what stands before a character still is of whoever does the sentence's first act.

    Behind a semicolon an act or a time goes on (…; báo cáo kết quả trước ngày), anything else may be somebody: …; Thuế
    báo cáo. Behind a comma only what looks like somebody is: …, riêng ấp Tân Hòa trước ngày; …, nhà thầu hoàn thành.
    """
    clause = sentence[sentence.rfind(";", 0, place) + 1 : place]
    if len(clause) < place and not _acts(clause):
        return False
    part = clause[max(clause.rfind(","), clause.rfind("(")) + 1 :]
    if OTHERS.match(part):
        return False
    tokens = words_of(part) if PERHAPS_OTHERS.match(part) else ()
    return not any(duty_length(tokens, at) for at in range(len(tokens)))


def _acts(clause: str) -> bool:
    """Tell whether words begin with what is done, or when; in front of nothing but a time they are blank."""
    words = clause.lstrip(" ,:()")
    connected = CONNECTING.match(words)
    words = words[connected.end() if connected else 0 :].strip(" ,:()")
    return not words or bool(duty_length(words_of(words), 0)) or does_in(f" {words}", 0) is not None
