from tests.core.commands.terminal import Terminal


def test_it_says_why_the_article_is_stuck(terminal: Terminal) -> None:
    out = str(terminal.folder / "stuck.gyaku")
    terminal.type("train", terminal.file(), "--epochs", "10000", "-o", out)
    text = terminal.type("diagnose", out)
    assert "plateau: " in text
    found = terminal.type_json("diagnose", out)
    assert [list(finding) for finding in found] == [["kind", "layer", "units", "sentence", "evidence"]] * len(found)
    assert [f"{finding['kind']}: {finding['sentence']}" for finding in found] == text.splitlines()


def test_where_nothing_is_wrong_it_says_so(terminal: Terminal) -> None:
    assert terminal.type("diagnose", terminal.file()) == "Nothing stands in the way of learning.\n"
