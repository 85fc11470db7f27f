"""HubSpot: companies and their owners read, tasks made (CRM API v3)."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, time
from typing import Any

from accounts.crm.session import Session
from accounts.crm.tasks import Task

# What a company's properties are called in HubSpot's own export, which the preset of `tables` reads.
COLUMNS = {
    "hs_object_id": "Record ID",
    "name": "Company name",
    "domain": "Company Domain Name",
    "industry": "Industry",
    "city": "City",
    "country": "Country/Region",
}
OWNER = "Company owner"
PAGE = 100
TASK_TO_COMPANY = 192  # HubSpot's own number for that kind of association


class HubSpot:
    """`address` is the API's, https://api.hubapi.com; the token is a private app's."""

    name = "hubspot"
    columns = (*COLUMNS.values(), OWNER)
    key = COLUMNS["hs_object_id"]

    def __init__(self, session: Session) -> None:
        self._session = session

    def accounts(self, since: datetime | None) -> Iterator[dict[str, str]]:
        """A row per company that changed since, by the columns of an export; all of them without `since`."""
        owners = dict(self._owners())
        for company in self._companies(since):
            properties: Mapping[str, Any] = company.get("properties") or {}
            row = {column: str(properties.get(name) or "") for name, column in COLUMNS.items()}
            yield {**row, self.key: str(company["id"]), OWNER: owners.get(str(properties.get("hubspot_owner_id")), "")}

    def _companies(self, since: datetime | None) -> Iterator[dict[str, Any]]:
        wanted = [*COLUMNS, "hubspot_owner_id"]
        after = ""
        while True:
            if since is None:
                asked = {"limit": str(PAGE), "properties": ",".join(wanted), **({"after": after} if after else {})}
                page = self._session.get("/crm/v3/objects/companies", asked)
            else:
                moved = {
                    "propertyName": "hs_lastmodifieddate",
                    "operator": "GTE",
                    "value": str(int(since.timestamp() * 1000)),
                }
                body = {"filterGroups": [{"filters": [moved]}], "properties": wanted, "limit": PAGE}
                page = self._session.ask("/crm/v3/objects/companies/search", body | ({"after": after} if after else {}))
            yield from page.get("results", ())
            after = str(((page.get("paging") or {}).get("next") or {}).get("after") or "")
            if not after:
                return

    def _owners(self) -> Iterator[tuple[str, str]]:
        after = ""
        while True:
            page = self._session.get("/crm/v3/owners", {"limit": str(PAGE), **({"after": after} if after else {})})
            for owner in page.get("results", ()):
                yield str(owner["id"]), str(owner.get("email") or "")
            after = str(((page.get("paging") or {}).get("next") or {}).get("after") or "")
            if not after:
                return

    def make(self, task: Task, may_send: Callable[[], bool]) -> str:
        """The new task's id. Raises CrmError."""
        due = datetime.combine(task.due, time(9), tzinfo=UTC)
        properties = {
            "hs_timestamp": due.isoformat().replace("+00:00", "Z"),
            "hs_task_subject": task.subject,
            "hs_task_body": task.body,
            "hs_task_status": "NOT_STARTED",
        }
        kind = {"associationCategory": "HUBSPOT_DEFINED", "associationTypeId": TASK_TO_COMPANY}
        body = {"properties": properties, "associations": [{"to": {"id": task.record}, "types": [kind]}]}
        return str(self._session.create("/crm/v3/objects/tasks", body, may_send)["id"])
