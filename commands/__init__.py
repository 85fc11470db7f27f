"""The `bellwether` command: one file per noun; `crawl` is also a console script of its own."""

from importlib import import_module

import click

# Name, and the file and function it stands in: loaded when it is asked for, so that no command waits for the others.
COMMANDS: dict[str, tuple[str, str]] = {
    "changes": ("commands.changes", "changes_group"),
    "competitor": ("commands.competitor", "competitor_group"),
    "crawl": ("commands.crawl", "crawl_command"),
    "digest": ("commands.digest", "digest_group"),
    "facts": ("commands.facts", "facts_group"),
    "import": ("commands.archives", "import_group"),
    "init": ("commands.upkeep", "init_command"),
    "replay": ("commands.upkeep", "replay_command"),
    "rules": ("commands.rules", "rules_group"),
    "schedule": ("commands.schedule", "schedule_group"),
    "sources": ("commands.sources", "sources_group"),
    "verify": ("commands.upkeep", "verify_command"),
}


class Nouns(click.Group):
    """The commands of the table above."""

    def list_commands(self, _: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        file, function = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(file), function)
        return command


@click.group(cls=Nouns, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="bellwether")
def main() -> None:
    """Watch what competitors publish, and tell each account manager weekly what touches their accounts."""
