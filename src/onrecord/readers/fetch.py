"""Fetching the one address that the user names. The network is not trusted, nor is where an address leads.

Every address is resolved here, all that it resolves to must be public, and the connection goes to the very
address that was checked, so that a second, different answer of the name server changes nothing.
"""

import ipaddress
import queue
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import version
from typing import TYPE_CHECKING

from onrecord.errors import FetchError
from onrecord.readers.base import Hints

if TYPE_CHECKING:
    import httpx

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

#: Reports are smaller by far; what is larger is no report.
MAX_BYTES = 10_000_000
MAX_SECONDS = 30.0
MAX_REDIRECTS = 5
_STEP_SECONDS = 10.0
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
#: Networks through which IPv6 reaches IPv4 hosts; what counts is the host behind.
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


def is_public(address: Address) -> bool:
    """Whether ``address`` is one on the open internet, also where it wraps another one."""
    if isinstance(address, ipaddress.IPv6Address):
        behind = address.ipv4_mapped or address.sixtofour
        if behind is None and any(address in network for network in _NAT64):
            behind = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if behind is not None:
            return is_public(behind)
        if address.teredo is not None or address.is_site_local:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def resolve(host: str, port: int) -> list[Address]:
    """The addresses of ``host``, as the system resolves it.

    Raises:
        OSError: it has none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(ipaddress.ip_address(str(entry[4][0])) for entry in found))


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a fetch may go: decoded bytes, seconds over all redirects, redirects."""

    size: int = MAX_BYTES
    seconds: float = MAX_SECONDS
    redirects: int = MAX_REDIRECTS


def fetch(
    url: str,
    *,
    limits: Limits | None = None,
    permitted: Callable[[Address], bool] = is_public,
    resolver: Callable[[str, int], list[Address]] = resolve,
) -> tuple[bytes, Hints]:
    """The body at ``url`` and what the server says of it; ``Hints.url`` is where redirects led.

    ``permitted`` and ``resolver`` are there for tests.

    Raises:
        FetchError: the address is none of the public web's, or what it gives is too slow, too large or an
            error.
    """
    limits = limits or Limits()
    answers: queue.SimpleQueue[tuple[bytes, Hints] | FetchError] = queue.SimpleQueue()
    call = _Call(url, limits, permitted, resolver)
    # A thread, because neither a name server nor headers that drip in can be given a time limit from within.
    threading.Thread(target=lambda: answers.put(call.answer()), daemon=True).start()
    try:
        answer = answers.get(timeout=limits.seconds)
    except queue.Empty:
        raise FetchError(f"no complete answer within {limits.seconds:g} seconds", name=url) from None
    if isinstance(answer, FetchError):
        raise answer
    return answer


class _Call:
    def __init__(
        self,
        url: str,
        limits: Limits,
        permitted: Callable[[Address], bool],
        resolver: Callable[[str, int], list[Address]],
    ) -> None:
        self.url, self.limits, self.permitted, self.resolver = url, limits, permitted, resolver
        self.deadline = time.monotonic() + limits.seconds

    def answer(self) -> tuple[bytes, Hints] | FetchError:
        import httpx

        try:
            return self._follow()
        except FetchError as error:
            return error
        except httpx.TimeoutException:
            return FetchError("the server did not answer in time", name=self.url)
        except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError, ValueError) as error:
            return FetchError(f"could not be fetched: {error}", name=self.url)

    def _follow(self) -> tuple[bytes, Hints]:
        import httpx

        address = httpx.URL(self.url)
        # No proxies or credentials from the environment; a new client for every hop, so no cookies either.
        for _ in range(self.limits.redirects + 1):
            with httpx.Client(trust_env=False, timeout=self._left()) as client:
                request = self._request(client, address)
                response = client.send(request, stream=True)
                try:
                    if response.status_code not in _REDIRECTS or "location" not in response.headers:
                        return self._body(response), self._hints(response, address)
                    address = address.join(response.headers["location"])
                finally:
                    response.close()
        raise self._refusal(f"more than {self.limits.redirects} redirects")

    def _request(self, client: "httpx.Client", address: "httpx.URL") -> "httpx.Request":
        """A request to the address that ``address.host`` has now, its name kept for the server and
        certificate."""
        if address.scheme not in ("http", "https"):
            raise self._refusal(f"only http and https addresses are fetched, not {address.scheme or 'this'}")
        if not address.host or address.userinfo:
            raise self._refusal("an address needs a host and may hold no password")
        port = address.port or (443 if address.scheme == "https" else 80)
        try:
            found = self.resolver(address.host, port)
        except OSError as error:
            raise self._refusal(f"the host {address.host} is not known") from error
        if not found or not all(map(self.permitted, found)):
            raise self._refusal(f"{address.host} is not a public address")
        return client.build_request(
            "GET",
            address.copy_with(host=str(found[0]), fragment=None),
            headers={
                "Host": address.netloc.decode("ascii"),
                "User-Agent": f"onrecord/{version('onrecord')} (reads one news report for its user)",
                "Accept": "text/html, application/xhtml+xml, text/plain, */*;q=0.1",
                "Accept-Encoding": "gzip",
            },
            extensions={"sni_hostname": address.host},
        )

    def _body(self, response: "httpx.Response") -> bytes:
        if response.status_code != 200:
            raise self._refusal(f"the server answered {response.status_code} {response.reason_phrase}")
        body = bytearray()
        for chunk in self._unpacked(response):
            body += chunk
            if len(body) > self.limits.size:
                raise self._refusal(f"more than {self.limits.size:,} bytes")
        return bytes(body)

    def _unpacked(self, response: "httpx.Response") -> Iterator[bytes]:
        """The body, never unpacked further than the limit: a small answer can unpack to terabytes."""
        packing = response.headers.get("content-encoding", "identity").strip().lower()
        if packing not in ("identity", "", "gzip", "x-gzip", "deflate"):
            raise self._refusal(f"the answer is packed as {packing}, which was not asked for")
        unpacker = None if packing in ("identity", "") else zlib.decompressobj(wbits=47)
        for chunk in response.iter_raw():
            self._left()
            try:
                yield chunk if unpacker is None else unpacker.decompress(chunk, self.limits.size + 1)
            except zlib.error as error:
                raise self._refusal("the answer is not packed as it says") from error
            if unpacker is not None and unpacker.unconsumed_tail:
                raise self._refusal(f"more than {self.limits.size:,} bytes")

    def _hints(self, response: "httpx.Response", address: "httpx.URL") -> Hints:
        header = Message()
        header["content-type"] = response.headers.get("content-type", "")
        return Hints(
            name=self.url,
            url=str(address.copy_with(fragment=None)),
            content_type=header.get_content_type() if header["content-type"] else "",
            encoding=header.get_content_charset() or "",
        )

    def _left(self) -> float:
        """Seconds left for the next step."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise self._refusal(f"no complete answer within {self.limits.seconds:g} seconds")
        return min(left, _STEP_SECONDS)

    def _refusal(self, problem: str) -> FetchError:
        return FetchError(problem, name=self.url)
