"""The hierarchy of entries: what belongs to what is not printed; it follows from their order."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import define, evolve, field

from gentbudget.model import Action, ActionPlan, Entry, Objective


def hierarchy(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The entries at the top, with those below them inside: each plan's actions follow it, each objective's plans."""
    open_ = _Open()
    for entry in entries:
        if isinstance(entry, Objective):
            open_.close_objective()
            open_.objective = entry
        elif isinstance(entry, ActionPlan):
            open_.close_plan()
            open_.plan = entry
        else:
            assert isinstance(entry, Action)
            open_.take(entry)
    open_.close_objective()
    return tuple(open_.roots)


@define
class _Open:
    """The objective and the plan that the next entries belong to, and what they have so far."""

    roots: list[Entry] = field(factory=list)
    objective: Objective | None = None
    plan: ActionPlan | None = None
    plans: list[ActionPlan] = field(factory=list)
    loose: list[Action] = field(factory=list)
    actions: list[Action] = field(factory=list)

    def take(self, action: Action) -> None:
        """An action belongs to the plan above it or, without one, to the objective."""
        if self.plan is not None:
            self.actions.append(action)
        elif self.objective is not None:
            self.loose.append(action)
        else:
            self.roots.append(action)

    def close_plan(self) -> None:
        """The plan has all its actions."""
        if self.plan is not None:
            plan = evolve(self.plan, actions=tuple(self.actions))
            if self.objective is not None:
                self.plans.append(plan)
            else:
                self.roots.append(plan)
            self.plan, self.actions = None, []

    def close_objective(self) -> None:
        """The objective has all its plans."""
        self.close_plan()
        if self.objective is not None:
            self.roots.append(evolve(self.objective, plans=tuple(self.plans), actions=tuple(self.loose)))
            self.objective, self.plans, self.loose = None, [], []
