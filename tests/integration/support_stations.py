"""Where the time goes of a run whose machine was lost: its stations, as the queue's own rows show them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline import World
from workers.queue import opened

# Noted by the database itself, with its clock and as it happens: rows of the queue are deleted when a run is done. A
# worker that is silent did not give a run back by itself.
WATCH = """
CREATE TABLE station (run text, what text, at timestamptz, by text);
CREATE FUNCTION note_station() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    what text := NEW.status::text;
BEGIN
    IF OLD.status = 'doing' AND NEW.status = 'todo' THEN
        what := CASE
            WHEN EXISTS (SELECT FROM procrastinate_workers worker
                          WHERE worker.id = OLD.worker_id AND worker.last_heartbeat > now() - interval '8 seconds')
            THEN CASE WHEN NEW.scheduled_at > clock_timestamp() + interval '0.3 seconds'
                      THEN 'put off' ELSE 'laid down' END
            ELSE 'given back' END;
    ELSIF NEW.status = 'doing' THEN
        what := 'taken';
    END IF;
    INSERT INTO station VALUES (NEW.args->>'run', what, clock_timestamp(), current_setting('application_name'));
    RETURN NEW;
END $$;
CREATE TRIGGER station AFTER UPDATE OF status ON procrastinate_jobs FOR EACH ROW
    WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION note_station();
"""
IN_HAND = """
SELECT DISTINCT ON (station.run) station.run, station.by
  FROM station JOIN procrastinate_jobs job ON job.args->>'run' = station.run AND job.status = 'doing'
 WHERE what = 'taken' ORDER BY station.run, at DESC
"""
NOTED = "SELECT run, what, at FROM station WHERE run = ANY(%(runs)s) ORDER BY at"

Station = tuple[str, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """A run that a machine had in hand when it was `killed` or `frozen`."""

    run: str
    how: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeOver:
    """What became of a lost run: its stations and their seconds after the loss. `again`: it was lost once more."""

    how: str
    again: bool
    stations: tuple[tuple[str, float], ...]

    @property
    def seconds(self) -> float:
        return self.stations[-1][1]

    @property
    def whole(self) -> bool:
        """Whether another did it: not what was done just as its machine was lost, nor what was lost once more."""
        return not self.again and any(what == "given back" for what, _ in self.stations)

    def __str__(self) -> str:
        return f"{self.how}: " + ", ".join(f"{what} {seconds:.1f}" for what, seconds in self.stations)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Seconds until what was lost was done."""

    number: int
    median: float
    most: float
    longest: float

    @staticmethod
    def of(seconds: Sequence[float]) -> "Waits":
        found = sorted(seconds) or [0.0]
        at = [found[min(len(found) - 1, int(share * len(found)))] for share in (0.5, 0.95)]
        return Waits(number=len(seconds), median=at[0], most=at[1], longest=found[-1])

    def __str__(self) -> str:
        return (
            f"{self.number} runs, done after {self.median:.0f} s as a rule, {self.most:.0f} s of 95 in 100, "
            f"{self.longest:.0f} s at most"
        )


def watch(world: World) -> None:
    """From now on the queue's database notes each station of each run."""
    with opened(world.configuration.settings.database_url) as queue:
        queue.connector.get_sync_connector().execute_query(WATCH)


def in_hand(world: World, machine: str) -> tuple[str, ...]:
    """The runs that a machine took and is not done with."""
    rows = _rows(world, IN_HAND)
    under_way = (str(row["run"]) for row in rows if row["by"] == machine)
    return tuple(run for run in under_way if (found := world.archive.runs.find(run)) and found.ended is None)


def taken_over(world: World, losses: Sequence[Loss], troubles: Sequence[Station]) -> tuple[TakeOver, ...]:
    """Of each loss what followed, until the run was done or lost once more; `troubles` befell machines meanwhile."""
    noted: dict[str, list[Station]] = {loss.run: [] for loss in losses}
    for row in _rows(world, NOTED, runs=list(noted)):
        noted[row["run"]].append((row["what"], row["at"]))
    return tuple(_followed(world, loss, losses, [*noted[loss.run], *troubles]) for loss in losses)


def _followed(world: World, loss: Loss, losses: Sequence[Loss], noted: Sequence[Station]) -> TakeOver:
    found = world.archive.runs.find(loss.run)
    assert found is not None
    assert found.ended is not None
    done = max(found.ended, loss.at)  # what was lost may just have been done
    ends = min((one.at for one in losses if one.run == loss.run and loss.at < one.at < done), default=done)
    stations = sorted((one for one in noted if loss.at < one[1] < ends), key=lambda one: one[1])
    stations.append(("done" if ends == done else "lost again", ends))
    return TakeOver(
        how=loss.how,
        again=ends != done,
        stations=tuple((what, (at - loss.at).total_seconds()) for what, at in stations),
    )


def _rows(world: World, asked: str, **values: Any) -> list[dict[str, Any]]:
    with opened(world.configuration.settings.database_url) as queue:
        return list(queue.connector.get_sync_connector().execute_query_all(asked, **values))
