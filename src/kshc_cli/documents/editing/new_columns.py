"""New columns of tables of tasks: what they hold, by their headers, and where a plan says so."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from kshc_cli.compare.edited import Item, Kept, New
from kshc_cli.compare.printed import as_read
from kshc_cli.documents.importing.tables.roles import columns_read, names_person_beside, role_of
from kshc_cli.findings import Path
from kshc_cli.messages import _
from kshc_cli.plan.model import USUAL_WIDTHS, Column, Plan, Role, Table
from kshc_cli.plan.walk import columns_of


class _Wider(NamedTuple):
    """A table that gets columns."""

    columns: tuple[Column, ...]
    """Those that it has."""
    new: tuple[tuple[int, Column], ...]
    """Those that it gets, by their places among all."""

    def all(self) -> Iterator[Column | int]:
        """Yield its columns: new ones, and the places of those that it has."""
        known, new = iter(range(len(self.columns))), dict(self.new)
        for place in range(len(self.columns) + len(new)):
            yield new[place] if place in new else next(known)


class NewColumns:
    """Gathers the new columns of all tables of a plan; ``may_share`` is whether they can be those of all tables."""

    def __init__(self, plan: Plan, *, may_share: bool) -> None:
        self._plan, self._may_share = plan, may_share
        self._wider: dict[Path, _Wider] = {}

    @property
    def may_share(self) -> bool:
        """Whether what all tables agree on can be said once for all."""
        return self._may_share

    def roles(self, path: Path) -> tuple[Role, ...]:
        """Return what the columns of a table hold."""
        return tuple(one.role for one in columns_of(self._plan, self._table(path)))

    def retitle(self, path: Path, titles: Mapping[int, str]) -> None:
        """Give columns of a table, by their places among those that it has, other headers than other tables have."""
        columns, new = self._wider.get(path, _Wider(columns_of(self._plan, self._table(path)), ()))
        titled = tuple(
            one.model_copy(update={"header": titles[at]}) if at in titles else one for at, one in enumerate(columns)
        )
        self._wider[path] = _Wider(titled, new)

    def of(self, path: Path, headers: Sequence[str], known: Sequence[int], count: int) -> Mapping[int, Column]:
        """Return which columns of a table, whose headers these are now, are new and hold what no other one does.

        ``known`` are the places of those that it had, of ``count``.
        """
        columns = columns_of(self._plan, self._table(path))
        if len(columns) != count:
            return {}
        found: dict[int, Column] = {}
        read = columns_read(headers, [1] * len(headers)) or ()
        for at, column in enumerate(read):
            there = (*columns, *found.values())
            is_new = at not in known and headers[at] and _is_clear(column, headers[at], columns)
            if is_new and _rival(column.role, headers[at], there) is None:
                key = _free(column.key, there) if column.key else None
                found[at] = _sized(column.model_copy(update={"key": key}), columns)
        return found

    def reason_against(self, path: Path, header: str, come: Sequence[Column]) -> str:
        """Say why a new column of a table is not taken over, which gets those that ``come``."""
        if not header:
            return _("a new column without a header, which is not taken over: the header has to say what it holds")
        rival = _rival(role_of(header), header, (*columns_of(self._plan, self._table(path)), *come))
        if rival is None:
            return _("a new column, which is not taken over: beside the others its header does not say what it holds")
        reason = _(
            "a new column, which is not taken over: “{column}” says that already; give it a header that says what else "
            "it holds, or write it in plan.yaml"
        )
        return reason.format(column=" ".join(rival.header.split()))

    def widen(self, path: Path, new: Mapping[int, Column]) -> None:
        """Take over new columns of a table, by their places among all that it has then."""
        columns = columns_of(self._plan, self._table(path))
        self._wider[path] = _Wider(columns, tuple(new.items()))

    def lists(self) -> Iterator[tuple[Path, tuple[Item, ...]]]:
        """Yield the columns that tables have then: their own, or those of the plan where all that share these agree."""
        shared = [path for path, table in self._tables() if not table.columns]
        wider = {self._wider.get(path) for path in shared}
        is_shared = self._may_share and self._plan.plan.columns and len(wider) == 1
        for path, one in self._wider.items():
            if self._table(path).columns:
                yield (*path, "columns"), tuple(_items(one, (*path, "columns")))
            elif not is_shared:
                yield (*path, "columns"), tuple(_items(one, None))
        if is_shared and (common := next(iter(wider))):
            yield ("plan", "columns"), tuple(_items(common, ("plan", "columns")))

    def _table(self, path: Path) -> Table:
        section, table = (int(step) for step in path if isinstance(step, int))
        return self._plan.plan.sections[section].tables[table]

    def _tables(self) -> Iterator[tuple[Path, Table]]:
        for number, section in enumerate(self._plan.plan.sections):
            for place, table in enumerate(section.tables):
                yield ("plan", "sections", number, "tables", place), table


def _is_clear(column: Column, header: str, columns: Sequence[Column]) -> bool:
    """Tell whether a new column holds what its header says by itself, or who answers in person beside who leads."""
    lead = next((one.header for one in columns if one.role == "lead"), None)
    is_person = column.role == "other" and lead is not None and names_person_beside(header, lead)
    return column.role == role_of(header) or is_person


def _rival(role: Role, header: str, columns: Sequence[Column]) -> Column | None:
    """Return the column that holds what a new one would: the same role, or words under the same header."""
    return next(
        (one for one in columns if (one.role == role != "other") or as_read(one.header) == as_read(header)), None
    )


def _items(wider: _Wider, path: Path | None) -> Iterator[Item]:
    """Yield the columns of a table, those that are stated at ``path`` as they stand there."""
    for one in wider.all():
        if isinstance(one, int) and path is not None:
            yield Kept((*path, one))
        else:
            yield New(_plain(wider.columns[one] if isinstance(one, int) else one))


def _plain(column: Column) -> dict[str, Any]:
    data: dict[str, Any] = column.model_dump(mode="json", exclude_defaults=True)
    return data


def _free(key: str, columns: Sequence[Column]) -> str:
    taken = {one.key for one in columns}
    return next(one for one in (key, *(f"{key}-{n}" for n in range(2, len(taken) + 3))) if one not in taken)


def _sized(column: Column, columns: Sequence[Column]) -> Column:
    """Return a column as wide beside others as it is in a usual table."""
    if not all(one.width for one in columns):
        return column.model_copy(update={"width": None})
    usual = sum(USUAL_WIDTHS[one.role] for one in columns)
    width = round(USUAL_WIDTHS[column.role] * sum(one.share for one in columns) / usual)
    return column.model_copy(update={"width": max(1, min(100, width))})
