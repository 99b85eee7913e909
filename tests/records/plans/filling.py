"""A million made-up matters of fifty offices with all that hangs on them, by SQL; what is sealed is chance, of the real size."""

from __future__ import annotations

import os

import psycopg

MATTERS, LINES, OFFICES, MEMBERS = 1_000_000, 1_000_000, 50, 8
VISITS, KEPT, SESSIONS, REMINDERS, TASKS, TRIES = 100_000, 100_000, 200_000, 100_000, 100_000, 50_000
JOBS, PARTS, REVIEWS, DECISIONS = 2_000, 20_000, 100, 200_000
BIG_OFFICE = f"{7:024x}"
"""One of the fifty, with twenty thousand matters."""
_FIRST_MEMBER = 1_000_000
_CHANCE = 1_000_000
_ANSWERS, _SUMMARY, _LOOK, _COMMENT, _KEY = 1968, 474, 1968, 180, 150
"""Bytes of what is sealed: two cases with all answers, and the others as measured."""


def fill(connection: psycopg.Connection) -> None:
    """Fill the tables, which have no indexes meanwhile."""
    blob = os.urandom(_CHANCE + 4096)
    for statement in _STATEMENTS:
        connection.execute(statement.encode(), {"blob": blob} if "%(blob)s" in statement else None)


def _sealed(size: int, row: str = "i") -> str:
    """Return SQL for so many bytes of chance, others in each row."""
    return f"substring(%(blob)s::bytea from ({row} * 7919::bigint %% {_CHANCE})::int + 1 for {size})"


_OFFICE = f"lpad(to_hex(i %% {OFFICES} + 1), 24, '0')"
_MEMBER = f"{_FIRST_MEMBER} + (i %% {OFFICES}) * {MEMBERS} + (i / {OFFICES}) %% {MEMBERS}"
_MATTER = "md5('matter' || i)"
_PLACE = f"(i / {OFFICES}) %% 100"
_AGO = "(i * 7919::bigint %% 14000000) * interval '1 second'"
"""Up to 162 days: an office keeps a matter that nobody touches for 180."""


def _rows(count: int) -> str:
    return f"FROM generate_series(1, {count}) AS i"


def _bare(statement: str) -> str:
    """Return a statement that takes no parameters, in which nothing is doubled."""
    return statement if "%(blob)s" in statement else statement.replace("%%", "%")


_STATEMENTS = tuple(
    _bare(one)
    for one in (
        f"""INSERT INTO petitions_organization (id, name, created_at, street, unit, city, state, zip, phone, email,
            days_after_close, days_untouched, last_number)
        SELECT lpad(to_hex(i), 24, '0'), 'Example Office ' || i, now(), '', '', '', 'CA', '', '', '', 90, 180, {MATTERS}
        {_rows(OFFICES)}""",
        f"""INSERT INTO petitions_user (id, password, is_superuser, username, first_name, last_name, email, is_staff,
            is_active, date_joined)
        SELECT {_FIRST_MEMBER} + i, '!', false, 'bulk-' || i, '', '', 'bulk-' || i || '@example.org', false, true, now()
        FROM generate_series(0, {OFFICES * MEMBERS - 1}) AS i""",
        f"""INSERT INTO petitions_membership (organization_id, user_id, role, added_at, edits_courts)
        SELECT lpad(to_hex(i / {MEMBERS} + 1), 24, '0'), {_FIRST_MEMBER} + i,
            (ARRAY['volunteer', 'volunteer', 'volunteer', 'reviewer', 'admin'])[i %% 5 + 1], now(), false
        FROM generate_series(0, {OFFICES * MEMBERS - 1}) AS i""",
        f"""INSERT INTO petitions_interview (id, content, key_id, version, keeping, created_at, touched_at)
        SELECT md5('interview' || i), {_sealed(_ANSWERS)}, 'k1', 40, 'matter', now() - {_AGO} - interval '1 day',
            now() - {_AGO} {_rows(MATTERS)}""",
        f"""INSERT INTO petitions_matter (id, organization_id, number, interview_id, state, language, summary, summary_key_id,
            summary_version, created_by_id, assigned_to_id, agreed_text, opened_at, changed_at, closed_at,
            approved_version, approved_hash, approved_courts)
        SELECT {_MATTER}, {_OFFICE}, i / {OFFICES} + 1, md5('interview' || i),
            CASE WHEN {_PLACE} < 25 THEN 'intake' WHEN {_PLACE} < 27 THEN 'in_review' WHEN {_PLACE} < 57 THEN 'closed'
                ELSE 'approved' END,
            'en', {_sealed(_SUMMARY)}, 'k1', 40, {_MEMBER}, CASE WHEN i %% 3 = 0 THEN {_MEMBER} END, '2026-11',
            now() - {_AGO} - interval '1 day', now() - {_AGO},
            CASE WHEN {_PLACE} BETWEEN 27 AND 56 THEN now() - {_AGO} / 2 END,
            CASE WHEN {_PLACE} >= 27 THEN 40 END, CASE WHEN {_PLACE} >= 27 THEN md5('h' || i) || md5('g' || i) ELSE '' END,
            CASE WHEN {_PLACE} >= 27 THEN md5('c' || i %% 99) || md5('c' || i %% 99) ELSE '' END
        {_rows(MATTERS)}""",
        f"""INSERT INTO petitions_mattername (matter_id, organization_id, mark)
        SELECT {_MATTER}, {_OFFICE}, md5('mark' || w || (i * (w * 31 + 7) %% 5000)) || md5('n' || (i * (w * 31 + 7) %% 5000))
        {_rows(MATTERS)}, generate_series(1, 2) AS w""",
        f"""INSERT INTO petitions_casestep (matter_id, organization_id, place, status, "on", outcome, department, noted_by_id,
            noted_at, version)
        SELECT {_MATTER}, {_OFFICE}, 'c1', status, current_date - (i %% 150), '', '', {_MEMBER}, now(), 1
        {_rows(MATTERS)}, unnest(ARRAY['printed', 'filed', 'served', 'decided']) WITH ORDINALITY AS s(status, n)
        WHERE {_PLACE} >= 27 AND n <= i %% 5""",
        f"""INSERT INTO petitions_comment (id, matter_id, organization_id, user_id, content, key_id, at, settled_at)
        SELECT md5('comment' || i), {_MATTER}, {_OFFICE}, {_MEMBER}, {_sealed(_COMMENT)}, 'k1', now() - {_AGO},
            CASE WHEN i %% 4 > 0 THEN now() END {_rows(MATTERS)} WHERE i %% 5 = 0""",
        f"""INSERT INTO petitions_look (matter_id, organization_id, user_id, version, content, key_id, at)
        SELECT {_MATTER}, {_OFFICE}, {_MEMBER}, 39, {_sealed(_LOOK)}, 'k1', now() - {_AGO}
        {_rows(MATTERS)} WHERE {_PLACE} >= 27 AND i %% 3 = 0""",
        f"""INSERT INTO petitions_checkouttick (matter_id, organization_id, item, user_id, at)
        SELECT {_MATTER}, {_OFFICE}, item, {_MEMBER}, now() {_rows(MATTERS)}, unnest(ARRAY['signed', 'copied']) AS item
        WHERE {_PLACE} >= 80""",
        f"""INSERT INTO petitions_told (id, matter_id, organization_id, place, status, by, is_sent, at)
        SELECT md5('told' || i), {_MATTER}, {_OFFICE}, 'c1', 'filed', 'email', true, now() - {_AGO}
        {_rows(MATTERS)} WHERE i %% 10 = 0""",
        f"""INSERT INTO petitions_transfer (id, matter_id, organization_id, to_id, asked_by_id, at, settled_at, is_accepted)
        SELECT md5('transfer' || i), {_MATTER}, {_OFFICE}, lpad(to_hex((i + 1) %% {OFFICES} + 1), 24, '0'), {_MEMBER},
            now() - {_AGO}, CASE WHEN i %% 20000 > 0 THEN now() END, false {_rows(MATTERS)} WHERE i %% 200 = 0""",
        f"""INSERT INTO petitions_auditentry (id, object_pk, object_repr, serialized_data, action, changes_text, changes,
            actor_id, cid, remote_addr, remote_port, "timestamp", additional_data, actor_email, content_type_id,
            organization_id)
        SELECT i, md5('matter' || i %% {MATTERS}), 'matter ' || i / {OFFICES} + 1, NULL, i %% 4, '', '{{}}'::jsonb, {_MEMBER},
            NULL, NULL, NULL, now() - (i * 30::bigint %% 30000000) * interval '1 second',
            '{{"role": "volunteer", "what": "matter"}}'::jsonb, NULL,
            (SELECT id FROM django_content_type WHERE model = 'matter' AND app_label = 'petitions'), {_OFFICE}
        {_rows(LINES)}""",
        f"""INSERT INTO petitions_auditlink (chain, place, entry, who, before, key_id, seal)
        SELECT {_OFFICE}, i / {OFFICES} + 1, i, {_MEMBER}, md5('s' || i) || md5('t' || i), 'k1', md5('u' || i) || md5('v' || i)
        {_rows(LINES)}""",
        f"""INSERT INTO petitions_auditchain (id, length, head, purged, anchor, key_id, seal)
        SELECT lpad(to_hex(i), 24, '0'), {LINES // OFFICES + 1}, '', 0, '', 'k1', '' {_rows(OFFICES)}""",
        f"""SELECT setval(pg_get_serial_sequence('petitions_auditentry', 'id'), {LINES})""",
        f"""INSERT INTO petitions_keptanswers (id, content, public_key, locked_key, days, until)
        SELECT md5('kept' || i) || md5('k' || i), {_sealed(_ANSWERS)}, {_sealed(_KEY)}, {_sealed(_KEY)}, 30,
            now() + (i %% 2500000) * interval '1 second' - CASE WHEN i %% 10000 = 0 THEN interval '90 days' ELSE '0 s' END
        {_rows(KEPT)}""",
        f"""INSERT INTO petitions_interview (id, content, key_id, version, keeping, kept_id, created_at, touched_at)
        SELECT md5('visit' || i), {_sealed(_ANSWERS)}, 'k1', 12, CASE WHEN i %% 20 = 0 THEN 'visit' ELSE 'own' END,
            CASE WHEN i %% 20 = 0 THEN md5('kept' || i) || md5('k' || i) END,
            now() - (i %% 250000) * interval '1 second' - CASE WHEN i %% 5000 = 1 THEN interval '5 days' ELSE '10 s' END,
            now() - CASE WHEN i %% 20 = 0 THEN i %% 1700 ELSE i %% 250000 END * interval '1 second'
        {_rows(VISITS)}""",
        f"""INSERT INTO django_session (session_key, session_data, expire_date)
        SELECT md5('session' || i), repeat(md5('d' || i), 8),
            now() + (i %% 600000) * interval '1 second' - CASE WHEN i %% 5000 = 0 THEN interval '8 days' ELSE '0 s' END
        {_rows(SESSIONS)}""",
        f"""INSERT INTO petitions_reminder (id, content, key_id, language, days, next_on, confirmed_at, expires_at, version,
            tries)
        SELECT md5('r' || i) || md5('q' || i), {_sealed(_KEY)}, 'k1', 'en', '2027-01-01',
            current_date + 1 + i %% 100 - CASE WHEN i %% 2000 = 0 THEN 101 ELSE 0 END, now(), now() + interval '100 days', 1, 0
        {_rows(REMINDERS)}""",
        f"""INSERT INTO petitions_mailcount (key, day, count)
        SELECT md5('m' || i) || md5('n' || i), current_date - i %% 2, 1 {_rows(TRIES)}""",
        f"""INSERT INTO petitions_wrongtries (id, count, until)
        SELECT md5('w' || i) || md5('x' || i), i %% 20, now() + (i %% 3600) * interval '1 second' + interval '1 day'
        {_rows(TRIES)}""",
        f"""INSERT INTO django_tasks_database_dbtaskresult (id, status, enqueued_at, started_at, finished_at, args_kwargs,
            priority, task_path, worker_ids, queue_name, backend_name, run_after, exception_class_path, traceback)
        SELECT md5('task' || i)::uuid, CASE WHEN i %% 500 = 0 THEN 'READY' ELSE 'SUCCESSFUL' END,
            now() - (i %% 80000) * interval '1 second', now(), now(), '{{"args": [], "kwargs": {{}}}}', 0,
            'petitions.clinic.printing.tasks.print_some', '[]', 'default', 'default', '9999-01-01 00:00+00', '', ''
        {_rows(TASKS)}""",
        f"""INSERT INTO petitions_printjob (id, organization_id, user_id, token, options, state, content, key_id, worker, tries,
            pages, created_at)
        SELECT md5('job' || i), {_OFFICE}, {_MEMBER}, md5('token' || i),
            '{{"print": {{}}, "language": "en", "on": "2026-11-24"}}', CASE WHEN i %% 100 = 0 THEN 'waiting' ELSE 'done' END,
            {_sealed(_KEY)}, 'k1', '', 1, 40, now() - (i %% 80000) * interval '1 second' {_rows(JOBS)}""",
        f"""INSERT INTO petitions_printpart (matter_id, organization_id, job_id, position, version, facts_hash, state, trouble,
            pages, worker, tries)
        SELECT {_MATTER}, {_OFFICE}, md5('job' || (i - 1) / ({OFFICES} * 10) * {OFFICES} + i %% {OFFICES} + 1), i / {OFFICES},
            40, '', CASE WHEN i %% 100 = 0 THEN 'waiting' ELSE 'done' END, '', 12, '', 1 {_rows(PARTS)}""",
        f"""INSERT INTO petitions_countyreview (state, worker, tries, trouble, step, done, whole, id, organization_id, county,
            "on", options, content, key_id, rows, created_at, until, version)
        SELECT 'done', '', 1, '', '', 0, 0, md5('review' || i), {_OFFICE}, 'ALAMEDA', current_date, '{{}}', {_sealed(_KEY)},
            'k1', 100000, now() - interval '1 day', now() + interval '29 days', 1 {_rows(REVIEWS)}""",
        f"""INSERT INTO petitions_reviewdecision (review_id, organization_id, "row", content, is_changed, is_looked_at, at,
            version)
        SELECT md5('review' || i %% {REVIEWS} + 1), lpad(to_hex((i %% {REVIEWS} + 1) %% {OFFICES} + 1), 24, '0'), i,
            {_sealed(_KEY)}, i %% 7 = 0, true, now(), 1 {_rows(DECISIONS)}""",
    )
)
