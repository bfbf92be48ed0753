"""What every form tells of a finding: its words, its file, and a fingerprint that stays where other lines change."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256

from kshc_cli.findings import Finding
from kshc_cli.reports.findings import FileFindings, place_and_words


def in_one_sentence(finding: Finding) -> str:
    """Return what is wrong, behind its place where that is one in a Word file, and what to do."""
    return f"{place_and_words(finding)} {finding.remedy}".strip()


def path_of(file: FileFindings) -> str:
    """Return a file's path as programs on every system write it, below where kshc was run."""
    return file.name.replace("\\", "/").removeprefix("./")


def with_fingerprints(file: FileFindings) -> Iterator[tuple[Finding, str]]:
    """Yield the findings of a file with a fingerprint each; equal findings of equal words are counted.

    It is made of what the file says there, not of where that stands or of the language that findings are told in.
    """
    seen: Counter[str] = Counter()
    for finding in file.findings:
        fields = (one for one in finding.path if isinstance(one, str))
        key = "\0".join((finding.rule, *fields, finding.words, *_standing_there(finding)))
        seen[key] += 1
        told = f"{file.name}\0{key}\0{seen[key]}"
        yield finding, sha256(told.encode(errors="surrogatepass")).hexdigest()


def _standing_there(finding: Finding) -> Iterator[str]:
    """Yield the words of the file at the place of a finding."""
    if finding.place:
        yield finding.place.source.strip()
    if finding.word_place:
        yield from (finding.word_place.part, finding.word_place.sheet or "", finding.word_place.quote)
