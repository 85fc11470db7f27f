"""`bellwether web`: serve what links of mails lead to; and the keys that sign these links."""

import os
from pathlib import Path

import click

from commands.base import home_option, told_plainly
from domain.errors import ConfigurationError, UsageError


@click.group("web", invoke_without_command=True)
@home_option
@click.pass_context
@told_plainly
def web_group(context: click.Context, home: Path) -> None:
    """Serve the pages that take readers' answers, and published evidence, until stopped (Ctrl-C or SIGTERM).

    Needs [web] in bellwether.toml, and a key: `bellwether web key` draws one.
    """
    if context.invoked_subcommand is not None:
        return
    from pipeline.logs import to_stderr
    from web.server import serve

    os.umask(0o077)
    if not home.is_dir():
        raise UsageError(f"there is no folder {home}; name one with --home")
    to_stderr()
    serve(home)


@web_group.command("key")
@home_option
@told_plainly
def key_command(home: Path) -> None:
    """Draw a new key to sign links with. Links signed by the earlier ones work until you take their lines out."""
    from config.settings_file import load_settings
    from config.web_keys import draw_key

    settings, problems = load_settings(home, os.environ)
    if problems:
        raise ConfigurationError(problems)
    if settings.web is None:
        raise UsageError('bellwether.toml has no [web]; add it with address = "https://bellwether.example.com"')
    if settings.web.key_env in os.environ:
        raise UsageError(f"{settings.web.key_env} is set and comes before the file: put the new key there")
    key = draw_key(settings.web.key_file)
    click.echo(f"key {key.id} is the first of {settings.web.key_file} and signs from now on")
