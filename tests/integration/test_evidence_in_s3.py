"""Evidence goes to a store that speaks S3: signed, as HTML, once, and to no address inside."""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

import pytest

import digest.publish
from domain.errors import DeliveryError
from domain.settings import Publishing
from guard.addresses import AddressPolicy
from tests.integration.support_served import serving

KEYS = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example-secret"}


@dataclass
class Bucket:
    """What speaks S3 enough to take objects, and checks who signed for them."""

    objects: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    down: bool = False


@pytest.fixture
def bucket() -> Iterator[tuple[Bucket, str]]:
    kept = Bucket()

    class Handler(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            signed = signature(self, KEYS["AWS_SECRET_ACCESS_KEY"]) == self.headers["Authorization"].rpartition("=")[2]
            if signed and not kept.down:
                kept.objects[self.path] = (self.headers["Content-Type"], body)
            self.send_response(503 if kept.down else 200 if signed else 403)
            self.send_header("ETag", '"etag"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def do_POST(self) -> None:
            """Delete the objects that are named (AWS, "DeleteObjects"); the bucket is the path."""
            asked = self.rfile.read(int(self.headers["Content-Length"])).decode()
            keys = re.findall("<Key>([^<]+)</Key>", asked)
            for key in keys:
                kept.objects.pop(f"{self.path.partition('?')[0]}/{key}", None)
            gone = "".join(f"<Deleted><Key>{key}</Key></Deleted>" for key in keys)
            body = f'<DeleteResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">{gone}</DeleteResult>'.encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    for address in serving(server, f"http://127.0.0.1:{server.server_address[1]}"):
        yield kept, address


def signature(request: BaseHTTPRequestHandler, secret: str) -> str:
    """AWS Signature Version 4 of a request, worked out anew (AWS, "Create a signed AWS API request")."""
    credential, names, _ = (
        word.partition("=")[2] for word in request.headers["Authorization"].split(" ", 1)[1].split(", ")
    )
    day, region, service, end = credential.split("/")[1:]
    heads = "".join(f"{name}:{(request.headers[name] or '').strip()}\n" for name in names.split(";"))
    whole = "\n".join((request.command, request.path, "", heads, names, request.headers["x-amz-content-sha256"]))
    scope = f"{day}/{region}/{service}/{end}"
    said = f"AWS4-HMAC-SHA256\n{request.headers['x-amz-date']}\n{scope}\n{hashlib.sha256(whole.encode()).hexdigest()}"
    key = f"AWS4{secret}".encode()
    for word in (day, region, service, end):
        key = hmac.new(key, word.encode(), hashlib.sha256).digest()
    return hmac.new(key, said.encode(), hashlib.sha256).hexdigest()


def in_s3(endpoint: str) -> Publishing:
    return Publishing(
        address="https://evidence.example", store="s3://pages/bellwether", endpoint=endpoint, region="eu-central-1"
    )


def way(environ: dict[str, str] = KEYS, allowed: str = "127.0.0.1/32", proxy: str | None = None) -> digest.publish.Way:
    return digest.publish.Way(environ=environ, policy=AddressPolicy(allowed=(ip_network(allowed),)), proxy=proxy)


def test_a_page_is_put_into_s3_signed_and_as_html(bucket: tuple[Bucket, str]) -> None:
    kept, endpoint = bucket
    for _ in range(2):
        digest.publish.publish("abc.html", "<p>é</p>", in_s3(endpoint), way())
    assert kept.objects == {"/pages/bellwether/abc.html": ("text/html; charset=utf-8", "<p>é</p>".encode())}
    assert digest.publish.address("abc.html", in_s3(endpoint)) == "https://evidence.example/abc.html"


def test_an_s3_that_refuses_or_is_away_is_asked_again_later_and_no_secret_is_said(bucket: tuple[Bucket, str]) -> None:
    kept, endpoint = bucket
    wrong = KEYS | {"AWS_SECRET_ACCESS_KEY": "wr0ng-secret"}
    with pytest.raises(DeliveryError) as refused:
        digest.publish.publish("abc.html", "<p></p>", in_s3(endpoint), way(wrong))
    assert refused.value.transient
    assert "wr0ng" not in str(refused.value)
    kept.down = True
    with pytest.raises(DeliveryError, match="did not take the evidence page"):
        digest.publish.publish("abc.html", "<p></p>", in_s3(endpoint), way())
    assert kept.objects == {}


def test_a_page_is_taken_out_of_s3_and_twice_does_no_harm(bucket: tuple[Bucket, str]) -> None:
    kept, endpoint = bucket
    digest.publish.publish("abc.html", "<p></p>", in_s3(endpoint), way())
    for _ in range(2):
        digest.publish.withdraw("abc.html", in_s3(endpoint), way())
    assert kept.objects == {}


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1"])
def test_a_page_goes_to_no_private_address_that_is_not_allowed(bucket: tuple[Bucket, str], host: str) -> None:
    kept, endpoint = bucket
    there = in_s3(endpoint.replace("127.0.0.1", host))
    for act in (
        lambda: digest.publish.publish("abc.html", "<p></p>", there, way(allowed="10.0.0.0/8")),
        lambda: digest.publish.withdraw("abc.html", there, way(allowed="10.0.0.0/8")),
    ):
        with pytest.raises(DeliveryError, match=r"private network.*allowed_networks") as refused:
            act()
        assert refused.value.transient
    assert kept.objects == {}


def test_a_store_that_sends_elsewhere_is_not_followed(bucket: tuple[Bucket, str]) -> None:
    kept, endpoint = bucket

    class Elsewhere(BaseHTTPRequestHandler):
        def do_PUT(self) -> None:
            self.send_response(307)
            self.send_header("Location", f"{endpoint}{self.path}")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    for first in serving(server, f"http://127.0.0.1:{server.server_address[1]}"):
        with pytest.raises(DeliveryError, match="did not take"):
            digest.publish.publish("abc.html", "<p></p>", in_s3(first), way())
    assert kept.objects == {}
