"""The help pages of commands and of their groups, as typer and click make them, each loaded when it is asked for."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import nullcontext, suppress
from inspect import Parameter as Place
from inspect import Signature
from itertools import pairwise
from typing import Annotated, Any, Final

import click
import typer
from typer.core import TyperCommand
from typer.main import get_command as click_command_of

from kshc_cli.cli.calls import Call, module_of
from kshc_cli.cli.declarations import REQUIRED, Command, Completion, Parameter, parameters_of
from kshc_cli.cli.global_options import GlobalOption, global_options
from kshc_cli.cli.help_pages import examples, statuses, write_parameters
from kshc_cli.cli.other_options import misread
from kshc_cli.cli.session import Session
from kshc_cli.cli.table import CommandEntries, CommandEntry, hints
from kshc_cli.cli.typed import Typed
from kshc_cli.errors import KshcError
from kshc_cli.messages import _, plain
from kshc_cli.near import nearest
from kshc_cli.reading.folding import squeezed

_SHEETS: Final = {"xls": "xlsx", "xlsm": "xlsx", "xlsb": "xlsx", "ods": "xlsx"}
"""Endings of workbooks, and the command that reads them or says what is wrong with them."""


class Page(TyperCommand):
    """A command whose help page tells the values that its options take."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the arguments, then the options."""
        write_parameters(self.get_params(ctx), ctx, formatter)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse an option given twice that takes one value, and a value behind one that takes none.

        Of the first click would go by the last value without a word, of the second it does not say whose value it is.
        """
        if not ctx.resilient_parsing:
            _refuse_misread(self, ctx, args)
            _values, rest, given = self.make_parser(ctx).parse_args(args=list(args))
            switches = {name for one in self.params if getattr(one, "is_flag", False) for name in one.opts}
            for before, left in pairwise(args if rest else ()):
                if before in switches and left in rest:
                    raise click.UsageError(_("Option {name!r} does not take a value.").format(name=before), ctx)
            for option, times in Counter(given).items():
                if times > 1 and isinstance(option, click.Option) and _takes_one(option):
                    message = _("{option} is there {n} times; give it once.")
                    raise click.UsageError(message.format(option=max(option.opts, key=len), n=times), ctx)
        return super().parse_args(ctx, args)


def _refuse_misread(command: click.Command, ctx: click.Context, words: Sequence[str]) -> None:
    """Raise click's refusal where an option would be taken for the value of another one, or for a short option."""
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    names = {name: one for one in options for name in (*one.opts, *one.secondary_opts)}
    valued = {name for name, one in names.items() if not (one.is_flag or one.count)}
    found = misread(words, names, valued, anywhere=ctx.allow_interspersed_args)
    if found is None:
        return
    word, value = found
    if value is None:
        raise click.NoSuchOption(word, ctx=ctx)
    message = _(
        "{option} needs a value: {value} looks like an option; where it is meant as the value, type {option}={value}."
    )
    long = max(names[word].opts, key=len)
    raise click.BadOptionUsage(word, message.format(option=long, value=value), ctx)


def _takes_one(option: click.Option) -> bool:
    """Tell whether a second value would be lost; of an option for every command, hidden here, an alias may hold one."""
    return not (option.multiple or option.count or option.is_flag or option.hidden)


class CommandGroup(click.Group):
    """A group whose commands are loaded when they are called: listing them costs no import."""

    def __init__(
        self,
        name: str,
        groups: Mapping[str, CommandEntries],
        summary: str,
        epilog: str = "",
        **settings: Any,  # noqa: ANN401  click's
    ) -> None:
        super().__init__(
            name=name,
            help=summary,
            epilog=epilog,
            context_settings={"help_option_names": ["-h", "--help"]},
            options_metavar=_("[OPTIONS]"),
            subcommand_metavar=_("COMMAND [ARGS]..."),
            **settings,
        )
        self.groups = groups
        self.entries = {name: entry for entries in groups.values() for name, entry in entries.items()}

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Refuse what would be read as another option than it is."""
        if not ctx.resilient_parsing:
            _refuse_misread(self, ctx, args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  click's signature
        """Name the commands in the order of the table."""
        return list(self.entries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Load a command with its module; an unknown name is a usage error that names the nearest one."""
        entry = self.entries.get(cmd_name)
        if entry is None:
            self._suggest(ctx, cmd_name)
            return None
        if entry.entries:
            groups, more = {_("Commands"): entry.entries()}, _("Options for every command: kshc --help")
            closing = "\n\n".join((examples(entry.examples), statuses(entry.findings), more))
            return CommandGroup(cmd_name, groups, entry.summary, closing, no_args_is_help=True)
        return _page(cmd_name, entry)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Take a file in place of a command for one of that which its ending names: ``kshc check plan.docx``.

        What is for Word files gets those with other endings, too, and says what is wrong with them (.pdf).
        """
        _name, dot, ending = args[0].rpartition(".")
        fitting = [name for name in (_SHEETS.get(ending.lower(), ending.lower()), "docx") if name in self.entries]
        return super().resolve_command(ctx, [*fitting[:1], *args] if dot and args[0] not in self.entries else args)

    def _suggest(self, ctx: click.Context, name: str) -> None:
        if ctx.resilient_parsing:
            return
        if ctx.parent is None and (hint := hints().get(squeezed(name))):
            ctx.fail(_("There is no command “{name}”.").format(name=plain(name)) + " " + hint)
        if near := nearest(name, self.entries):
            ctx.fail(_("There is no command “{name}”. Did you mean “{near}”?").format(name=plain(name), near=near))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the table without loading any command, then the options."""
        for heading, entries in self.groups.items():
            with formatter.section(heading):
                formatter.write_dl([(name, entry.summary) for name, entry in entries.items()])
        write_parameters(self.get_params(ctx), ctx, formatter)


def _page(name: str, entry: CommandEntry) -> click.Command:
    """Make typer's command of what its module declares; called, it returns what is asked for."""
    module = module_of(entry.module)
    loader = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    closing = (
        examples(module.EXAMPLES),
        statuses(getattr(module, "FINDINGS", "")),
        _("Options for every command: kshc --help"),
    )
    loader.command(
        name,
        cls=Page,
        help=entry.summary,
        epilog="\n\n".join(closing),
        no_args_is_help=False,
        options_metavar=_("[OPTIONS]"),
    )(_asking(module.command, is_question=entry.is_question))
    command = click_command_of(loader)
    everywhere = [option_of(one, hidden=True) for one in global_options()]
    command.params += [option for option in everywhere if not _is_taken(option, command)]
    return command


def _is_taken(option: click.Option, command: click.Command) -> bool:
    return any(name in parameter.opts for parameter in command.params for name in option.opts)


def _asking(command: Command, *, is_question: bool) -> Callable[..., Call]:
    """Return what typer takes for a command, with the parameters as typer declares them."""

    def asked(**values: object) -> Call:
        return Call(command, is_question, values)

    vars(asked)["__signature__"] = Signature(
        [
            Place(
                one.name,
                Place.KEYWORD_ONLY,
                annotation=_annotation(one),
                default=Place.empty if one.default is REQUIRED else one.default,
            )
            for one in parameters_of(command)
        ]
    )
    return asked


def _annotation(parameter: Parameter) -> Any:  # noqa: ANN401  any type
    """Return a parameter's type with what typer is to know of it; what a reader makes of words is to typer a word."""
    declared = parameter.declared
    settings = dict(declared.settings)
    if declared.reader:
        settings["click_type"] = Typed(declared.reader)
    if declared.completion:
        settings["autocompletion"] = _completing(declared.completion)
    kind = str if declared.reader else parameter.type
    told = typer.Option(*declared.names, **settings) if declared.names else typer.Argument(**settings)
    hint: Any = list[kind] if parameter.is_many else kind  # type: ignore[valid-type]  # made as the program runs
    return Annotated[hint if parameter.default is REQUIRED or kind is bool else hint | None, told]


def _completing(completion: Completion) -> Callable[[typer.Context, str], Iterable[str | tuple[str, str]]]:
    def offers(context: typer.Context, incomplete: str) -> Iterable[str | tuple[str, str]]:
        return completion(session_of(context), incomplete)

    return offers


def session_of(context: click.Context) -> Session:
    """Return the session of this run."""
    session = context.find_root().obj
    return session if isinstance(session, Session) else Session()


def option_of(option: GlobalOption, *, hidden: bool) -> click.Option:
    """Make click's option of one that may stand before or after any command."""

    def keep(context: click.Context, _parameter: click.Parameter, value: object) -> None:
        if value is not None and value != ():
            with suppress(KshcError) if context.resilient_parsing else nullcontext():
                option.keep(session_of(context), value)

    switch: dict[str, Any] = {"is_flag": True, "flag_value": "1", "default": None}
    settings = {"metavar": option.metavar, "multiple": option.is_many} if option.metavar else switch
    return click.Option(
        option.names,
        expose_value=False,
        is_eager=True,
        hidden=hidden,
        callback=keep,
        help=option.help,
        type=Typed(option.reader) if option.reader else None,
        **settings,
    )
