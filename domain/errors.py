"""Failures, one root, named by cause. Mistakes in files people edit are values instead: see problems.py."""


class BellwetherError(Exception):
    """Anything Bellwether gives up on. `transient` says whether trying again later may help."""

    def __init__(self, message: str, *, transient: bool = False, source: str | None = None) -> None:
        super().__init__(message)
        self.transient = transient
        self.source = source


class UsageError(BellwetherError):
    """What was asked for cannot be done as asked (exit code 2)."""


class ConfigurationError(BellwetherError):
    """A file people edit cannot be used; carries every problem found in it."""

    def __init__(self, problems: "tuple[object, ...]") -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class KeyMissing(ConfigurationError):
    """There is no key to sign the links of mails with, or none that can be used."""


class AddressRefused(BellwetherError):
    """An address inside a private network, or of a scheme that is not fetched."""


class SourceBusy(BellwetherError):
    """Another run holds this source (exit code 4)."""


class StorageError(BellwetherError):
    """The database cannot be opened, is of another version, or holds something that does not verify."""


class UnreadableContent(BellwetherError):
    """A body cannot be read as what its source says it is (broken XML, JSON of another shape)."""


class DeliveryError(BellwetherError):
    """A mail could not be handed over; `transient` tells a refusal from a fault that may pass."""


class DeliveryUnknown(DeliveryError):
    """The connection broke between the mail's last byte and the answer: it may have arrived; never resent blindly."""


class CrmError(BellwetherError):
    """A CRM could not be spoken to. `sent` where what was to be made may have arrived all the same."""

    def __init__(self, message: str, *, transient: bool = False, sent: bool = False) -> None:
        super().__init__(message, transient=transient)
        self.sent = sent


class BrowserMissing(BellwetherError):
    """No browser can be started; the message names the commands that install one."""
