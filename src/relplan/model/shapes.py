"""The fields of every shape, as tools/make_shapes.py reads them from the models; do not edit.

A field is its written name and `attribute<kind`; at the end stands `!` when it must be written, `?`
when it may be nothing, or `=` with what holds where it is not written. `kind*` is one or many,
`[kind]` a list, `{key:kind}` a group under keys; an attribute that is called as the field is written
is left out.
"""

SHAPES: dict[str, tuple[str, str, str]] = {
    "Absence": (
        "settings",
        "",
        "from from_<date!; to date!; cover id?",
    ),
    "Cadences": (
        "settings",
        "",
        "A duration=4w; B duration=8w; C duration=13w",
    ),
    "Calendar": (
        "settings",
        "",
        "working_days weekdays=mon,tue,wed,thu,fri; holidays region*=; closed date*=",
    ),
    "Campaign": (
        "campaign",
        "",
        (
            "proposition text!; promise text?; owner id?; executives {id:text}=; resistance "
            "{id:Resistance}=; cohort Cohort=; runs Runs?; pitches [Pitch]=; versions "
            "{date:text}="
        ),
    ),
    "Cohort": (
        "campaign",
        "",
        "is what<text?; clients id*=; prospects id*=; where Traits?; unless Traits?; without id*=",
    ),
    "Decision": (
        "plan",
        "what",
        "what text!; owner id?; by date?",
    ),
    "Fmt": (
        "settings",
        "",
        "sections sections=false; fields flag=false; indent indent?",
    ),
    "Goal": (
        "plan",
        "goal",
        (
            "goal text!; answers id*=; by date?; measure Measure?; initiatives {id:Initiative}=; "
            "private flag=false"
        ),
    ),
    "HeldReview": (
        "plan",
        "",
        "with people<id*=; ours id*=; decided [Decision]=; note text?",
    ),
    "Homework": (
        "prospect",
        "",
        (
            "learned text!; from source<text!; who text?; date date?; topic text?; for "
            "steps<id*=; private flag=false"
        ),
    ),
    "Import": (
        "settings",
        "",
        "columns {text:Column}=",
    ),
    "Initiative": (
        "plan",
        "what",
        (
            "what text!; owner id?; by date?; for people<id*=; invests text?; learns text?; "
            "illustrates text?; status InitiativeStatus=planned; hours amount?; done date?; "
            "result text?; private flag=false"
        ),
    ),
    "JudgementSettings": (
        "settings",
        "",
        "words TeamWords=",
    ),
    "Lint": (
        "settings",
        "",
        (
            "profile Profile=team; rules text*=; select text*=; ignore text*=; per_client "
            "{id:LintPart}=; per_path {text:LintPart}=; manual text?; judgement "
            "JudgementSettings="
        ),
    ),
    "LintPart": (
        "settings",
        "",
        "profile Profile?; select text*=; ignore text*=",
    ),
    "Measure": (
        "plan",
        "",
        "what text!; target amount!; actual amount?",
    ),
    "Member": (
        "settings",
        "",
        (
            "name text!; email text?; phone text?; tier id!; department text?; title text?; away "
            "Absence*=; left date?"
        ),
    ),
    "Metric": (
        "prospect",
        "",
        "what text!; target amount?; actual amount?",
    ),
    "OwnPerson": (
        "prospect",
        "",
        (
            "name text!; title text?; force Force!; influence Influence?; motive text?; answer "
            "text?; private flag=false"
        ),
    ),
    "Person": (
        "person",
        "name",
        (
            "name text!; title text?; department text?; role Role?; level Level?; influence "
            "Influence?; stance Stance?; reports_to id?; influences id*=; ours id?; tie Tie?; "
            "wanted Tie?; cadence cadence?; email text?; phone text?; birthday birthday?; "
            "interests text*=; notes text?; external flag=false; since date?; left date?; "
            "known_by KnownBy?; as_of date?; private flag=false"
        ),
    ),
    "Pitch": (
        "campaign",
        "",
        "date date!; at id!; to id!; by id!; outcome Outcome=open; feedback text?",
    ),
    "Plan": (
        "plan",
        "",
        (
            "client text!; owner id?; priority Priority!; status Status=active; since date?; team "
            "id*=; tags id*=; notes text?; current_work text*=; values {id:Value}=; roles "
            "{id:Person}=; strengths {id:Strength}=; weaknesses {id:Weakness}=; goals {id:Goal}=; "
            "review Review=; repair Repair?; won text?"
        ),
    ),
    "Practice": (
        "prospect",
        "",
        "from source<text!; adapted text?",
    ),
    "Promise": (
        "touch",
        "",
        "what text!; by date!",
    ),
    "Prospect": (
        "prospect",
        "",
        (
            "prospect text!; owner id?; priority Priority=B; status ProspectStatus=active; since "
            "date?; tags id*=; notes text?; win Win?; voice id?; core_team id*=; roles "
            "{id:Person}=; ours {id:OwnPerson}=; steps {id:Step}=; homework {id:Homework}=; "
            "metrics {id:Metric}=; practices {id:Practice}=; review Review="
        ),
    ),
    "Repair": (
        "plan",
        "",
        (
            "began date!; what text?; lead id?; our_faults text*=; step RepairStep=finish; until "
            "date?; corrected text?; answer text?; taken {RepairStep:date}=; ended date?"
        ),
    ),
    "Resistance": (
        "campaign",
        "",
        "who text?; what text!; answer text?",
    ),
    "Review": (
        "plan",
        "every",
        "every duration?; next date?; held {date:HeldReview}=",
    ),
    "Runs": (
        "campaign",
        "",
        "from from_<date!; to date!",
    ),
    "Settings": (
        "settings",
        "",
        (
            "format count=1; firm text!; team {id:Member}=; tiers tiers=; cadence Cadences=; "
            "review duration=3m; call_back_after duration=3d; calendar Calendar=; lint Lint=; fmt "
            "Fmt=; import import_<Import="
        ),
    ),
    "Step": (
        "prospect",
        "what",
        (
            "what text!; stage text?; by date?; needs id*=; people {id:Force}=; value text?; done "
            "date?"
        ),
    ),
    "Strength": (
        "plan",
        "text",
        "text text!; evidence text?; private flag=false",
    ),
    "TeamWords": (
        "settings",
        "",
        "sales text*=; relationship text*=; vague text*=",
    ),
    "Tier": (
        "settings",
        "",
        "contacts count=0; lunches count?; budget money?; expects text*=",
    ),
    "Touch": (
        "touch",
        "",
        (
            "date date!; with people<id*=; by id!; how How?; note text?; learned text?; for "
            "initiative<id?; hours amount?; cost money?; answered flag=true; planned flag=false; "
            "cancelled flag=false; promise Promise?; kept text?; taken_over text?; snooze date?; "
            "void text?; private flag=false"
        ),
    ),
    "Traits": (
        "campaign",
        "",
        "of CohortKind?; priority Priority*=; status AnyStatus*=; tags id*=; owner id*=",
    ),
    "Value": (
        "plan",
        "text",
        "text text!; known_by text?; as_of date?; private flag=false",
    ),
    "Weakness": (
        "plan",
        "text",
        "text text!; evidence text?; private flag=false",
    ),
    "Win": (
        "prospect",
        "",
        "what text!; by date!; sponsor id?",
    ),
}
"""By name: the module of the shape, its short form, its fields."""
