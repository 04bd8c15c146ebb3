"""What the desk refuses: other hosts, other sites, large and broken bodies, paths that lead elsewhere."""

from __future__ import annotations

import json
import re
import socket
from pathlib import Path

import pytest
from web_desk import Desk

FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def test_the_desk_listens_on_this_machine_alone(desk: Desk) -> None:
    assert desk.served._socket.getsockname()[0] == "127.0.0.1"
    other = socket.gethostbyname(socket.gethostname())
    if other.startswith("127."):
        pytest.skip("this machine has no address but its own")
    with socket.socket() as knocking, pytest.raises(OSError):
        knocking.settimeout(2)
        knocking.connect((other, desk.port))


@pytest.mark.parametrize(
    "host", ["evil.invalid", "127.0.0.1", "127.0.0.1:1", "evil.invalid:{port}", "0.0.0.0:{port}", ""]
)
def test_another_host_is_refused(desk: Desk, host: str) -> None:
    answer = desk.get("/", Host=host.format(port=desk.port))
    assert answer.status in (400, 421)
    assert b"<html" not in answer.body


def test_localhost_is_this_machine(desk: Desk) -> None:
    assert desk.get("/help", Host=f"localhost:{desk.port}").status == 200


def test_without_a_session_nothing_is_shown(desk: Desk) -> None:
    for path in ("/", "/queue", "/home.json", "/schema/openapi.json", "/static/desk.js"):
        assert desk.ask("GET", path, {}).status == 401
        assert desk.ask("GET", path, {"Cookie": f"sayso-{desk.port}=guess"}).status == 401


def test_a_token_opens_once(desk: Desk) -> None:
    address = desk.served.address()
    assert desk.entered(address)
    again = desk.ask("GET", "/start?token=" + address.partition("token=")[2], {})
    assert again.status == 401
    assert "set-cookie" not in again.headers


def test_many_wrong_tokens_are_not_looked_at(made_case: Path) -> None:
    with Desk(made_case) as own:
        answers = [own.ask("GET", "/start?token=wrong", {}) for _ in range(12)]
        assert {each.status for each in answers[:10]} == {401}
        last = answers[-1]
        assert last.status == 409
        assert "Too many" in last.text
        assert own.get("/help").status == 200


def test_the_cookie_is_strict(desk: Desk) -> None:
    path = "/start?token=" + desk.served.address().partition("token=")[2]
    cookie = desk.ask("GET", path, {}).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize(
    ("site", "origin", "status"),
    [
        ("same-origin", "null", 303),
        ("same-origin", "http://127.0.0.1:{port}", 303),
        ("none", None, 303),
        ("same-site", None, 403),
        ("cross-site", None, 403),
        ("cross-site", "http://127.0.0.1:{port}", 403),
        ("same-origin", "http://evil.invalid", 403),
        (None, "http://evil.invalid", 403),
        (None, "null", 403),
        (None, "http://127.0.0.1:{port}", 303),
        (None, None, 403),
    ],
)
def test_another_sites_form_is_refused(desk: Desk, site: str | None, origin: str | None, status: int) -> None:
    headers = {"Cookie": desk.cookie, **FORM}
    if site is not None:
        headers["Sec-Fetch-Site"] = site
    if origin is not None:
        headers["Origin"] = origin.format(port=desk.port)
    assert desk.ask("POST", "/do/name", headers, b"coder=Ana").status == status


def test_another_site_may_not_read(desk: Desk) -> None:
    assert desk.get("/", **{"Sec-Fetch-Site": "cross-site"}).status == 403
    assert desk.get("/home.json", **{"Sec-Fetch-Site": "same-site"}).status == 403


def test_a_program_that_writes_names_its_session(desk: Desk) -> None:
    session = desk.served.doors.session(desk.cookie.partition("=")[2])
    assert session is not None
    headers = {"Cookie": desk.cookie, "X-Sayso-Session": session.id, **FORM}
    assert desk.ask("POST", "/do/name", headers, b"coder=Ana").status == 303
    assert desk.ask("POST", "/do/name", headers | {"X-Sayso-Session": "guess"}, b"coder=Ana").status == 403


def test_every_answer_keeps_to_itself(desk: Desk) -> None:
    answers = [desk.get("/"), desk.get("/home.json"), desk.get("/none"), desk.ask("GET", "/", {})]
    answers.append(desk.get("/static/desk.css"))
    for answer in answers:
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'")
        assert "unsafe" not in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in answer.headers


def test_a_page_has_no_script_or_style_of_its_own(desk: Desk) -> None:
    for path in ("/", "/help", "/you", "/name"):
        page = desk.get(path).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", page)
        assert not re.search(r"(?:src|href|action)=[\"']?(?:https?:)?//", page)


@pytest.mark.parametrize(
    "next", ["/\\evil.invalid", "//evil.invalid", "/%5cevil.invalid", "https://evil.invalid", "/%0d%0aX: 1"]
)
def test_a_form_leads_nowhere_else(desk: Desk, next: str) -> None:
    answer = desk.post("/do/name", coder="Ana", next=next)
    assert answer.status == 303
    place = answer.headers["location"]
    assert place.startswith("/")
    assert not re.match(r"/[/\\]", place)
    assert "\r" not in place
    assert "X" not in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/../app.py",
        "/static/%252e%252e%252fapp.py",
        "/static/desk.css%00",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "//evil.invalid/static/desk.css",
    ],
)
def test_no_path_leads_out_of_the_desks_files(desk: Desk, path: str) -> None:
    answer = desk.get(path)
    assert answer.status in (400, 404)
    assert b"import" not in answer.body


def test_a_large_body_is_refused(desk: Desk) -> None:
    assert desk.send("/do/name", b'{"coder": "' + b"x" * (2 << 20) + b'"}').status == 413
    headers = {"Cookie": desk.cookie, "Sec-Fetch-Site": "same-origin", "Content-Length": "99999999999"}
    assert desk.ask("POST", "/do/name", headers).status == 413


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 10_000 + b"]" * 10_000,
        b'{"coder":' * 10_000 + b"1" + b"}" * 10_000,
        b'{"coder": "Ana", "coder": "Bea"}',
        b'{"coder": NaN}',
        b'{"coder": Infinity}',
        b'{"__proto__": {"coder": "x"}}',
        b'{"__proto__": "x", "coder": "Ana"}',
        b'{"coder": {"a": 1}}',
        b'{"coder": "\\ud800"}',
        b'{"coder": 1}',
        b"[1]",
        b'"Ana"',
        b"{",
        b"\xff\xfe",
        b"",
    ],
)
def test_broken_json_is_refused(desk: Desk, body: bytes) -> None:
    assert desk.send("/do/name", body).status == 400


def test_other_kinds_of_body_are_refused(desk: Desk) -> None:
    assert desk.send("/do/name", b"<name/>", "application/xml").status == 400
    assert desk.send("/do/name", b"coder=%ff", "application/x-www-form-urlencoded").status == 400
    many = "&".join(f"a{n}=1" for n in range(3000)).encode()
    assert desk.send("/do/name", many, "application/x-www-form-urlencoded").status == 400


def test_json_twins_say_how_much_they_show(desk: Desk) -> None:
    twin = desk.get("/home.json")
    assert twin.headers["content-type"].startswith("application/json")
    assert twin.json["shown"] == len(twin.json["rows"])
    assert json.loads(twin.body) == twin.json


def test_a_locked_desk_opens_to_nobody(made_case: Path) -> None:
    with Desk(made_case) as own:
        address = own.served.address()
        assert own.post("/do/lock").status < 300
        assert own.get("/").status == 401
        assert own.ask("GET", "/start?token=" + address.partition("token=")[2], {}).status == 401
