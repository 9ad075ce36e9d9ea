"""A page whose troubles are noted: errors in the console, refused content, requests that leave the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Page, Request

_OWN_HOSTS = {"127.0.0.1", "localhost"}
_OWN_SCHEMES = {"file", "data", "blob", "about"}


def watch(page: Page) -> list[str]:
    """Note every trouble of the page in the list that is given back, from now on."""
    troubles: list[str] = []

    def console(message: ConsoleMessage) -> None:
        # A page with an error is answered with its own code (413, 422 …), which Chromium calls a failed resource.
        answered = message.text.startswith("Failed to load resource: the server responded with a status of 4")
        if message.type in ("error", "warning") and not (answered and message.location["url"] == page.url):
            troubles.append(f"console, {message.type}: {message.text}")

    def request(asked: Request) -> None:
        address = urlsplit(asked.url)
        if address.scheme not in _OWN_SCHEMES and address.hostname not in _OWN_HOSTS:
            troubles.append(f"request that leaves the machine: {asked.url}")

    page.on("console", console)
    page.on("request", request)
    page.on("pageerror", lambda error: troubles.append(f"script: {error}"))
    return troubles
