"""A machine's own mirror, keys and options serve its backports too."""

from __future__ import annotations

import pytest

from lookalike.scripts.backports_source import from_list, from_stanza

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
    assert from_stanza(STANZAS, line, "bookworm") == (
        "Types: deb\n"
        "URIs: https://mirror.example/debian\n"
        "Suites: bookworm-backports\n"
        "Components: main contrib\n"
        "Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg\n"
    )


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("deb https://m.example/debian trixie main", "deb https://m.example/debian T main\n"),
        (
            "deb [arch=amd64 trusted=yes] https://m.example/trixie/ trixie main contrib",
            "deb [arch=amd64 trusted=yes] https://m.example/trixie/ T main contrib\n",
        ),
    ],
)
def test_a_line_keeps_all_but_its_suite(line, expected):
    text = f"# comment\n{line}\ndeb https://other.example/ trixie-security main\n"
    assert from_list(text, 2, "trixie") == expected.replace("T", "trixie-backports")
