"""The tables of an export, in an order in which each comes after those that it refers to."""

from relplan.reports.export.client_tables import (
    CLIENTS,
    INFLUENCES,
    PEOPLE,
    STRENGTHS,
    VALUES,
    WEAKNESSES,
)
from relplan.reports.export.firm_tables import BOOK, CAMPAIGNS, COHORT, MEMBERS, PITCHES
from relplan.reports.export.log_tables import DUE_ITEMS, PROMISES, TOUCH_PEOPLE, TOUCHES
from relplan.reports.export.shape import Table
from relplan.reports.export.way_tables import (
    HOMEWORK,
    METRICS,
    OWN_PEOPLE,
    REPAIRS,
    STEP_PEOPLE,
    STEPS,
)
from relplan.reports.export.work_tables import (
    DECISIONS,
    GOALS,
    INITIATIVE_PEOPLE,
    INITIATIVES,
    REVIEWS,
)

TABLES: tuple[Table, ...] = (
    BOOK,
    MEMBERS,
    CLIENTS,
    PEOPLE,
    INFLUENCES,
    STRENGTHS,
    WEAKNESSES,
    VALUES,
    GOALS,
    INITIATIVES,
    INITIATIVE_PEOPLE,
    TOUCHES,
    TOUCH_PEOPLE,
    PROMISES,
    DUE_ITEMS,
    REVIEWS,
    DECISIONS,
    REPAIRS,
    STEPS,
    STEP_PEOPLE,
    OWN_PEOPLE,
    HOMEWORK,
    METRICS,
    CAMPAIGNS,
    COHORT,
    PITCHES,
)
BY_NAME = {one.name: one for one in TABLES}
