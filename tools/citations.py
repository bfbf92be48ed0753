"""How many of the legal texts that plans and Word files cite the register knows: ``python -m tools.citations PLACE…``.

A place is a plan, a Word file or a folder of them; of files with the same bytes one is read, files of older Word are
read where LibreOffice is. Counted are citations, and different texts, of bodies of the State's centre alone: numbers of
provinces and communes come back in each of them and are no part of the register. ``MOST`` (15) of the texts that it
does not know are named, those cited most often first.
"""

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from kshc_cli.cli.converting import made_readable
from kshc_cli.documents.layout.inspected import inspected
from kshc_cli.documents.layout.stamps import plain
from kshc_cli.documents.word.body_reader import read_body
from kshc_cli.documents.word.errors import WordFileError
from kshc_cli.errors import KshcError
from kshc_cli.reading.folding import composed
from kshc_cli.reading.laws.cited import Cited, cited_texts
from kshc_cli.reading.laws.register import own_register
from kshc_cli.reading.laws.text import name_key, number_key
from kshc_cli.reading.tasks import read_plan
from kshc_cli.rules.legal_texts import words_citing
from kshc_cli.source.plan_text import read_plan_file

WORD: Final = frozenset({".docx", ".doc"})
PLANS: Final = frozenset({".yaml", ".yml"})
_CENTRAL: Final = re.compile(r"/(?:(?:nđ|nq|ct)-(?:cp|ttg)|qđ-ttg|ubtvqh\d*|qh\d+)|\d{4}/tt(?:lt)?-[a-zđ]")
"""Symbols of texts of the centre: of the National Assembly, the Government, the Prime Minister and ministries."""


def main(places: Sequence[str]) -> int:
    """Say how many citations are known, and name the texts that are not."""
    files = sorted(set(_files(map(Path, places))))
    cited: list[Cited] = []
    seen: set[bytes] = set()
    for file in files:
        data = file.read_bytes()
        if data not in seen:
            seen.add(data)
            cited += _of_file(file, data)
    central = [one for one in cited if one.name or _CENTRAL.search(number_key(one.number))]
    named = {_key(one): one for one in reversed(central)}
    known = {key for key, one in named.items() if any(_is_known(each) for each in central if _key(each) == key)}
    counted = Counter(map(_key, central))
    citations = sum(counted[key] for key in known)
    print(f"{len(seen)} files, {len(central)} citations, {_share(citations, len(central))} known")
    print(f"{len(named)} texts, {_share(len(known), len(named))} known")
    unknown = [(key, count) for key, count in counted.most_common() if key not in known]
    for key, count in unknown[: int(os.environ.get("MOST", "15"))]:
        print(f"{count:5}  {named[key].words}")
    return 0


def _share(part: int, whole: int) -> str:
    return f"{part} ({part / whole:.0%})" if whole else "0"


def _files(places: Iterator[Path]) -> Iterator[Path]:
    for place in places:
        found = (one for one in place.rglob("*") if one.is_file()) if place.is_dir() else (place,)
        yield from (one for one in found if one.suffix.lower() in (WORD if place.is_dir() else WORD | PLANS))


def _of_file(file: Path, data: bytes) -> list[Cited]:
    try:
        told = list(_of_plan(data) if file.suffix.lower() in PLANS else _of_word(data))
    except (KshcError, WordFileError) as problem:
        print(f"{file}: {problem}", file=sys.stderr)
        return []
    return [cited for words, is_basis in told for cited in cited_texts(words, basis=is_basis)]


def _of_plan(data: bytes) -> Iterator[tuple[str, bool]]:
    plan = read_plan_file(data).plan
    if plan is not None:
        yield from ((composed(words), is_basis) for _path, words, is_basis in words_citing(read_plan(plan)))


def _of_word(data: bytes) -> Iterator[tuple[str, bool]]:
    document = inspected(read_body(made_readable(data, "docx")[0]), final=False)
    for paragraph in document.everything:
        yield plain(paragraph.printed), paragraph.address.paragraph in document.bases


def _key(one: Cited) -> str:
    return number_key(one.number) or f"{name_key(one.name)} {one.day}"


def _is_known(one: Cited) -> bool:
    register = own_register()
    if one.number:
        return register.numbered(one.number, one.day) is not None
    return one.day is not None and register.named(one.name, one.day) is not None


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
