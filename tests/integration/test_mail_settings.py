"""What `bellwether.toml` says of mail, evidence and channels, and the mistakes in it with their places."""

from pathlib import Path

import pytest

from config.settings_file import load_settings
from domain.settings import Channel, ChannelKind, Publishing

WHOLE = """[mail]
missed = "separate"
[smtp]
host = "smtp.example.com"
user = "bellwether@example.com"
token_command = ["/opt/token", "--for", "bellwether@example.com"]
[evidence]
address = "https://intranet.example.com/evidence"
folder = "pages"
[alerts.channels.sales]
kind = "teams"
url_env = "SALES_TEAMS"
"""


def test_every_setting_of_mail_is_read(tmp_path: Path) -> None:
    (tmp_path / "bellwether.toml").write_text(WHOLE)
    settings, problems = load_settings(tmp_path, {})
    assert problems == ()
    assert settings.smtp is not None
    assert settings.smtp.token_command == ("/opt/token", "--for", "bellwether@example.com")
    assert not settings.missed_merged
    assert settings.publishing == Publishing(address="https://intranet.example.com/evidence", folder=tmp_path / "pages")
    assert settings.channels == (Channel(name="sales", kind=ChannelKind.TEAMS, url_env="SALES_TEAMS"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[smtp]\nhost = "x"\ntoken_command = ["t"]\n', "needs a user"),
        ('[evidence]\naddress = "https://x.example"\n', "by one way"),
        ('[evidence]\naddress = "https://x.example"\nfolder = "a"\nstore = "s3://b/c"\n', "by one way"),
        ('[evidence]\naddress = "file:///srv"\nfolder = "a"\n', "no web address"),
        ('[evidence]\naddress = "https://x.example"\nstore = "ftp://b"\n', "no place in S3"),
        ('[alerts.channels.smtp]\nkind = "slack"\nurl_env = "X"\n', "cannot be a channel's name"),
        ('[alerts.channels.sales]\nkind = "irc"\nurl_env = "X"\n', "irc"),
        ('[mail]\nmissed = "never"\n', "never"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bellwether.toml").write_text(text)
    _, problems = load_settings(tmp_path, {})
    assert len(problems) == 1, problems
    assert said in str(problems[0])
    assert problems[0].line > 0
