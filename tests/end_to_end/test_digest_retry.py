"""`bellwether digest retry` and `bellwether doctor` as an operator meets them after a bad morning."""

from pathlib import Path

from tests.end_to_end.conftest import Home
from tests.integration.support_mail import DROP, Postbox, postbox
from tests.torture.support_kills import make_home


def test_a_bad_morning_is_listed_and_settled(tmp_path: Path) -> None:
    box = Postbox(recipients=["250 OK", "550 5.1.1 no such user"], contents=[DROP])
    with postbox(box):
        make_home(tmp_path / "home", box.port)
        home = Home(tmp_path / "home")
        home.run("bellwether", "digest", "send", code=3)
        doubt, refused = home.json("bellwether", "digest", "retry", code=3)
        assert (doubt["state"], refused["state"]) == ("unknown", "refused")

        said = home.run("bellwether", "digest", "retry", code=3).stdout
        again = "bellwether digest retry"
        assert f"it may have arrived ({doubt['message_id']}): then {again} {doubt['edition']} --arrived" in said
        assert "550 5.1.1 no such user\n  mend the address in accounts.yaml or the server" in said
        assert f"then {again} {refused['edition']}" in said
        checked = home.run("bellwether", "doctor", code=3).stdout
        assert "WRONG  mail       2 not delivered" in checked

        assert "--arrived or --send-again" in home.run("bellwether", "digest", "retry", doubt["edition"], code=2).stderr
        home.run("bellwether", "digest", "retry", doubt["edition"], "--arrived", code=3)
        assert (
            home.run("bellwether", "digest", "retry", refused["edition"]).stdout == f"{refused['edition']}: smtp sent\n"
        )
        assert home.run("bellwether", "digest", "retry").stdout == "every edition was delivered\n"
        assert home.run("bellwether", "doctor").returncode == 0
    assert len(box.received) == 2


def test_a_probe_is_sent_and_read_as_lines(tmp_path: Path) -> None:
    with postbox() as box:
        make_home(tmp_path / "home", box.port)
        home = Home(tmp_path / "home")
        lines = home.run("bellwether", "doctor", "--mail", "--to", "ines@halden.example").stdout.splitlines()
        assert [line.split()[:2] for line in lines][-1] == ["ok", "content"]
        box.recipients = ["554 5.7.1 relay access denied"]
        failed = home.run("bellwether", "doctor", "--mail", code=3).stdout
        assert "WRONG  recipient" in failed
        assert "hands on no mail for strangers" in failed
    assert box.envelopes == ["ines@halden.example", "bellwether@localhost"]
