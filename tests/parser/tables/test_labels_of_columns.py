"""What the label of a column says: what it is called here, of which year it is, and whether it is a percentage."""

from __future__ import annotations

import pytest

from gentbudget.parser import tolerances
from gentbudget.parser.tables.heads import Head, _known_labels, columns_of, read_columns, table_kind

BUDGET = ("Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023", "Jaarrekening 2024 t.o.v. 2023")
STAFF = ("Plan 2024", "Betaald 2024", "% Besteding plan 2024", "Betaald 2023", "Betaald 2024 t.o.v. 2023")


def said(*labels: str) -> list[tuple[str | None, int | None, bool]]:
    return [(column.name, column.year, column.is_share) for column in columns_of(labels)]


def test_the_labels_of_the_accounts_have_their_names() -> None:
    assert said(*BUDGET) == [
        ("budget", 2024, False),
        ("actual", 2024, False),
        ("budget_used", 2024, True),
        ("previous_actual", 2023, False),
        ("vs_previous", 2024, True),
    ]
    assert said(*STAFF) == [
        ("planned", 2024, False),
        ("paid", 2024, False),
        ("plan_used", 2024, True),
        ("previous_paid", 2023, False),
        ("vs_previous", 2024, True),
    ]


@pytest.mark.parametrize(
    ("labels", "names"),
    [
        (["Jaarrekening 2023"], ["actual"]),
        (["Jaarrekening 2023", "Budget 2024"], ["previous_actual", "budget"]),
        (["Jaarrekening 2024", "Raming 2025"], ["actual", None]),
        (["Jaarrekening 2024", "Budgt 2025"], ["previous_actual", "budget"]),
        (["Jaarrekening 2024", "besteding 2025"], ["previous_actual", None]),  # a piece of a label that is known
        (["Budget 2024", "Budget 2025"], [None, None]),  # which of them is it?
        (["Budget 2024", "Jaarrekening 2024", "Jaarrekening 2023", "Jaarrekening 2022"], ["budget", "actual", None, None]),
        (["Jaarrekning 2024", "Jaarrekening 2O23"], ["actual", None]),
        (["% Benutting budget 2024"], [None]),
        (["% Besteding raming 2024"], [None]),
        (["% Besteding plan 2024"], ["plan_used"]),
        (["% besteding budget 2024"], ["budget_used"]),
        (["Totaal budget 2024"], [None]),
        (["Jaarrekening 2024 t.o.v.2023"], ["vs_previous"]),
        (["Budget 2024 t.o.v. 2023"], [None]),
        (["2024"], [None]),
    ],
)
def test_a_name_is_a_label_s_only_if_it_is_the_only_one(labels: list[str], names: list[str | None]) -> None:
    assert [name for name, _, _ in said(*labels)] == names


@pytest.mark.parametrize(
    ("label", "is_share"),
    [("% 2024", True), ("Verschil t.o.v. 2023", True), ("Verschil tov 2023", True), ("Saldo 2024", False)],
)
def test_a_percentage_has_its_sign_or_compares_two_years(label: str, *, is_share: bool) -> None:
    assert said(label) == [(None, int(label[-4:]), is_share)]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (("Budgettaire onderbouwing\tBudget 2024",), "budget"),
        (("Onderbouwing personeel\tPlan 2024",), "staff"),
        (("Plan 2024", "Onderbouwing", "personeel"), "staff"),
        (("Budgetaire onderbouwnig",), "budget"),
        (("Onderbouwing pers0neel",), "staff"),
        (("|Bud|get|taire onderbouwing|",), "budget"),
        (("|Onderbouwing per|so|neel|",), "staff"),
        (("Budgettaire onderbouwing personeel",), "staff"),
        (("Budget 2024 Jaarrekening 2024",), None),
        (("onderbouwing Plan 2024",), None),
        ((), None),
    ],
)
def test_the_label_of_a_table_tells_which_it_is(head: Head, kind: str | None) -> None:
    assert table_kind(head) == kind


LABEL = "Budgettaire onderbouwing"


def labels(*head: str) -> list[str] | None:
    found = read_columns(head)
    return None if found is None else [column.label for column in found]


@pytest.mark.parametrize(
    "head",
    [
        ("\t".join((LABEL, "", *BUDGET)),),
        (" ".join((LABEL, *BUDGET)),),
        (" ".join(BUDGET),),
        (LABEL, *BUDGET),
        ("|".join(("", LABEL, "", *BUDGET, "")),),
        ("".join((LABEL, *BUDGET)),),
        ("Budgettaire onderbouwnig " + " ".join(BUDGET),),
        ("Bugdettaire ondrebouwing " + " ".join(BUDGET),),
        (f"{LABEL} Budget Jaarrekening % Besteding Jaarrekening Jaarrekening", "2024 2024 budget 2024 2023 2024 t.o.v. 2023"),
        (
            "|Budgettaire onder|bouwing|Bud|get 2024|Jaarre|kening 2024|% Beste|ding budget 2024|",
            "|Jaarrekening 2023|Jaarrekening 2024 t.o.v. 2023|",
        ),
        (
            "|Budgettaire o|nderbouwing|Budget 2024|Jaarrekenin|%|Jaarrekening|Jaarrekening 2024|",
            "||||g 2024|Besteding budget 2024|2023|t.o.v. 2023|",
        ),
    ],
)
def test_the_labels_of_the_accounts_are_read_in_any_form_of_a_head(head: Head) -> None:
    assert labels(*head) == list(BUDGET)


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ((f"{LABEL} Raming 2026 Raming 2027",), ["Raming 2026", "Raming 2027"]),
        ((f"|{LABEL}|Raming 2026|Vrij saldo|",), ["Raming 2026", "Vrij saldo"]),
        ((f"|{LABEL}|Raming 2026|vrij saldo|",), None),  # the rest of a label
        ((f"|{LABEL}|Raming 2026|2027|",), None),
        ((f"{LABEL} Raming Raming", "2026 2027"), ["Raming 2026", "Raming 2027"]),
        ((f"{LABEL} Raming 2026 Raming 2026 2027",), None),
        ((f"{LABEL} Raming 2026 zonder jaar",), None),
        ((f"{LABEL} raming 2026",), None),
        ((LABEL,), None),
        ((), None),
    ],
)
def test_other_labels_are_told_apart_by_their_years_or_borders(head: Head, read: list[str] | None) -> None:
    assert labels(*head) == read


@pytest.mark.parametrize(("count", "is_head"), [(10, True), (60, False)])
def test_what_is_much_longer_than_any_head_is_none(count: int, *, is_head: bool) -> None:
    printed = [f"Raming{'x' * n} 2026" for n in range(count)]
    assert (len(" ".join(printed)) > tolerances.LONGEST_HEAD) is not is_head
    assert labels(LABEL, *printed) == (printed if is_head else None)
    assert labels(LABEL, *(BUDGET if is_head else BUDGET * 20)) == (list(BUDGET) if is_head else None)


def test_blanks_inside_the_word_of_a_label_are_no_more_than_soft_hyphens() -> None:
    scattered = ("Bud get 2024", "Jaar re ke ning 2024", "% Besteding budget 2024", "Jaar re ke ning 2023")
    labels = [column.label for column in columns_of(scattered)]
    assert labels == ["Budget 2024", "Jaarrekening 2024", "% Besteding budget 2024", "Jaarrekening 2023"]
    assert columns_of(scattered) == columns_of(BUDGET[:4])


@pytest.mark.parametrize(
    ("kind", "own"),
    [
        (BUDGET, ""),
        (BUDGET, "Budgettaire onderbouwing"),
        (BUDGET, "onderbouwing Budgettaire"),  # its letters in another order
        (BUDGET, "Budgettaire onderbuwing"),
        (BUDGET, "Budgettaire onderbouwning"),
        (STAFF, ""),
        (STAFF, "Onderbouwing personeel"),
        (STAFF, "personeel Onderbouwing"),
        (STAFF, "Onderbouwing persneel"),
        (STAFF, "Onderbouwning personeel"),
    ],
)
def test_the_table_s_own_label_stands_before_those_of_the_accounts_in_any_spelling_or_not_at_all(
    kind: tuple[str, ...], own: str
) -> None:
    assert _known_labels((f"{own} {' '.join(kind)}",)) == kind
    assert _known_labels((f"{own}|{'|'.join(kind)}|",)) == kind
    assert _known_labels((f"Iets anders {' '.join(kind)}",)) is None
