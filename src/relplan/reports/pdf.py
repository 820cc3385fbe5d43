"""A page as PDF, by WeasyPrint where the extra `relplan[pdf]` is installed."""

from typing import Any

from relplan.errors import Refused

MARK = b"relplan"
"""What every such file holds as it stands: its other texts are compressed."""
INSTEAD = (
    'write --format html, open the file in a browser and print it ("Save as PDF"): the page has its'
    " own layout for paper"
)


def as_pdf(html: str) -> bytes:
    """The page as a PDF file; the same page gives the same bytes.

    Refused, with what to do instead, where PDF cannot be made here.
    """
    weasyprint = engine()
    nothing = weasyprint.urls.URLFetcher(allowed_protocols=("data",))  # no network and no disk
    return bytes(weasyprint.HTML(string=html, url_fetcher=nothing).write_pdf(pdf_identifier=MARK))


def engine() -> Any:
    """WeasyPrint; Refused where it, or a library of the system that it needs, is missing."""
    try:
        import weasyprint
    except ImportError:
        raise Refused(f'PDF needs an extra: pip install "relplan[pdf]"; or {INSTEAD}') from None
    except OSError as error:  # Pango is no Python package: its absence is an error of loading
        raise Refused(
            f"PDF needs Pango, a library of the system ({error}); install it, or {INSTEAD}"
        ) from None
    return weasyprint
