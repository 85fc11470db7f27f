"""The `bellwether` command: one file per noun; `crawl` is also a console script of its own."""

import ast
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

# Name, and the file and function it stands in: loaded when it is asked for, so that no command waits for the others.
COMMANDS: dict[str, tuple[str, str]] = {
    "actions": ("commands.actions", "actions_group"),
    "answers": ("commands.actions", "answers_group"),
    "catalog": ("commands.catalog", "catalog_group"),
    "changes": ("commands.changes", "changes_group"),
    "compact": ("commands.storage_use", "compact_command"),
    "competitor": ("commands.competitor", "competitor_group"),
    "crawl": ("commands.crawl", "crawl_command"),
    "crm": ("commands.crm", "crm_group"),
    "digest": ("commands.digest", "digest_group"),
    "doctor": ("commands.doctor", "doctor_command"),
    "facts": ("commands.facts", "facts_group"),
    "import": ("commands.archives", "import_group"),
    "inbox": ("commands.inbox", "inbox_command"),
    "init": ("commands.upkeep", "init_command"),
    "migrate": ("commands.migrate", "migrate_command"),
    "playbook": ("commands.playbook", "playbook_group"),
    "replay": ("commands.upkeep", "replay_command"),
    "rules": ("commands.rules", "rules_group"),
    "schedule": ("commands.schedule", "schedule_group"),
    "sources": ("commands.sources", "sources_group"),
    "stats": ("commands.storage_use", "stats_command"),
    "web": ("commands.web", "web_group"),
    "worker": ("commands.workers", "worker_command"),
    "workers": ("commands.workers", "workers_command"),
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

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """Each command with the first sentence of its docstring, read from its file: loading all of them takes long."""
        limit = formatter.width - 6 - max(map(len, COMMANDS))
        helps = {name: click.Command(name, help=docstring(*where)) for name, where in COMMANDS.items()}
        with formatter.section("Commands"):
            formatter.write_dl([(name, command.get_short_help_str(limit)) for name, command in helps.items()])


def docstring(file: str, function: str) -> str:
    """What a function of a module says of itself, without running the module."""
    spec = find_spec(file)
    tree = ast.parse(Path(spec.origin).read_bytes()) if spec and spec.origin else ast.Module([], [])
    found = (node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == function)
    return next((short_help(node) or ast.get_docstring(node) or "" for node in found), "")


def short_help(node: ast.FunctionDef) -> str:
    """What a command's decorator says in its stead, if anything."""
    given = (one for call in node.decorator_list if isinstance(call, ast.Call) for one in call.keywords)
    said = (one.value.value for one in given if one.arg == "short_help" and isinstance(one.value, ast.Constant))
    return str(next(said, ""))


@click.group(cls=Nouns, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="bellwether")
def main() -> None:
    """Watch what competitors publish, and tell each account manager weekly what touches their accounts."""
