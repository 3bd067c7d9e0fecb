"""LibreOffice and Chromium, called to print a document or to save it in another form."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from .accounts import PrintedReport
from .looks import Look
from .web import web_page
from .word import write_docx

ADDRESS = "stad.example"
"""The browser prints the address of a page at its foot; this one stands for that of the town."""


def office_available() -> bool:
    """Tell whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


def browser_available() -> bool:
    """Tell whether Chromium is installed."""
    return shutil.which("chromium") is not None


@cache
def version_of(program: str) -> str:
    """Ask a program for its version."""
    printed = subprocess.run([program, "--version"], check=True, capture_output=True, text=True).stdout  # noqa: S603
    found = re.search(r"\d+(\.\d+)+", printed)
    return found[0] if found else "unknown"


LOCALE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale"><value>nl-BE</value></prop></item>
</oor:items>
"""
"""The settings of somebody in Ghent: numbers are read and shown as in Belgian Dutch."""


def convert(path: Path, form: str, *options: str) -> Path:
    """Let LibreOffice save a document in another form, beside it; ``form`` may name a filter and its options."""
    with TemporaryDirectory() as profile:
        (Path(profile) / "user").mkdir()
        (Path(profile) / "user" / "registrymodifications.xcu").write_text(LOCALE, encoding="utf-8")
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", *options]
        command += ["--convert-to", form, "--outdir", str(path.parent), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603
    return path.with_suffix(f".{form.partition(':')[0]}")


@contextmanager
def _served(folder: Path) -> Iterator[int]:
    """Serve a folder to this machine, and give the port."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is that of the base class
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def print_page(path: Path, look: Look, pdf: Path) -> None:
    """Let Chromium print a web page, with its own head and foot if the look has them."""
    with _served(path.parent) as port, TemporaryDirectory() as profile:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}"]
        command += [f"--host-resolver-rules=MAP {ADDRESS} 127.0.0.1:{port}", "--lang=nl"]
        command += [] if look.running_head == "browser" else ["--no-pdf-header-footer"]
        command += [f"--print-to-pdf={pdf}", f"http://{ADDRESS}/{path.name}"]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603


def print_look(report: PrintedReport, look: Look, path: Path) -> tuple[Path, Path]:
    """Write an account in a look, and print it; return the document (DOCX or HTML) and the PDF, both named as ``path``."""
    source, pdf = path.with_suffix(".docx" if look.program == "writer" else ".html"), path.with_suffix(".pdf")
    if look.program == "writer":
        write_docx(report, look, source)
        convert(source, "pdf")
    else:
        source.write_text(web_page(report, look), encoding="utf-8")
        print_page(source, look, pdf)
    return source, pdf
