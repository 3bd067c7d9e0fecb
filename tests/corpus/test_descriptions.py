"""The descriptions of the two documents keep every line."""

from __future__ import annotations

import pytest

from gentbudget import Report
from tests.corpus.printed import CUT_PARAGRAPHS, Document, pairs


def test_descriptions_keep_every_line_in_order(document: Document) -> None:
    for printed, entry in pairs(document):
        expected = " ".join(block for _, block in printed.blocks)
        assert " ".join(entry.description.split()) == expected, printed.lines


def test_paragraphs_are_those_that_blank_lines_part_but_for_the_cut_ones(document: Document) -> None:
    for printed, entry in pairs(document):
        expected: list[str] = []
        for number, block in printed.blocks:
            # Line 3095 goes on in parentheses with a list of which nothing says that it was cut; either will do.
            joined = number in CUT_PARAGRAPHS or (number == 3095 and len(entry.paragraphs) < len(printed.blocks))
            if joined:
                expected[-1] += " " + block
            else:
                expected.append(block)
        assert [" ".join(paragraph.split()) for paragraph in entry.paragraphs] == expected, printed.lines


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("PR40663", "enerzijds wat betreft het toekomstbestendig, co-creatief model"),  # 336 and 338
        ("AC35161", "taaladvies en beeldproductie. We bieden hierbij inclusief communicatieadvies"),  # 1386 and 1388
        ("ACP1013", "als bijdrage in de realisatie van het beleid."),  # 1456 and 1458
        ("OD10079", "We stemmen de prioriteiten van de organisatie continu af"),  # 1544 and 1546
        ("PR40822", "binnen de gemeentelijke processen te implementeren. Het resulteert"),  # 1752 and 1754
        ("ACP1500", "omvatten het plannen, controleren, evalueren en bijsturen van de werking."),  # 2969 and 2971
        ("PR40567", "We moeten ook met het eigen stadspatrimonium bijdragen"),  # 4668 and 4670
        ("ACO2110", "aan alle wettelijke vereisten. Betreft het luik Exploitatie."),  # 5025 and 5027
    ],
)
def test_a_paragraph_that_a_page_break_cut_is_one_again(code: str, words: str, corpus: Report) -> None:
    assert any(words in paragraph for paragraph in corpus[code].paragraphs)


@pytest.mark.parametrize(
    ("code", "description"),
    [
        ("AC34781", "-"),  # 3535
        ("SD10042", "-"),  # 638
        ("SD10041", ""),  # 50, nothing but its title
        ("AC35025", ""),  # 3565, nothing
        ("ACC1112", "Zie omschrijving ACC2212."),  # 816
        ("AC34772", "Syndicale hoofdafgevaardigden"),  # 5905, the words of the owner again
    ],
)
def test_short_descriptions_by_hand(code: str, description: str, corpus: Report) -> None:
    assert corpus[code].description == description


def test_a_description_of_one_letter_is_a_description(corpus: Report) -> None:
    assert next(entry for entry in corpus.entries if entry.lines[0] == 3001).description == "x"


def test_bullets_keep_their_lines_and_paragraphs_are_parted_by_a_blank_line(corpus: Report) -> None:
    """By hand from lines 86 to 89, 516 to 524 and 353 to 357."""
    bullets = corpus["AC34485"].description.splitlines()
    assert [bullet[:22] for bullet in bullets] == [
        "- Internationale netwe",
        "- Actief netwerken en ",
        "- Een intern kenniscen",
        "- Organiseren van depa",
    ]
    paragraphs = corpus["OD10073"].paragraphs
    assert paragraphs[0] == "Scope: regie in alle Gentse wijken"
    assert paragraphs[1].startswith("De regisseurs willen")
    assert corpus["OD10073"].description == "\n\n".join(paragraphs)
