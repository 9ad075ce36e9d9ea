"""The door, attacked: names that lead here from elsewhere, forms and frames of other pages, guesses."""

from __future__ import annotations

import pytest

from avtalskoll.web.guard import POLICY
from tests.web.conftest import ADDRESS, PORT, SAMPLES, Visitor

AGREEMENT = [("filer", ("avtal.docx", (SAMPLES / "07_vag_samverkan.docx").read_bytes()))]


@pytest.mark.parametrize("host", ["evil.example", f"evil.example:{PORT}", "127.0.0.1", "127.0.0.1:1", "", "localhost"])
def test_a_name_that_an_attacker_points_here_is_refused(visitor: Visitor, host: str) -> None:
    answer = visitor.get("/", headers={"Host": host})
    assert answer.status_code == 421
    assert "formular" not in answer.text and "set-cookie" not in answer.headers


@pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"LocalHost:{PORT}"])
def test_this_machine_by_its_own_names_is_let_in(visitor: Visitor, host: str) -> None:
    assert visitor.get("/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": f"http://127.0.0.1:{PORT + 1}"},
        {"Origin": f"https://127.0.0.1:{PORT}"},
        {"Referer": "http://evil.example/form"},
        {"Referer": f"{ADDRESS}.evil.example/"},
        {"Origin": "http://evil.example", "Referer": f"{ADDRESS}/"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "cross-site"},
        {"Origin": ADDRESS, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_of_another_page_begins_nothing(visitor: Visitor, headers: dict[str, str]) -> None:
    answer = visitor.post("/granska", AGREEMENT, headers=headers)
    assert answer.status_code == 403
    assert "Öppna sidan härifrån" in answer.text


def test_a_form_without_the_visitors_own_word_begins_nothing(visitor: Visitor, other_visitor: Visitor) -> None:
    for word in ("", "0" * 64, other_visitor.word()):
        answer = visitor.post("/granska", AGREEMENT, formular=word)
        assert answer.status_code == 403
        assert "Formuläret har blivit för gammalt" in answer.text


def test_a_cookie_that_this_program_has_not_made_is_not_taken_over(visitor: Visitor) -> None:
    visitor.client.cookies.set("avtalskoll", "valt-av-annan." + "0" * 64)
    answer = visitor.get("/")
    assert "avtalskoll=" in answer.headers["set-cookie"]
    assert "valt-av-annan" not in answer.headers["set-cookie"]


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(visitor: Visitor) -> None:
    cookie = visitor.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie and "samesite=strict" in cookie
    assert len(visitor.client.cookies["avtalskoll"].split(".")[0]) >= 43, "256 bits"


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_no_other_page_can_embed_or_fetch_anything(visitor: Visitor, site: str) -> None:
    for address in ("/", "/om"):
        assert visitor.get(address, headers={"Sec-Fetch-Site": site}).status_code == 403


@pytest.mark.parametrize(
    "address", ["/", "/om", "/jamfor", "/oversikt", "/finns-inte", "/rapport/x", "/static/x/y.css"]
)
def test_every_answer_bears_the_headers_that_keep_it_shut(visitor: Visitor, address: str) -> None:
    headers = visitor.get(address).headers
    assert headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY and "default-src 'none'" in POLICY and "frame-ancestors 'none'" in POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_refusals_at_the_door_bear_them_too(visitor: Visitor) -> None:
    for answer in (visitor.get("/", headers={"Host": "evil.example"}), visitor.post("/granska", headers={})):
        assert answer.headers["content-security-policy"] == POLICY
        assert answer.headers["cache-control"] == "no-store"


def test_a_report_is_its_owners_alone(visitor: Visitor, reported: tuple[dict[str, str], str]) -> None:
    cookies, address = reported
    for path in ("", "/avtal", "/html", "/json", "/kommentarer", "/forslag", "/excel", "/utskrift.css"):
        assert visitor.get(address + path).status_code == 404, "another visitor who knows the address"
    visitor.client.cookies.clear()
    for name, value in cookies.items():
        visitor.client.cookies.set(name, value)
    assert visitor.get(address).status_code == 200
    guesses = [address[:-1], address + "A", address.replace("/rapport/", "/jamforelse/"), "/rapport/%2e%2e"]
    assert all(visitor.get(guess).status_code == 404 for guess in guesses)


def test_another_visitor_is_not_told_what_has_been_audited(
    other_visitor: Visitor, reported: tuple[dict[str, str], str]
) -> None:
    assert "Nyss granskat" not in other_visitor.get("/").text


@pytest.mark.parametrize(
    "address",
    [
        "/static/", "/static/x/", "/static/../app.py", "/static/x/..%2fapp.py", "/static/x/../../app.py",
        "/static/x/%2e%2e/%2e%2e/app.py", "/static//etc/passwd", "/static/x/sida.css", "/..%2f..%2fetc/passwd",
    ],
)  # fmt: skip
def test_no_address_leads_to_a_file_that_is_not_in_the_list(visitor: Visitor, address: str) -> None:
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "root:" not in answer.text and "import" not in answer.text


def test_methods_that_are_not_there(visitor: Visitor) -> None:
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        answer = visitor.client.request(method, "/", headers={"Origin": ADDRESS})
        assert answer.status_code in (404, 405)
    assert visitor.get("/granska").status_code in (404, 405)


def test_there_are_no_websockets(visitor: Visitor) -> None:
    from starlette.websockets import WebSocketDisconnect

    with pytest.raises(WebSocketDisconnect), visitor.client.websocket_connect("/"):
        pass
