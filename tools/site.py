"""The documentation as a site: the pages of ``docs/`` and those beside them, made into HTML by Zensical, and checked.

``python -m tools.site`` writes it to ``build/site``. The pages are laid out for Zensical as they are; only links that
leave ``docs/`` are told anew, because the files that they name lie elsewhere in the site.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

ROOT: Final = Path(__file__).parents[1]
OUT: Final = ROOT / "build" / "site"
_OURS: Final = Path(__file__).parent / "pages"
_BESIDE: Final[Mapping[str, str]] = {
    "README.md": "english.md",
    "CONTRIBUTING.md": "contributing.md",
    "CHANGELOG.md": "changelog.md",
    "examples/README.md": "examples.md",
}
"""Pages that lie outside ``docs/``, and what they are called in the site."""
_LINK: Final = re.compile(r"\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<to>[^()\s]+)\)")
_FENCE: Final = re.compile(r"^(```\w+) [^`\n]*$", re.MULTILINE)
"""The first line of a block with more than its language: how much of an answer is shown (``tools/samples.py``)."""
_SPOKEN: Final = re.compile(r'<html lang="[a-z]+"')
_WITH_MARKS: Final = (
    't.normalize("NFKD").toLowerCase()',
    't.normalize("NFKD").replace(/[\\u0300-\\u036f]/g,"").toLowerCase().replace(/đ/g,"d")',
)
"""How the theme's search compares words, and how it compares Vietnamese ones."""
_LINKING: Final = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}
_NOT_LOADED: Final = frozenset(("canonical", "next", "prev", "alternate"))


class SiteError(Exception):
    """The site cannot be published as it is; one line a reason."""


def build(out: Path = OUT, address: str = "") -> None:
    """Make the site in the folder ``out``, for ``address`` where that is known. Raises SiteError for what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Path(folder)
        _lay_out(stage, address)
        command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(stage / "zensical.toml")]
        made = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        if made.returncode:
            raise SiteError(re.sub(r"\x1b\[[0-9;]*m", "", made.stdout + made.stderr))
        _name_languages(stage / "site", vietnamese_pages())
        _search_without_marks(stage / "site")
        if problems := [*dead_links(stage / "site")]:
            raise SiteError("\n".join(problems))
        shutil.rmtree(out, ignore_errors=True)
        out.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(stage / "site", out)


def pages() -> dict[Path, str]:
    """Return the pages, and what each is called in the site."""
    return {path: path.name for path in sorted((ROOT / "docs").glob("*.md"))} | {
        ROOT / name: shown for name, shown in _BESIDE.items()
    }


def vietnamese_pages() -> set[str]:
    """Return the names in the site of the pages that are in Vietnamese: all that do not stand under English."""
    nav = tomllib.loads((_OURS / "zensical.toml").read_text(encoding="utf-8"))["project"]["nav"]
    return {name for part in nav for title, below in part.items() if title != "English" for name in _named(below)}


def _named(below: object) -> Iterator[str]:
    match below:
        case str():
            yield below
        case dict():
            for one in below.values():
                yield from _named(one)
        case list():
            for one in below:
                yield from _named(one)
        case _:
            raise SiteError(f"tools/pages/zensical.toml: {below!r} in nav is no page")


def _lay_out(stage: Path, address: str) -> None:
    config = (_OURS / "zensical.toml").read_text(encoding="utf-8")
    listed = {*_named(tomllib.loads(config)["project"]["nav"])}
    if odd := listed ^ set(pages().values()):
        raise SiteError(f"tools/pages/zensical.toml: {', '.join(sorted(odd))} must be a page and stand in nav")
    if address:
        config = config.replace("[project]\n", f'[project]\nsite_url = "{address}"\n', 1)
    (stage / "overrides").mkdir()
    (stage / "zensical.toml").write_text(config, encoding="utf-8")
    docs = stage / "docs"
    shutil.copytree(ROOT / "docs", docs, ignore=shutil.ignore_patterns("*.md"))
    (docs / "assets").mkdir()
    for name in ("site.css", "iframe-worker.js"):
        shutil.copy(_OURS / name, docs / "assets")
    for path, shown in pages().items():
        (docs / shown).write_text(_with_links(path, docs), encoding="utf-8")


def _with_links(page: Path, docs: Path) -> str:
    """Return a page as the site has it: its links name what they lead to by where that lies in the site."""

    def told_anew(link: re.Match[str]) -> str:
        target, hash_sign, anchor = link["to"].partition("#")
        if not target or urlsplit(target).scheme:
            return link[0]
        path = Path(os.path.normpath(page.parent / target))
        if path.is_dir():
            return link["words"]
        return f"[{link['words']}]({_in_site(path, docs)}{hash_sign}{anchor})"

    return _LINK.sub(told_anew, _FENCE.sub(r"\1", page.read_text(encoding="utf-8")))


def _in_site(path: Path, docs: Path) -> str:
    """Return where a file lies in the site; one that only pages outside ``docs/`` or in it lead to is laid there."""
    if (name := pages().get(path)) is not None:
        return name
    if path.is_relative_to(ROOT / "docs"):
        return path.relative_to(ROOT / "docs").as_posix()
    name = f"files/{path.relative_to(ROOT).as_posix()}"
    if path.is_file():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, docs / name)
    return name


def _name_languages(site: Path, vietnamese: set[str]) -> None:
    """Say of each page in which language it is: the theme knows one for all."""
    for page in site.rglob("*.html"):
        language = "vi" if page.name == "404.html" or f"{page.stem}.md" in vietnamese else "en"
        html = page.read_text(encoding="utf-8")
        page.write_text(_SPOKEN.sub(f'<html lang="{language}"', html, count=1), encoding="utf-8")


def _search_without_marks(site: Path) -> None:
    """Let the search find “quá hạn” for “qua han” too: the theme compares letters with their marks."""
    for worker in site.glob("assets/javascripts/workers/search.*.js"):
        script = worker.read_text(encoding="utf-8")
        worker.write_text(script.replace(*_WITH_MARKS), encoding="utf-8")


class Page(HTMLParser):
    """The links and anchors of a page, and what it loads from other hosts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors, self.links, self.loaded = {""}, set[str](), set[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of where a tag leads and what leads to it."""
        said = dict(attrs)
        self.anchors |= {value for name in ("id", "name") if (value := said.get(name))}
        if (to := said.get(_LINKING.get(tag, ""))) is None:
            return
        if not urlsplit(to).scheme and not to.startswith("//"):
            self.links.add(to)
        elif tag != "a" and said.get("rel") not in _NOT_LOADED and not to.startswith("data:"):
            self.loaded.add(to)


def dead_links(site: Path) -> Iterator[str]:
    """Yield each link of a built site that leads nowhere, and each thing that a page loads from another host."""
    read = {page.resolve(): Page(page.read_text(encoding="utf-8")) for page in sorted(site.rglob("*.html"))}
    for path, page in read.items():
        if path.name == "404.html":  # shown under any address, so that its links begin at the root
            continue
        yield from (f"{path.name}: asks another host for {one}" for one in sorted(page.loaded))
        for link in sorted(page.links):
            parts = urlsplit(link)
            target = Path(os.path.normpath(path.parent / unquote(parts.path))) if parts.path else path
            if target.is_dir():
                target /= "index.html"
            if not target.is_file():
                yield f"{path.name}: {link} leads nowhere"
            elif target in read and unquote(parts.fragment) not in read[target].anchors:
                yield f"{path.name}: {link} names no place of that page"


def main() -> None:
    """Write the site into the folder that is named, else to ``build/site``, or say why not."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else OUT
    try:
        build(out, os.environ.get("SITE_URL", ""))
    except SiteError as problem:
        sys.exit(str(problem))
    print(out)


if __name__ == "__main__":
    main()
