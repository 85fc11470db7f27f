"""Accounts read from a CRM into an export, and open steps given back to it as tasks, each once."""

import csv
import io
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from accounts.crm.hubspot import HubSpot
from accounts.crm.salesforce import Salesforce
from accounts.crm.session import Session
from accounts.crm.tasks import Task, task_of
from config.tables import parsed
from domain.answers import ActionState
from domain.errors import ConfigurationError, CrmError
from domain.problems import Problem
from domain.settings import Crm
from guard.addresses import AddressPolicy
from guard.escaping import csv_cell
from pipeline.files import write_whole
from pipeline.world import World
from storage.crm import TaskState


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """How many rows the CRM gave, how many the export holds now, and where it lies."""

    changed: int
    rows: int
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What became of one open step: `state` None before it is sent, `why` where it is not."""

    task: Task | None
    account: str
    what: str
    state: TaskState | None
    why: str = ""


def connected(world: World) -> HubSpot | Salesforce:
    """The CRM that bellwether.toml names. Raises ConfigurationError where it names none, or no token is set."""
    crm = named(world)
    token = world.environ.get(crm.token_env, "")
    if not token:
        raise ConfigurationError((_problem(f"the environment variable {crm.token_env} is not set", "set it"),))
    policy = AddressPolicy(world.configuration.settings.fetching.allowed_networks)
    session = Session(crm.address, token, policy, time.sleep)
    return HubSpot(session) if crm.system == HubSpot.name else Salesforce(session)


def named(world: World) -> Crm:
    crm = world.configuration.settings.crm
    if crm is None:
        raise ConfigurationError((_problem("there is no [crm]", 'write [crm] and system = "hubspot"'),))
    return crm


def pull(world: World, *, everything: bool = False) -> Pulled:
    """Bring the export up to date: what changed since the last time, all of it the first time or with `everything`.

    The export is replaced as a whole when all pages were read; a pull that fails leaves it as it was. Raises CrmError.
    """
    crm, system, began = named(world), connected(world), world.clock()
    path = world.configuration.settings.home / crm.file
    mark = path.with_suffix(".json")
    known = {} if everything else _known(path, system.key)
    fresh = {row[system.key]: row for row in system.accounts(_since(mark) if known else None)}
    rows = known | fresh
    write_whole(path, _as_csv(system.columns, rows))
    write_whole(mark, json.dumps({"since": began.isoformat()}))
    return Pulled(changed=len(fresh), rows=len(rows), path=path)


def _known(path: Path, key: str) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    table = parsed(path.name, path.read_text(encoding="utf-8"))
    return {row.cells[key]: row.cells for row in table.rows if row.cells.get(key)}


def _since(mark: Path) -> datetime | None:
    try:
        return datetime.fromisoformat(json.loads(mark.read_text(encoding="utf-8"))["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _as_csv(columns: tuple[str, ...], rows: Mapping[str, Mapping[str, str]]) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    for _, row in sorted(rows.items()):
        writer.writerow([csv_cell(row.get(column, "")) for column in columns])
    return text.getvalue()


def push(world: World, *, send: bool) -> Iterator[Pushed]:
    """Each open step as a task of its account's record; without `send` only what would be done.

    A step that was given to this CRM is never given again, and one of which nobody knows is left to a person.
    """
    crm = named(world)
    system = connected(world) if send else None
    ledger = world.archive.crm
    states = ledger.states(crm.system)
    told = _told(world)
    for kept in world.archive.answers.actions(ActionState.OPEN):
        action = kept.action
        account = world.configuration.accounts.named(action.account)
        if action.key in states and states[action.key][0] is not TaskState.REFUSED:
            state, detail, _ = states[action.key]
            yield Pushed(task=None, account=action.account, what=action.what, state=state, why=detail)
        elif account is None or not account.crm:
            why = "the account has no id there: `crm:` in accounts.yaml, or a column for it"
            yield Pushed(task=None, account=action.account, what=action.what, state=None, why=why)
        else:
            task = task_of(action, account.crm, told.get((action.event, action.account), ""))
            outcome = _made(world, crm, system, task) if system else (None, "")
            yield Pushed(task=task, account=action.account, what=action.what, state=outcome[0], why=outcome[1])


def _made(world: World, crm: Crm, system: HubSpot | Salesforce, task: Task) -> tuple[TaskState, str]:
    ledger = world.archive.crm
    if not ledger.begin(crm.system, task.key):
        return TaskState.SENDING, "another process has it in hand"
    try:
        remote = system.make(task, lambda: True)
    except CrmError as error:
        state = TaskState.SENDING if error.sent else TaskState.REFUSED
        ledger.finish(crm.system, task.key, state, detail=str(error))
        return state, str(error)
    ledger.finish(crm.system, task.key, TaskState.MADE, remote_id=remote)
    return TaskState.MADE, remote


def _told(world: World) -> dict[tuple[str, str], str]:
    """What was said of an event to an account's readers, by event and account."""
    return {(event, item.account): item.said for item in world.archive.answers.items() for event in item.events}


def _problem(message: str, hint: str) -> Problem:
    return Problem(file="bellwether.toml", line=0, column=0, message=message, hint=hint)
