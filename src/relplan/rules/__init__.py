"""The lint rules: one module a rule, its docstring is its manual page."""

from relplan.rules.all_priority_a import AllPriorityA
from relplan.rules.asserted_not_illustrated import AssertedNotIllustrated
from relplan.rules.assumed_stance import AssumedStance
from relplan.rules.broken_promise import BrokenPromise
from relplan.rules.budget_overspent import BudgetOverspent
from relplan.rules.call_in_breathing import CallInBreathing
from relplan.rules.client_without_owner import ClientWithoutOwner
from relplan.rules.damaged_without_repair import DamagedWithoutRepair
from relplan.rules.empty_touches import EmptyTouches
from relplan.rules.endless_breathing import EndlessBreathing
from relplan.rules.field_contradicts_words import FieldContradictsWords
from relplan.rules.finding import Rule
from relplan.rules.future_touch import FutureTouch
from relplan.rules.goal_is_ours import GoalIsOurs
from relplan.rules.goal_without_initiative import GoalWithoutInitiative
from relplan.rules.initiative_without_date import InitiativeWithoutDate
from relplan.rules.initiative_without_owner import InitiativeWithoutOwner
from relplan.rules.kept_without_promise import KeptWithoutPromise
from relplan.rules.left_but_planned import LeftButPlanned
from relplan.rules.list_too_long import ListTooLong
from relplan.rules.no_critic import NoCritic
from relplan.rules.no_decision_maker import NoDecisionMaker
from relplan.rules.no_executive_tie import NoExecutiveTie
from relplan.rules.no_mentor import NoMentor
from relplan.rules.nothing_invested import NothingInvested
from relplan.rules.nothing_learned import NothingLearned
from relplan.rules.one_person_firm import OnePersonFirm
from relplan.rules.one_voice import OneVoice
from relplan.rules.overdue_initiative import OverdueInitiative
from relplan.rules.owner_left import OwnerLeft
from relplan.rules.paid_work_as_gift import PaidWorkAsGift
from relplan.rules.person_without_tie import PersonWithoutTie
from relplan.rules.reporting_cycle import ReportingCycle
from relplan.rules.review_not_scheduled import ReviewNotScheduled
from relplan.rules.review_overdue import ReviewOverdue
from relplan.rules.sales_plan import SalesPlan
from relplan.rules.sales_plan_initiative import SalesPlanInitiative
from relplan.rules.silent_champion import SilentChampion
from relplan.rules.silent_key_person import SilentKeyPerson
from relplan.rules.single_threaded import SingleThreaded
from relplan.rules.single_threaded_ours import SingleThreadedOurs
from relplan.rules.staff_without_peers import StaffWithoutPeers
from relplan.rules.stale_fact import StaleFact
from relplan.rules.strength_is_a_boast import StrengthIsABoast
from relplan.rules.three_by_three import ThreeByThree
from relplan.rules.thrice_unanswered import ThriceUnanswered
from relplan.rules.undecided_initiative import UndecidedInitiative
from relplan.rules.vague_initiative import VagueInitiative
from relplan.rules.void_without_line import VoidWithoutLine
from relplan.rules.weakness_without_goal import WeaknessWithoutGoal

RULES: tuple[Rule, ...] = (
    GoalWithoutInitiative(),
    InitiativeWithoutOwner(),
    InitiativeWithoutDate(),
    OverdueInitiative(),
    WeaknessWithoutGoal(),
    SalesPlanInitiative(),
    VagueInitiative(),
    NothingInvested(),
    NothingLearned(),
    AssertedNotIllustrated(),
    PaidWorkAsGift(),
    FieldContradictsWords(),
    UndecidedInitiative(),
    SalesPlan(),
    GoalIsOurs(),
    StrengthIsABoast(),
    NoDecisionMaker(),
    SingleThreaded(),
    PersonWithoutTie(),
    NoExecutiveTie(),
    SingleThreadedOurs(),
    NoCritic(),
    AssumedStance(),
    StaleFact(),
    ReportingCycle(),
    NoMentor(),
    ThreeByThree(),
    LeftButPlanned(),
    SilentKeyPerson(),
    FutureTouch(),
    BrokenPromise(),
    KeptWithoutPromise(),
    VoidWithoutLine(),
    SilentChampion(),
    ThriceUnanswered(),
    EmptyTouches(),
    OneVoice(),
    ClientWithoutOwner(),
    ListTooLong(),
    BudgetOverspent(),
    OwnerLeft(),
    AllPriorityA(),
    StaffWithoutPeers(),
    OnePersonFirm(),
    ReviewNotScheduled(),
    ReviewOverdue(),
    CallInBreathing(),
    DamagedWithoutRepair(),
    EndlessBreathing(),
)
"""Every rule, in the order of the codes."""
