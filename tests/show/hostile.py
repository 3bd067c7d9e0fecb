"""A small report whose printed words try to be something else: markup, script, style, terminal commands, other directions."""

from __future__ import annotations

from attrs import evolve

import gentbudget
from gentbudget import Action, ActionPlan, Objective, Report
from tests.parser.small import SMALL

SCRIPT = "<script>document.title='taken'</script>"
IMAGE = "\"'><img src=x onerror=\"document.title='taken'\">"
BREAKOUT = "</script></style></title>]]><!--<svg onload=document.title='taken'>${document.title='taken'}"
CONTROL = "rood\x1b[31m\x00 \u202etxet\u2066 \ud800 eind"


def hostile_report() -> Report:
    """Give the report with hostile titles, owners, codes and paragraphs."""
    report = gentbudget.parse(SMALL)
    objective = report.objectives[0]
    plan = objective.plans[0]
    actions = [hostile_action(action) for action in plan.actions]
    plan = evolve(plan, title=IMAGE, organisation=BREAKOUT, actions=tuple(actions))
    objective = evolve(objective, title=BREAKOUT, paragraphs=(SCRIPT, CONTROL), plans=(plan,))
    return evolve(report, roots=(objective,), title=BREAKOUT, source=IMAGE)


def hostile_action(action: Action) -> Action:
    return evolve(action, title=f"{SCRIPT} {CONTROL}", owner=f"{IMAGE} {BREAKOUT}", paragraphs=(BREAKOUT, IMAGE))


def hostile_entry() -> Objective:
    return hostile_report().objectives[0]


def hostile_plan() -> ActionPlan:
    return hostile_report().plans[0]
