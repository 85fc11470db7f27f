"""A task for a CRM: what a mail asked to be done for an account, in words that stand alone there."""

from dataclasses import dataclass
from datetime import date

from domain.answers import Action

LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """`record` is the account's id in the CRM; `key` is the action's own, the same however often it is handed over."""

    key: str
    account: str
    record: str
    subject: str
    body: str
    due: date


def task_of(action: Action, record: str, said: str) -> Task:
    """The action as a task; `said` is the finding that it comes from."""
    body = f"{said}\n\nFrom Bellwether, {action.week}. Evidence is in the mail of that week."
    return Task(
        key=action.key,
        account=action.account,
        record=record,
        subject=action.what[:LONGEST_SUBJECT],
        body=body.strip(),
        due=action.due,
    )
