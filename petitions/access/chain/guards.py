"""Has the database itself refuse whoever would change or delete an entry of the audit log.

Only two things pass: an entry forgets its member when their account is deleted, and the purge deletes what its chain has
marked as purged and is three years old, or ended with its organization. ``migrate`` lifts the guards for as long as it
changes tables, and puts them again; ``verify_audit`` says when they are not there.
"""

from __future__ import annotations

from typing import Any

from django.db import connections

NAMES = (
    "audit_entry_stays",
    "audit_entry_goes_with_the_purge",
    "audit_link_stays",
    "audit_link_goes_with_the_purge",
    "audit_chain_grows",
    "audit_chain_stays",
)
_DAYS = 3 * 365 - 1
"""A day less than the time that entries are kept, so that clocks need not agree to the second."""
_ENTRY, _LINK, _CHAIN = "petitions_auditentry", "petitions_auditlink", "petitions_auditchain"
_TABLES = {"entry": _ENTRY, "link": _LINK, "chain": _CHAIN}
_FREE = f"""EXISTS (SELECT 1 FROM {_LINK} JOIN {_CHAIN} ON {_CHAIN}.id = {_LINK}.chain
    WHERE {_LINK}.entry = OLD.id AND {_LINK}.place <= {_CHAIN}.purged AND ({_CHAIN}.ended_at IS NOT NULL OR OLD.timestamp < %s))"""  # noqa: S608 - all names are constants
_LINK_FREE = f"""EXISTS (SELECT 1 FROM {_CHAIN} WHERE {_CHAIN}.id = OLD.chain AND OLD.place <= {_CHAIN}.purged)
    AND NOT EXISTS (SELECT 1 FROM {_ENTRY} WHERE {_ENTRY}.id = OLD.entry)"""  # noqa: S608 - as above
_GROWS = (
    "NEW.id = OLD.id AND NEW.length >= OLD.length AND NEW.purged >= OLD.purged AND NEW.purged <= NEW.length"
)
_REFUSED = "the audit log stays as it was written"


def put_guards(sender: Any = None, *, using: str = "default", **_more: Any) -> None:
    """Put the guards where the tables are there."""
    connection = connections[using]
    if {_ENTRY, _LINK, _CHAIN} <= set(connection.introspection.table_names()):
        with connection.cursor() as cursor:
            for statement in _statements(connection):
                cursor.execute(statement)


def lift_guards(sender: Any = None, *, using: str = "default", plan: Any = True, **_more: Any) -> None:
    """Take the guards away, where there is something to migrate."""
    if plan:
        with connections[using].cursor() as cursor:
            for statement in lifting(connections[using].vendor):
                cursor.execute(statement)


def lifting(vendor: str) -> list[str]:
    """Return the statements that take the guards away."""
    if vendor == "postgresql":
        return [f"DROP FUNCTION IF EXISTS {name}() CASCADE" for name in (*NAMES, "audit_is_not_emptied")]
    return [f"DROP TRIGGER IF EXISTS {name}" for name in NAMES]


def missing_guards(*, using: str = "default") -> list[str]:
    """Return the names of guards that the database does not have, or that are switched off."""
    connection = connections[using]
    asked = (
        "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D' AND NOT tgisinternal"
        if connection.vendor == "postgresql"
        else "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        there = {row[0] for row in cursor.fetchall()}
    return [name for name in NAMES if name not in there]


def _statements(connection: Any) -> list[str]:
    return _postgresql() if connection.vendor == "postgresql" else _sqlite(connection)


def _rules(old: str) -> dict[str, tuple[str, str, str]]:
    """Return for each guard its table, what it watches, and what passes."""
    return {
        "audit_entry_goes_with_the_purge": ("entry", "DELETE", _FREE % old),
        "audit_link_stays": ("link", "UPDATE", "1 = 0"),
        "audit_link_goes_with_the_purge": ("link", "DELETE", _LINK_FREE),
        "audit_chain_grows": ("chain", "UPDATE", _GROWS),
        "audit_chain_stays": ("chain", "DELETE", "1 = 0"),
    }


def _sqlite(connection: Any) -> list[str]:
    with connection.cursor() as cursor:
        columns = [one.name for one in connection.introspection.get_table_description(cursor, _ENTRY)]
    same = " AND ".join(f"NEW.{name} IS OLD.{name}" for name in columns if name != "actor_id")
    rules = _rules(f"strftime('%Y-%m-%d %H:%M:%f', 'now', '-{_DAYS} days')")
    rules["audit_entry_stays"] = ("entry", "UPDATE", f"NEW.actor_id IS NULL AND {same}")
    return [
        *lifting("sqlite"),
        *(
            f"CREATE TRIGGER {name} BEFORE {watched} ON {_TABLES[table]} WHEN NOT ({passes})"
            f" BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
            for name, (table, watched, passes) in rules.items()
        ),
    ]


def _postgresql() -> list[str]:
    rules = _rules(f"now() - interval '{_DAYS} days'")
    same = "to_jsonb(NEW) - 'actor_id' = to_jsonb(OLD) - 'actor_id'"
    rules["audit_entry_stays"] = ("entry", "UPDATE", f"NEW.actor_id IS NULL AND {same}")
    made = lifting("postgresql")
    for name, (table, watched, passes) in rules.items():
        made.append(_function(name, f"IF NOT ({passes}) THEN {_raise()} END IF; {_RETURN}"))
        made.append(
            f"CREATE TRIGGER {name} BEFORE {watched} ON {_TABLES[table]} FOR EACH ROW EXECUTE FUNCTION {name}()"
        )
    made.append(_function("audit_is_not_emptied", _raise()))
    return made + [
        f"CREATE TRIGGER {table}_is_not_emptied BEFORE TRUNCATE ON {table} EXECUTE FUNCTION audit_is_not_emptied()"
        for table in _TABLES.values()
    ]


_RETURN = "IF TG_OP = 'DELETE' THEN RETURN OLD; END IF; RETURN NEW;"


def _raise() -> str:
    return f"RAISE EXCEPTION '{_REFUSED}' USING ERRCODE = 'integrity_constraint_violation';"


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"
