"""The views of the database: what is asked most often, as SQL over the tables."""

from typing import NamedTuple


class View(NamedTuple):
    """A view: its promised name, what it shows, its promised columns, and the query behind it."""

    name: str
    about: str
    columns: str
    query: str


VIEWS = (
    View(
        "due",
        "What is due on the day, the latest first, with names.",
        "kind client_name person_name owner_name due days_late late why client person owner",
        """
select i.kind, c.name as client_name, p.name as person_name, m.name as owner_name,
       i.due, i.days_late, i.late, i.why, i.client, i.person, i.owner
  from due_items as i
  join clients as c on c.id = i.client
  left join people as p on p.client = i.client and p.id = i.person
  left join members as m on m.id = i.owner
 where i.is_due
 order by i.number""",
    ),
    View(
        "coverage",
        "Who of theirs knows whom of ours: the touches of a year by member, for those who are there.",
        "client client_name person person_name key role "
        "influence tie wanted keeper member touches last_touch",
        """
with recent as (
    select w.client, w.person, t.by, t.date
      from touch_people as w
      join touches as t on t.client = w.client and t.entry = w.entry
     where t.counts and t.date > (select date(today, '-365 days') from book)
)
select p.client, c.name as client_name, p.id as person, p.name as person_name,
       p.key, p.role, p.influence, p.tie, p.wanted, p.keeper,
       r.by as member, count(r.by) as touches, max(r.date) as last_touch
  from people as p
  join clients as c on c.id = p.client
  left join recent as r on r.client = p.client and r.person = p.id
 where p.left is null or p.left > (select today from book)
 group by p.client, p.id, r.by
 order by p.client, p.id, r.by""",
    ),
    View(
        "touches_per_month",
        "Touches that count, and the hours they took, by month, client and member.",
        "month client client_name member touches hours",
        """
select substr(t.date, 1, 7) as month, t.client, c.name as client_name, t.by as member,
       count(*) as touches, coalesce(sum(t.hours), 0) as hours
  from touches as t
  join clients as c on c.id = t.client
 where t.counts
 group by 1, 2, 4
 order by 1, 2, 4""",
    ),
    View(
        "open_initiatives",
        "Initiatives that are planned or under way, the next first.",
        "client client_name goal id what owner_name by late status verdict owner",
        """
select i.client, c.name as client_name, i.goal, i.id, i.what, m.name as owner_name, i.by,
       i.by < (select today from book) as late, i.status, i.verdict, i.owner
  from initiatives as i
  join clients as c on c.id = i.client
  left join members as m on m.id = i.owner
 where i.status in ('planned', 'doing')
 order by i.by is null, i.by, i.client, i.goal, i.id""",
    ),
    View(
        "open_promises",
        "Promises that are not kept yet, the oldest due first.",
        "client client_name what by state owner_name people given owner",
        """
select p.client, c.name as client_name, p.what, p.by, p.state, m.name as owner_name, p.people,
       p.given, p.owner
  from promises as p
  join clients as c on c.id = p.client
  left join members as m on m.id = p.owner
 where p.state in ('open', 'broken')
 order by p.by, p.client, p.number""",
    ),
)
FLAGS = frozenset({"late", "key"})
"""The columns of views that say true or false, which SQLite keeps as 1 and 0."""
LISTS = frozenset({"people"})
"""Those that hold a list, which SQLite keeps as JSON."""
VIEWS_BY_NAME = {one.name: one for one in VIEWS}


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a view, in order."""
    return tuple(VIEWS_BY_NAME[name].columns.split())
