"""Findings as SARIF 2.1.0, which GitHub's code scanning, Azure DevOps and editors read.

Format: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from kshc_cli import __version__
from kshc_cli.findings import Finding, Place
from kshc_cli.messages import language_in_use
from kshc_cli.reports.ci.told import in_one_sentence, path_of, with_fingerprints
from kshc_cli.reports.explained import explained
from kshc_cli.reports.findings import FileFindings, word_place_words
from kshc_cli.reports.json_text import Json, json_text

_SCHEMA: Final = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_FINGERPRINT: Final = "kshc/v2"
"""What the fingerprint is called; another way to make it gets another name (3.27.17)."""
_IN_PATHS: Final = "/:!$&'()*+,;=@~"
"""Signs that stay as they are in a path that is a URI (RFC 3986)."""


def findings_sarif(files: Sequence[FileFindings], site: str = "") -> str:
    """Write the findings of all files as one run of kshc; its rules lead to the documentation at ``site``."""
    rules = [*dict.fromkeys(finding.rule for file in files for finding in file.findings)]
    driver = {"name": "kshc", "semanticVersion": __version__, "rules": [_rule(rule, site) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "language": language_in_use(),
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file)}} for file in files],
        "results": [*_results(files, rules)],
    }
    return json_text({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, site: str) -> Json:
    """Return what is known of an id, in the language in use; of one of another package, the id."""
    told = explained(rule, site)
    if told is None:
        return {"id": rule}
    helping = f"{told.words} ({told.source})" if told.source else told.words
    address = {"helpUri": told.address} if told.address else {}
    return {"id": rule, "shortDescription": {"text": told.words}, "help": {"text": helping}, **address}


def _results(files: Sequence[FileFindings], rules: Sequence[str]) -> Iterator[Json]:
    places = {rule: place for place, rule in enumerate(rules)}
    for number, file in enumerate(files):
        artifact = {"uri": _uri(file), "index": number}
        for finding, fingerprint in with_fingerprints(file):
            others = [_physical(artifact, place) for place in finding.also]
            yield {
                "ruleId": finding.rule,
                "ruleIndex": places[finding.rule],
                "level": finding.severity.value,
                "message": {"text": in_one_sentence(finding)},
                "locations": [{**_physical(artifact, finding.place), **_logical(finding)}],
                **({"relatedLocations": others} if others else {}),
                "partialFingerprints": {_FINGERPRINT: fingerprint},
            }


def _physical(artifact: Json, place: Place | None) -> Json:
    region = {} if place is None else {"region": {"startLine": place.line, "startColumn": place.column}}
    return {"physicalLocation": {"artifactLocation": artifact, **region}}


def _logical(finding: Finding) -> Json:
    """Return where in a Word file or workbook a finding stands: those have no lines."""
    if finding.word_place is None or not (words := word_place_words(finding.word_place)):
        return {}
    return {"logicalLocations": [{"fullyQualifiedName": words}]}


def _uri(file: FileFindings) -> str:
    """Return a file's path as a URI: a whole one where the path begins at the root."""
    path = path_of(file)
    is_whole = path.startswith("/") or path[1:3] == ":/"
    said = quote(_bytes(path), safe=_IN_PATHS)
    return f"file://{'' if path.startswith('/') else '/'}{said}" if is_whole else said.replace(":", "%3A")


def _bytes(path: str) -> bytes:
    """Return the bytes of a name as they lie on disk, those that are no UTF-8 as well."""
    try:
        return path.encode(errors="surrogateescape")
    except UnicodeEncodeError:  # a name of Windows
        return path.encode(errors="surrogatepass")
