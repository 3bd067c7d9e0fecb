"""Plots as files."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from gentbudget.errors import MissingExtraError
from gentbudget.exports.replacing import replacing

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_IMAGES = (".svg", ".png")
_PAGES = (".html", ".htm")


def save(figure: Figure, path: str | PathLike[str], *, width: int = 1200, height: int = 750) -> None:
    """Save a plot as SVG, PNG or HTML, told by the suffix of the path.

    Images need a Chromium or Chrome on this machine, which Kaleido finds by itself; ``width`` and ``height`` are theirs, in
    pixels. The HTML is whole in itself, Plotly's script included, some 5 MB. Nothing is written if it fails.

    Raises ValueError for another suffix, `MissingExtraError` or RuntimeError where what makes images is not there, and
    TypeError for what is no plot.
    """
    if not hasattr(figure, "to_image"):
        raise TypeError(f"expected a plot, not {type(figure).__name__}")
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix in _PAGES:
        content = figure.to_html(include_plotlyjs=True, full_html=True, div_id="plot").encode()
    elif suffix in _IMAGES:
        content = _image(figure, suffix.removeprefix("."), width, height)
    else:
        raise ValueError(f"cannot save a plot as {path.name!r}; there are {', '.join((*_IMAGES, *_PAGES))}")
    with replacing(path) as beside:
        beside.write_bytes(content)


def _image(figure: Figure, format_: str, width: int, height: int) -> bytes:
    try:
        content: bytes = figure.to_image(format=format_, width=width, height=height, scale=2 if format_ == "png" else 1)
    except (ValueError, RuntimeError) as error:
        if "kaleido" in str(error).lower() and "install" in str(error).lower() and "chrome" not in str(error).lower():
            raise MissingExtraError("saving a plot as an image", "plot") from error
        if "chrome" in str(error).lower():
            raise RuntimeError("saving a plot as an image needs Chromium or Chrome, and none was found") from error
        raise
    return content
