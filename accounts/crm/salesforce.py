"""Salesforce: accounts and their owners read by SOQL, tasks made (REST API)."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

from accounts.crm.session import Session
from accounts.crm.tasks import Task

VERSION = "v62.0"
COLUMNS = {
    "Id": "Account ID",
    "Name": "Account Name",
    "Website": "Website",
    "Industry": "Industry",
    "BillingCity": "Billing City",
    "BillingCountry": "Billing Country",
}
OWNER = "Account Owner"
FIELDS = f"SELECT {', '.join(COLUMNS)}, Owner.Email FROM Account"  # noqa: S608 - SOQL of our own words


class Salesforce:
    """`address` is our own instance's, such as https://halden.my.salesforce.com; the token is an OAuth access token."""

    name = "salesforce"
    columns = (*COLUMNS.values(), OWNER)
    key = COLUMNS["Id"]

    def __init__(self, session: Session) -> None:
        self._session = session

    def accounts(self, since: datetime | None) -> Iterator[dict[str, str]]:
        """A row per account that changed since, by the columns of a report; all of them without `since`."""
        query = FIELDS
        if since is not None:
            query += f" WHERE LastModifiedDate >= {since.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        page = self._session.get(f"/services/data/{VERSION}/query", {"q": query})
        while True:
            for record in page.get("records", ()):
                yield self._row(record)
            if page.get("done", True):
                return
            page = self._session.get(str(page["nextRecordsUrl"]))

    @staticmethod
    def _row(record: dict[str, Any]) -> dict[str, str]:
        row = {column: str(record.get(name) or "") for name, column in COLUMNS.items()}
        return {**row, OWNER: str((record.get("Owner") or {}).get("Email") or "")}

    def make(self, task: Task, may_send: Callable[[], bool]) -> str:
        """The new task's id. Raises CrmError."""
        body = {
            "WhatId": task.record,
            "Subject": task.subject,
            "Description": task.body,
            "ActivityDate": task.due.isoformat(),
            "Status": "Not Started",
        }
        return str(self._session.create(f"/services/data/{VERSION}/sobjects/Task", body, may_send)["id"])
