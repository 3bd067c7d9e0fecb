"""Printed accounts that add up, invented for the tests.

A report is drawn in exact units first: euro cents and thousandths of a full-time equivalent, as whole
numbers. Plans and objectives are the exact sums of what stands below them. Only printing rounds, and
percentages are computed before it, so the figures disagree by rounding exactly as those of a real report do.
Nothing here knows the library under test: it prints its own numbers, and what it prints is what a test may
expect to read back.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from attrs import evolve, frozen

from .printed import (
    BUDGET_ROWS,
    TITLE,
    Column,
    PrintedEntry,
    PrintedReport,
    budget_columns,
    print_euros,
    print_ratio,
    print_vte,
    staff_columns,
)
from .vocabulary import INVENTED, PHASES, STATUSES, Vocabulary


@frozen
class Amounts:
    """The exact figures of an entry: cents for each budget row, thousandths of a VTE."""

    budget: tuple[tuple[int, ...], ...]
    staff: tuple[int, ...]


@frozen
class DrawnEntry:
    """An entry before its figures are printed."""

    words: PrintedEntry
    amounts: Amounts
    children: tuple[DrawnEntry, ...] = ()

    def walk(self) -> Iterator[DrawnEntry]:
        """Iterate over the entry and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def total(children: Iterable[DrawnEntry], *, budget: int, staff: int) -> Amounts:
    """Sum the children exactly, with as many budget and staff amounts a row as asked for."""
    rows = [[0] * budget for _ in BUDGET_ROWS]
    people = [0] * staff
    for child in children:
        for row, addends in zip(rows, child.amounts.budget, strict=True):
            row[:] = map(sum, zip(row, addends, strict=True))
        people = list(map(sum, zip(people, child.amounts.staff, strict=True)))
    return Amounts(tuple(map(tuple, rows)), tuple(people))


@frozen
class Drawing:
    """What one draw of a report depends on; see `consistent_report`."""

    random: Random
    year: int
    actions: int
    magnitude: float
    negative: float
    zero_share: float
    letters: float
    projects: float
    budget: int
    staff: int
    vocabulary: Vocabulary = INVENTED

    def row(self, magnitude: float, zero: float) -> tuple[int, ...]:
        """Draw the amounts of one budget row in cents, all of them of about one size."""
        if self.random.random() < zero:
            return (0,) * self.budget
        size = 100 * 10 ** self.random.uniform(magnitude - 1.5, magnitude + 1)
        return tuple(self.cents(size) for _ in range(self.budget))

    def cents(self, size: float) -> int:
        """Draw one amount near a size; now and then nothing, or cents too few to print."""
        chance = self.random.random()
        if chance < 0.06 * self.zero_share:
            return 0
        if chance < 0.09 * self.zero_share:
            return self.random.randrange(1, 50)
        sign = -1 if self.random.random() < self.negative else 1
        return sign * int(size * self.random.uniform(0.35, 1.35))

    def amounts(self) -> Amounts:
        """Draw the figures of one action. Most have no investments, and next to none are financed."""
        zero = self.zero_share
        chances = (zero / 4, zero / 2, zero, zero, (3 + zero) / 4, (3 + zero) / 4)
        budget = tuple(
            self.row(self.magnitude - (direction == "Ontvangsten"), chance)
            for (_, direction), chance in zip(BUDGET_ROWS, chances, strict=True)
        )
        if self.random.random() < zero / 3:
            return Amounts(budget, (0,) * self.staff)
        size = 10 ** self.random.uniform(2.5, 4.5)
        return Amounts(budget, tuple(int(size * self.random.uniform(0.6, 1.2)) for _ in range(self.staff)))

    def code(self, prefix: str, number: int) -> str:
        """Make an action's code; a letter marks a series of its own, mostly with numbers of four digits."""
        if self.random.random() >= self.letters:
            return f"{prefix}{number}"
        digits = f"{number}" if self.random.random() < 0.2 else f"{number % 10_000:04}"
        return f"{prefix}{self.random.choice('CINPVX')}{digits}"

    def words(self) -> tuple[str, ...]:
        """Draw a description: paragraphs, bullets, both, or the dash of who had nothing to say."""
        shape = self.random.random()
        if shape < 0.1:
            return ("-",)
        sentences = iter(self.random.sample(self.vocabulary.sentences, 12))
        prose = tuple(
            " ".join(next(sentences) for _ in range(self.random.randint(1, 4))) for _ in range(self.random.randint(1, 2))
        )
        bullets = tuple(f"- {next(sentences)}" for _ in range(self.random.randint(2, 4)))
        return bullets if shape < 0.3 else prose + bullets if shape < 0.5 else prose

    def title(self) -> str:
        """Draw a title, as short as one word or long enough to wrap."""
        if self.random.random() < 0.5:
            return self.random.choice(self.vocabulary.titles)
        title = f"{self.random.choice(self.vocabulary.verbs)} {self.random.choice(self.vocabulary.subjects)}"
        return f"{title} {self.random.choice(self.vocabulary.circumstances)}" if self.random.random() < 0.5 else title

    def action(self, number: int) -> DrawnEntry:
        """Draw one action or project with its own figures."""
        owner = self.random.choice(self.vocabulary.owners)
        if self.random.random() >= self.projects:
            words = PrintedEntry(
                kind="action",
                code=self.code("AC", number),
                title=self.title(),
                owner=owner,
                description=self.words(),
            )
            return DrawnEntry(words, self.amounts())
        start = self.year - self.random.randint(0, 8)
        words = PrintedEntry(
            kind="project",
            code=self.code("PR", number),
            title=self.title(),
            owner=owner,
            period=f"{start} - {self.year + self.random.randint(0, 4)}",
            status=self.random.choice(STATUSES),
            phase=self.random.choice(PHASES),
            description=self.words(),
        )
        return DrawnEntry(words, self.amounts())

    def plan(self, number: int, title: str, children: Sequence[DrawnEntry], page: int) -> DrawnEntry:
        """Draw an action plan over its actions, for a term of office and the years it budgets for."""
        start = self.year - (self.year - 2020) % 6
        words = PrintedEntry(
            kind="plan",
            code=f"{'PO' if self.random.random() < 0.15 else 'OD'}{number}",
            title=title,
            organisation=self.random.choice(self.vocabulary.organisations),
            period=f"{start} - {start + 7}",
            page=page,
            description=self.words(),
        )
        return DrawnEntry(words, total(children, budget=self.budget, staff=self.staff), tuple(children))

    def objective(self, number: int, title: str, children: Sequence[DrawnEntry], page: int) -> DrawnEntry:
        """Draw a policy objective over its plans; it has no description."""
        words = PrintedEntry("objective", f"SD{number}", title, page=page)
        return DrawnEntry(words, total(children, budget=self.budget, staff=self.staff), tuple(children))


def draw_entries(drawing: Drawing, *, objectives: int, plans: int) -> tuple[DrawnEntry, ...]:
    """Draw a whole report; plans are shared out evenly over objectives, and actions over plans."""
    random, words = drawing.random, drawing.vocabulary
    # One ten thousand wide, so that codes of four digits are distinct as well.
    numbers = iter(sorted(random.sample(range(30_000, 40_000), drawing.actions)))
    first = random.randrange(10_000, 60_000)
    plan_numbers = itertools.count(first)
    plan_titles = itertools.cycle(random.sample(words.plan_titles, len(words.plan_titles)))
    objective_titles = itertools.cycle(random.sample(words.objective_titles, len(words.objective_titles)))
    pages = 1.0
    drawn = []
    for place in range(objectives):
        objective_page, below = int(pages), []
        for of_objective in range(place, plans, objectives):
            plan_page = int(pages)
            actions = [drawing.action(next(numbers)) for _ in range(of_objective, drawing.actions, plans)]
            # A report prints the actions of a plan before its projects, and each in the order of their codes.
            actions.sort(key=lambda action: (action.words.kind, action.words.code))
            pages += 0.5 + 0.4 * len(actions)
            below.append(drawing.plan(next(plan_numbers), next(plan_titles), actions, plan_page))
        drawn.append(drawing.objective(first - 300 + place, next(objective_titles), below, objective_page))
    return tuple(drawn)


def print_entry(drawn: DrawnEntry, budget: Sequence[Column], staff: Sequence[Column]) -> PrintedEntry:
    """Round an entry's figures into the printed columns."""

    def printed(amounts: Sequence[int], columns: Sequence[Column], *, people: bool) -> tuple[str, ...]:
        plain = print_vte if people else print_euros
        return tuple(
            plain(amounts[column.amount]) if column.over is None else print_ratio(amounts[column.amount], amounts[column.over])
            for column in columns
        )

    return evolve(
        drawn.words,
        budget=tuple(printed(row, budget, people=False) for row in drawn.amounts.budget),
        staff=printed(drawn.amounts.staff, staff, people=True),
    )


def drawn_report(  # noqa: PLR0913 - each has a name and a default
    random: Random,
    *,
    year: int = 2024,
    objectives: int = 2,
    plans: int = 3,
    actions: int = 12,
    magnitude: float = 5.0,
    negative: float = 0.0,
    zero_share: float = 0.6,
    letters: float = 0.3,
    projects: float = 0.3,
    budget_amounts: int = 3,
    staff_amounts: int = 3,
    vocabulary: Vocabulary = INVENTED,
) -> tuple[DrawnEntry, ...]:
    """Draw the objectives of a report with exact figures; `consistent_report` tells the parameters."""
    drawing = Drawing(
        random=random,
        year=year,
        actions=actions,
        magnitude=magnitude,
        negative=negative,
        zero_share=zero_share,
        letters=letters,
        projects=projects,
        budget=budget_amounts,
        staff=staff_amounts,
        vocabulary=vocabulary,
    )
    return draw_entries(drawing, objectives=objectives, plans=plans)


def print_report(  # noqa: PLR0913
    drawn: Sequence[DrawnEntry],
    *,
    year: int,
    previous_year: int | None = None,
    title: str = TITLE,
    budget: Sequence[Column] | None = None,
    staff: Sequence[Column] | None = None,
) -> PrintedReport:
    """Print drawn objectives under the given columns, or under the usual ones."""
    before = year - 1 if previous_year is None else previous_year
    budget = budget_columns(year, before) if budget is None else budget
    staff = staff_columns(year, before) if staff is None else staff
    return PrintedReport(
        year=year,
        previous_year=before,
        title=title,
        entries=tuple(print_entry(entry, budget, staff) for objective in drawn for entry in objective.walk()),
        budget_columns=tuple(column.label for column in budget),
        staff_columns=tuple(column.label for column in staff),
    )


def consistent_report(  # noqa: PLR0913
    random: Random,
    *,
    year: int = 2024,
    previous_year: int | None = None,
    title: str = TITLE,
    objectives: int = 2,
    plans: int = 3,
    actions: int = 12,
    magnitude: float = 5.0,
    negative: float = 0.0,
    zero_share: float = 0.6,
    letters: float = 0.3,
    projects: float = 0.3,
    budget: Sequence[Column] | None = None,
    staff: Sequence[Column] | None = None,
    vocabulary: Vocabulary = INVENTED,
) -> PrintedReport:
    """Draw a report whose figures agree with each other up to their rounding.

    ``objectives``, ``plans`` and ``actions`` are how many there are in all; ``projects`` is the share of the
    actions that are projects, ``letters`` the share whose code has a letter. ``magnitude`` is the power of
    ten that expenditure is about, in euros. ``negative`` is the share of negative amounts; ``zero_share``,
    between 0 and 1, says how much of the tables is zeros. ``budget`` and ``staff`` replace the usual columns;
    see `Column` and `amount_columns`. ``vocabulary`` are the words.
    """

    def amounts(columns: Sequence[Column] | None) -> int:
        return 3 if columns is None else 1 + max(max(c.amount, c.over or 0) for c in columns)

    drawn = drawn_report(
        random,
        year=year,
        objectives=objectives,
        plans=plans,
        actions=actions,
        magnitude=magnitude,
        negative=negative,
        zero_share=zero_share,
        letters=letters,
        projects=projects,
        budget_amounts=amounts(budget),
        staff_amounts=amounts(staff),
        vocabulary=vocabulary,
    )
    return print_report(
        drawn,
        year=year,
        previous_year=previous_year,
        title=title,
        budget=budget,
        staff=staff,
    )
