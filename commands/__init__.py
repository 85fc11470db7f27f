"""The `bellwether` command: one file per noun; `crawl` is also a console script of its own."""

import click

from commands.archives import import_group
from commands.changes import changes_group
from commands.crawl import crawl_command
from commands.digest import digest_group
from commands.schedule import schedule_group
from commands.sources import sources_group
from commands.upkeep import init_command, replay_command, verify_command

COMMANDS: tuple[click.Command, ...] = (
    crawl_command,
    sources_group,
    changes_group,
    digest_group,
    schedule_group,
    import_group,
    init_command,
    replay_command,
    verify_command,
)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="bellwether")
def main() -> None:
    """Watch what competitors publish, and tell each account manager weekly what touches their accounts."""


for command in COMMANDS:
    main.add_command(command)
