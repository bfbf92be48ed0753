"""Completion in shells: the scripts that ask kshc, PowerShell among them, which click does not know."""

import os
from collections.abc import Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import Any, Final

import click
from click.shell_completion import (
    CompletionItem,
    ShellComplete,
    add_completion_class,
    get_completion_class,
    split_arg_string,
)

from kshc_cli.cli.calls import COMPLETING
from kshc_cli.cli.typed import Typed
from kshc_cli.cli.values import Chosen
from kshc_cli.messages import _, plain
from kshc_cli.patterns import lazy_pattern

_GUESS: Final = "guess"
_BARE: Final = lazy_pattern(r"[\w./=:-]+")
"""A word that PowerShell takes as one, without quotes."""


class Shell(StrEnum):
    """A shell that can complete."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


@add_completion_class
class PowerShellComplete(ShellComplete):
    """Completion for PowerShell, 5.1 of Windows and later ones."""

    name = Shell.POWERSHELL.value
    source_template = """\
Register-ArgumentCompleter -Native -CommandName %(prog_name)s -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $encoding = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    $Env:%(complete_var)s = "powershell_complete"
    $Env:COMP_WORDS = $commandAst.ToString()
    $Env:COMP_WORD = $wordToComplete
    try {
        %(prog_name)s | ForEach-Object {
            $text, $name, $help = $_ -split "`t"
            [System.Management.Automation.CompletionResult]::new($text, $name, "ParameterValue", $help)
        }
    } finally {
        Remove-Item Env:%(complete_var)s, Env:COMP_WORDS, Env:COMP_WORD -ErrorAction SilentlyContinue
        [Console]::OutputEncoding = $encoding
    }
}
"""

    def get_completion_args(self) -> tuple[list[str], str]:
        """Return the words before the one that is being typed, and that one without its quote."""
        words = split_arg_string(os.environ.get("COMP_WORDS", ""))[1:]
        incomplete = os.environ.get("COMP_WORD", "").strip("'\"")
        return (words[:-1] if incomplete and words else words), incomplete

    def format_completion(self, item: CompletionItem) -> str:
        """Return what is typed, what is shown and what explains it, with tabs between them; none may be empty."""
        shown = plain(item.value)
        typed = shown if _BARE.fullmatch(shown) else "'" + shown.replace("'", "''") + "'"
        return "\t".join((typed, shown, plain(item.help or "") or shown))


def completion_option() -> click.Option:
    """Return ``--show-completion``; without a shell, it takes the one that it runs in."""
    return click.Option(
        ["--show-completion"],
        type=_ShellType(Chosen(Shell, str)),
        is_flag=False,
        flag_value=_GUESS,
        metavar="[SHELL]",
        expose_value=False,
        is_eager=True,
        callback=_show_completion,
        help=_(
            "Print what completes commands, agencies and ids; the shell in use if left out. "
            'bash: eval "$(kshc --show-completion bash)"; '
            "PowerShell: kshc --show-completion powershell | Out-String | Invoke-Expression."
        ),
    )


class _ShellType(Typed):
    """A shell, or the one in use."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  click's signature
        if value == _GUESS:
            value = shell_in_use(os.environ)
            if value not in set(Shell):
                sentence = _("It is not clear which shell to complete in; name one: --show-completion {shells}.")
                raise click.UsageError(sentence.format(shells="|".join(Shell)), ctx)
        return super().convert(value, param, ctx)


def shell_in_use(environment: Mapping[str, str]) -> str | None:
    """Return the name of the shell that an environment speaks of: that of SHELL, else PowerShell by its modules."""
    if shell := environment.get("SHELL"):
        return PurePath(shell).name
    return Shell.POWERSHELL.value if "PSModulePath" in environment else None


def _show_completion(context: click.Context, _parameter: click.Parameter, shell: Shell | None) -> None:
    if shell is None or context.resilient_parsing:
        return
    writer = get_completion_class(shell.value)
    if writer is not None:
        # The class of Bash would run Bash for its version first, which says what the environment holds.
        click.echo(ShellComplete.source(writer(context.command, {}, "kshc", COMPLETING)))
    context.exit()
