"""What the tests of the page without a browser do again and again: open a view, read what it says."""

from streamlit.testing.v1 import AppTest


def visited(app: AppTest, link: dict[str, str]) -> AppTest:
    """The page at a link, which it shows without failing."""
    for key, value in link.items():
        app.query_params[key] = value
    app.run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """All that the page says in HTML."""
    return " ".join(str(block.proto.body) for block in app.get("html"))
