"""Fetching: what is refused, what is followed, and where it stops."""

import gzip
import ipaddress
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from onrecord.errors import FetchError
from onrecord.readers.fetch import Limits, fetch, is_public

PAGE = b"<html><p>She said no.</p></html>"
LOCAL = ipaddress.ip_address("127.0.0.1")


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.seen.append((self.path, dict(self.headers)))
        getattr(self, "do_" + self.path.strip("/").split("/")[0].split("?")[0])()

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_page(self):
        self.answer(PAGE, Content_Type="text/html; charset=windows-1252", Set_Cookie="id=1; Path=/")

    def do_packed(self):
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def do_bomb(self):
        self.answer(gzip.compress(bytes(50_000_000)), Content_Encoding="gzip")

    def do_notpacked(self):
        self.answer(PAGE, Content_Encoding="gzip")

    def do_brotli(self):
        self.answer(PAGE, Content_Encoding="br")

    def do_large(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(200):
            self.wfile.write(bytes(10_000))

    def do_missing(self):
        self.answer(b"", 404)

    def do_once(self):
        self.answer(b"", 302, Location="/page?from=once#part", Set_Cookie="id=1; Path=/")

    def do_loop(self):
        self.answer(b"", 302, Location="/loop")

    def do_inside(self):
        self.answer(b"", 302, Location="http://169.254.169.254/latest/meta-data/")

    def do_file(self):
        self.answer(b"", 302, Location="file:///etc/passwd")

    def do_broken(self):
        self.answer(b"", 302, Location="http://[::1/")

    def do_slow(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(100):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.1)

    def do_drip(self):
        for character in b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 20:
            self.wfile.write(bytes([character]))
            self.wfile.flush()
            time.sleep(0.1)

    def log_message(self, *args):
        pass


class Quiet(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args):
        pass  # clients that hang up are what is tested


@pytest.fixture(scope="module")
def server():
    with Quiet(("127.0.0.1", 0), Handler) as running:
        running.seen = []
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


@pytest.fixture
def get(server):
    """Fetches a path of the local server, which only this explicit allowance permits."""
    server.seen.clear()

    def get(path, **limits):
        return fetch(
            f"http://reports.example:{server.server_port}/{path}",
            limits=Limits(**{"seconds": 5.0, **limits}),
            permitted=lambda address: address == LOCAL,
            resolver=lambda host, port: [LOCAL if host == "reports.example" else ipaddress.ip_address(host)],
        )

    return get


def test_a_page_comes_with_what_the_server_says_of_it(get, server):
    raw, hints = get("page")
    assert raw == PAGE
    assert (hints.content_type, hints.encoding) == ("text/html", "windows-1252")
    assert hints.url == hints.name == f"http://reports.example:{server.server_port}/page"


def test_the_request_is_honest_and_names_the_host(get, server):
    get("page")
    ((_, headers),) = server.seen
    assert headers["Host"] == f"reports.example:{server.server_port}"
    assert headers["User-Agent"].startswith("onrecord/")
    assert "Referer" not in headers


def test_redirects_are_followed_without_cookies(get, server):
    raw, hints = get("once")
    assert raw == PAGE
    assert hints.url.endswith("/page?from=once")
    assert all("Cookie" not in headers for _, headers in server.seen)


def test_packed_answers_are_unpacked(get):
    assert get("packed")[0] == PAGE


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("missing", "404"),
        ("loop", "redirects"),
        ("inside", "not a public address"),
        ("file", "only http and https"),
        ("broken", "could not be fetched"),
        ("brotli", "not asked for"),
        ("notpacked", "not packed as it says"),
    ],
)
def test_what_a_server_may_not_answer(get, path, why):
    with pytest.raises(FetchError, match=why):
        get(path)


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_too_much_is_cut_off(get, path):
    with pytest.raises(FetchError, match="more than 100,000 bytes"):
        get(path, size=100_000)


@pytest.mark.parametrize("path", ["slow", "drip"])
def test_the_time_limit_is_for_the_whole(get, path):
    began = time.monotonic()
    with pytest.raises(FetchError, match="within"):
        get(path, seconds=0.6)
    assert time.monotonic() - began < 3


def test_a_name_server_that_hangs_is_given_up():
    with pytest.raises(FetchError, match="within"):
        fetch("http://example.org/", limits=Limits(seconds=0.3), resolver=lambda host, port: time.sleep(5) or [])


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "example.org",
        "http://",
        "http://user:secret@example.org/",
        "http://[::1",
        "http://exa mple.org/",
        "http://\udc80/",
        "http://" + "a" * 300 + "/",
        "https://example.org:99999/",
        "",
    ],
)
def test_what_is_no_web_address_is_refused(url):
    with pytest.raises(FetchError):
        fetch(url, resolver=lambda host, port: [LOCAL])


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://0/", "http://2130706433/", "http://0x7f.1/"],
)
def test_this_machine_is_never_asked(url):
    with pytest.raises(FetchError, match=r"public|known"):
        fetch(url)


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "255.255.255.255", "192.0.2.1", "198.18.0.1", "240.0.0.1", "::", "::1", "fe80::1", "fc00::1", "fd12::1",
        "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1",
        "64:ff9b:1::a00:1",
        "2002:7f00:1::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fec0::1", "::7f00:1", "::127.0.0.1", "fe80::1%eth0",
    ],
)  # fmt: skip
def test_addresses_inside_networks_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_open_internet_are(address):
    assert is_public(ipaddress.ip_address(address))


def test_a_host_with_one_address_inside_is_refused():
    both = [ipaddress.ip_address("93.184.216.34"), LOCAL]
    with pytest.raises(FetchError, match="public"):
        fetch("http://example.org/", resolver=lambda host, port: both)


def test_the_address_that_was_checked_is_the_one_that_is_asked(server):
    """A name server that gives another answer the second time is not asked a second time."""
    answers = iter([[LOCAL], [ipaddress.ip_address("10.0.0.1")]])
    raw, _ = fetch(
        f"http://rebinding.example:{server.server_port}/page",
        permitted=lambda address: address == LOCAL,
        resolver=lambda host, port: next(answers),
    )
    assert raw == PAGE
    assert next(answers) == [ipaddress.ip_address("10.0.0.1")]
