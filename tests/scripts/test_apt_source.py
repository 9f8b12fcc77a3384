"""A machine's own mirror, keys and options serve its backports and other releases too."""

from __future__ import annotations

import pytest

from lookalike.scripts.apt_source import from_list, from_stanza

STANZAS = """\
# The main archive.
Types: deb
# an older mirror
URIs: https://mirror.example/debian
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg

Types: deb
URIs: https://mirror.example/debian-security
Suites: bookworm-security
Components: main
"""


@pytest.mark.parametrize("line", [1, 2, 5, 7])
def test_a_stanza_keeps_all_but_its_suites(line):
    assert from_stanza(STANZAS, line, ["trixie", "trixie-backports"]) == (
        "Types: deb\n"
        "URIs: https://mirror.example/debian\n"
        "Suites: trixie trixie-backports\n"
        "Components: main contrib\n"
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("deb https://m.example/debian trixie main", ["Components: main"]),
        (
            "deb [arch=amd64,arm64 signed-by=/a.gpg] https://m.example/debian trixie/ main contrib",
            ["Components: main contrib", "Architectures: amd64 arm64", "Signed-By: /a.gpg"],
        ),
    ],
)
def test_a_line_becomes_a_stanza_with_its_options(line, expected):
    text = f"# comment\n{line}\ndeb https://other.example/ trixie-security main\n"
    first = ["Types: deb", "URIs: https://m.example/debian", "Suites: sid experimental"]
    assert from_list(text, 2, ["sid", "experimental"]).splitlines() == [*first, *expected]
