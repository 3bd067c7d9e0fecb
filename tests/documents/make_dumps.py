"""Write the golden dumps: ``python -m tests.documents.make_dumps``.

For each document there is one JSON file with what is printed, and for each look and extractor one text file.
They are kept under version control, so that the tests need no extractor, and so that what a new version of
one does differently shows as a difference.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from .accounts import DUMPS, PrintedReport, consistent_report, dump_expected, tab_separated
from .extractors import EXTRACTORS
from .from_sample import printed_sample
from .pdf import landscape, portrait

DOCUMENTS: dict[str, Callable[[], PrintedReport]] = {
    "small": lambda: consistent_report(Random(2024), year=2024, objectives=2, plans=3, actions=11),
    "other-years": lambda: consistent_report(
        Random(2031),
        year=2031,
        title="Beleidsdoelstellingen, actieplannen en acties",
        objectives=2,
        plans=3,
        actions=10,
        magnitude=6.5,
        negative=0.15,
        zero_share=0.4,
        letters=0.7,
    ),
    "sample": lambda: printed_sample("SD10041"),
}

LOOKS: dict[str, Callable[[PrintedReport, Path], None]] = {"portrait": portrait, "landscape": landscape}


def make_dumps(folder: Path = DUMPS) -> list[Path]:
    """Write every dump anew and return their paths; extractors that are not installed are an error."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [name for name, extractor in EXTRACTORS.items() if not extractor.available()]
    if missing:
        raise SystemExit(f"cannot make dumps without {', '.join(missing)}")
    for stale in [*folder.glob("*.txt"), *folder.glob("*.json")]:
        stale.unlink()
    written: dict[Path, str] = {}
    with TemporaryDirectory() as temporary:
        for document, draw in DOCUMENTS.items():
            report = draw()
            written[folder / f"{document}.json"] = dump_expected(report)
            written[folder / f"{document}.tabs.txt"] = tab_separated(report)
            written[folder / f"{document}.tabs-padded.txt"] = tab_separated(report, padded=True)
            for look, print_pdf in LOOKS.items():
                pdf = Path(temporary) / f"{document}.{look}.pdf"
                print_pdf(report, pdf)
                for name, extractor in EXTRACTORS.items():
                    file = f"{document}.{look}.{name}-{extractor.version()}{extractor.suffix}"
                    written[folder / file] = extractor.extract(pdf)
    for path, text in written.items():
        # Bytes, because some extractors end lines their own way and that is part of the dump.
        path.write_bytes(text.encode("utf-8"))
    return list(written)


if __name__ == "__main__":
    for path in make_dumps():
        print(f"{path.stat().st_size:7} {path.name}")
