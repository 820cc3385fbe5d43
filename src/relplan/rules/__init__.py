"""The lint rules: one module a rule, its docstring is its manual page."""

from relplan.rules.all_priority_a import AllPriorityA
from relplan.rules.asserted_not_illustrated import AssertedNotIllustrated
from relplan.rules.assumed_stance import AssumedStance
from relplan.rules.blames_the_client import BlamesTheClient
from relplan.rules.broken_chain import BrokenChain
from relplan.rules.broken_promise import BrokenPromise
from relplan.rules.budget_overspent import BudgetOverspent
from relplan.rules.call_in_breathing import CallInBreathing
from relplan.rules.client_without_owner import ClientWithoutOwner
from relplan.rules.cohort_of_one import CohortOfOne
from relplan.rules.damaged_without_repair import DamagedWithoutRepair
from relplan.rules.decision_forgotten import DecisionForgotten
from relplan.rules.decision_maker_not_pitched import DecisionMakerNotPitched
from relplan.rules.detractor_unanswered import DetractorUnanswered
from relplan.rules.empty_touches import EmptyTouches
from relplan.rules.endless_breathing import EndlessBreathing
from relplan.rules.field_contradicts_words import FieldContradictsWords
from relplan.rules.finding import Rule
from relplan.rules.future_pitch import FuturePitch
from relplan.rules.future_touch import FutureTouch
from relplan.rules.goal_is_ours import GoalIsOurs
from relplan.rules.goal_without_initiative import GoalWithoutInitiative
from relplan.rules.goal_without_measure import GoalWithoutMeasure
from relplan.rules.goal_without_weakness import GoalWithoutWeakness
from relplan.rules.initiative_after_goal import InitiativeAfterGoal
from relplan.rules.initiative_for_nobody import InitiativeForNobody
from relplan.rules.initiative_without_date import InitiativeWithoutDate
from relplan.rules.initiative_without_owner import InitiativeWithoutOwner
from relplan.rules.kept_without_promise import KeptWithoutPromise
from relplan.rules.left_but_planned import LeftButPlanned
from relplan.rules.list_too_long import ListTooLong
from relplan.rules.never_improved import NeverImproved
from relplan.rules.no_c_level_voice import NoCLevelVoice
from relplan.rules.no_core_team import NoCoreTeam
from relplan.rules.no_critic import NoCritic
from relplan.rules.no_decision_maker import NoDecisionMaker
from relplan.rules.no_executive_tie import NoExecutiveTie
from relplan.rules.no_feedback import NoFeedback
from relplan.rules.no_mentor import NoMentor
from relplan.rules.no_resistance import NoResistance
from relplan.rules.no_weakness import NoWeakness
from relplan.rules.no_win import NoWin
from relplan.rules.nothing_invested import NothingInvested
from relplan.rules.nothing_learned import NothingLearned
from relplan.rules.one_department import OneDepartment
from relplan.rules.one_person_firm import OnePersonFirm
from relplan.rules.one_voice import OneVoice
from relplan.rules.only_sales_call_homework import OnlySalesCallHomework
from relplan.rules.overdue_initiative import OverdueInitiative
from relplan.rules.overdue_step import OverdueStep
from relplan.rules.own_people_missing import OwnPeopleMissing
from relplan.rules.owner_left import OwnerLeft
from relplan.rules.paid_work_as_gift import PaidWorkAsGift
from relplan.rules.person_without_tie import PersonWithoutTie
from relplan.rules.pitch_hidden_in_plan import PitchHiddenInPlan
from relplan.rules.pitch_outside_cohort import PitchOutsideCohort
from relplan.rules.pitch_outside_run import PitchOutsideRun
from relplan.rules.plan_before_understanding import PlanBeforeUnderstanding
from relplan.rules.practice_not_adapted import PracticeNotAdapted
from relplan.rules.repair_step_skipped import RepairStepSkipped
from relplan.rules.repair_stuck import RepairStuck
from relplan.rules.repair_without_own_fault import RepairWithoutOwnFault
from relplan.rules.reporting_cycle import ReportingCycle
from relplan.rules.review_not_scheduled import ReviewNotScheduled
from relplan.rules.review_overdue import ReviewOverdue
from relplan.rules.review_without_decision import ReviewWithoutDecision
from relplan.rules.sales_plan import SalesPlan
from relplan.rules.sales_plan_initiative import SalesPlanInitiative
from relplan.rules.second_apology import SecondApology
from relplan.rules.silent_champion import SilentChampion
from relplan.rules.silent_key_person import SilentKeyPerson
from relplan.rules.single_threaded import SingleThreaded
from relplan.rules.single_threaded_ours import SingleThreadedOurs
from relplan.rules.staff_without_peers import StaffWithoutPeers
from relplan.rules.stale_fact import StaleFact
from relplan.rules.stalled_initiative import StalledInitiative
from relplan.rules.step_without_value import StepWithoutValue
from relplan.rules.strength_is_a_boast import StrengthIsABoast
from relplan.rules.thin_initiative import ThinInitiative
from relplan.rules.three_by_three import ThreeByThree
from relplan.rules.thrice_unanswered import ThriceUnanswered
from relplan.rules.too_many_goals import TooManyGoals
from relplan.rules.undecided_initiative import UndecidedInitiative
from relplan.rules.unordered_metrics import UnorderedMetrics
from relplan.rules.vague_initiative import VagueInitiative
from relplan.rules.void_without_line import VoidWithoutLine
from relplan.rules.weakness_without_goal import WeaknessWithoutGoal
from relplan.rules.win_overdue import WinOverdue

RULES: tuple[Rule, ...] = (
    GoalWithoutInitiative(),
    InitiativeWithoutOwner(),
    InitiativeWithoutDate(),
    OverdueInitiative(),
    WeaknessWithoutGoal(),
    InitiativeAfterGoal(),
    ThinInitiative(),
    GoalWithoutWeakness(),
    GoalWithoutMeasure(),
    NoWeakness(),
    PlanBeforeUnderstanding(),
    StalledInitiative(),
    InitiativeForNobody(),
    TooManyGoals(),
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
    ReviewWithoutDecision(),
    DecisionForgotten(),
    BlamesTheClient(),
    SecondApology(),
    RepairWithoutOwnFault(),
    RepairStuck(),
    RepairStepSkipped(),
    NoWin(),
    BrokenChain(),
    DetractorUnanswered(),
    NoCLevelVoice(),
    NoCoreTeam(),
    OnlySalesCallHomework(),
    UnorderedMetrics(),
    StepWithoutValue(),
    PracticeNotAdapted(),
    OwnPeopleMissing(),
    WinOverdue(),
    OverdueStep(),
    OneDepartment(),
    NoResistance(),
    CohortOfOne(),
    DecisionMakerNotPitched(),
    NoFeedback(),
    NeverImproved(),
    PitchHiddenInPlan(),
    PitchOutsideCohort(),
    PitchOutsideRun(),
    FuturePitch(),
)
"""Every rule, in the order of the codes."""
