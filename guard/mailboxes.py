"""Mail addresses as they may go over the wire."""


def is_ascii(address: str) -> bool:
    return address.isascii()


def wire_address(address: str) -> str:
    """The address with its domain in ASCII (IDNA, RFC 3490), so that only the part before the @ may need SMTPUTF8.

    Raises UnicodeError for a domain that cannot be written so.
    """
    local, at, domain = address.rpartition("@")
    return f"{local}{at}{domain.encode('idna').decode('ascii')}" if at and not domain.isascii() else address
