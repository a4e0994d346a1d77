"""Schema 2: challenges and what they rest on. Frozen: never change it once released, add a step instead.

Where a table gains columns, the checksum of each row that was whole is made anew over all of them; one
that was damaged stays recognisable as damaged.
"""

SQL = """
ALTER TABLE contact ADD COLUMN privacy TEXT NOT NULL DEFAULT 'role_only';
ALTER TABLE contact ADD COLUMN language TEXT NOT NULL DEFAULT '';
UPDATE contact SET checksum = row_checksum(
    id, name, created, prefix, given, additional, family, suffix, nickname, organisation, unit, role, emails,
    phones, links, addresses, birthday, photo, tags, fields, note, relation, circle, far_away, source,
    source_detail, cadence, privacy, language, sort_key, organisation_key, city
) WHERE checksum = row_checksum(
    id, name, created, prefix, given, additional, family, suffix, nickname, organisation, unit, role, emails,
    phones, links, addresses, birthday, photo, tags, fields, note, relation, circle, far_away, source,
    source_detail, cadence, sort_key, organisation_key, city
);

ALTER TABLE calendar_copy ADD COLUMN title TEXT NOT NULL DEFAULT '';
UPDATE calendar_copy SET checksum = row_checksum(
    id, subject_id, uid, sequence, created, exported, start, "end", place, status, file, piece, current, title
) WHERE checksum = row_checksum(
    id, subject_id, uid, sequence, created, exported, start, "end", place, status, file, piece, current
);

ALTER TABLE preferences ADD COLUMN challenge_id BLOB;
ALTER TABLE preferences ADD COLUMN own_name TEXT NOT NULL DEFAULT '';
ALTER TABLE preferences ADD COLUMN language TEXT NOT NULL DEFAULT '';
UPDATE preferences SET checksum = row_checksum(
    id, private_events, export_shape, export_folder, vcard_version, challenge_id, own_name, language
) WHERE checksum = row_checksum(id, private_events, export_shape, export_folder, vcard_version);

CREATE TABLE challenge (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    start TEXT NOT NULL,
    period TEXT NOT NULL,
    periods INTEGER NOT NULL,
    until TEXT,
    known INTEGER NOT NULL,
    new INTEGER NOT NULL,
    anyone INTEGER NOT NULL,
    channels TEXT NOT NULL,
    least_minutes INTEGER NOT NULL,
    recorded INTEGER NOT NULL,
    carry_over INTEGER NOT NULL,
    focus TEXT NOT NULL,
    partner_id BLOB REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    about TEXT NOT NULL
);
CREATE INDEX challenge_by_partner ON challenge (partner_id) WHERE partner_id IS NOT NULL;

CREATE TABLE slot (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    challenge_id BLOB NOT NULL REFERENCES challenge (id) DEFERRABLE INITIALLY DEFERRED,
    contact_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    period INTEGER NOT NULL,
    created TEXT NOT NULL,
    lane TEXT,
    interview_id BLOB REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX slot_by_challenge ON slot (challenge_id, period);
CREATE INDEX slot_by_contact ON slot (contact_id);
CREATE INDEX slot_by_interview ON slot (interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE count_decision (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    challenge_id BLOB NOT NULL REFERENCES challenge (id) DEFERRABLE INITIALLY DEFERRED,
    interview_id BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
    counts INTEGER NOT NULL,
    created TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX count_decision_by_challenge ON count_decision (challenge_id);
CREATE INDEX count_decision_by_interview ON count_decision (interview_id);

CREATE TABLE introduction (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    by_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    to_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL,
    at TEXT NOT NULL,
    stage TEXT NOT NULL,
    interview_id BLOB REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL,
    at_utc INTEGER NOT NULL
);
CREATE INDEX introduction_by_who ON introduction (by_id, at_utc);
CREATE INDEX introduction_by_whom ON introduction (to_id, at_utc);
CREATE INDEX introduction_by_stage ON introduction (stage, at_utc);
CREATE INDEX introduction_by_interview ON introduction (interview_id) WHERE interview_id IS NOT NULL;

CREATE TABLE recording (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    interview_id BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL,
    title TEXT NOT NULL,
    link TEXT NOT NULL,
    digest TEXT NOT NULL,
    file_name TEXT NOT NULL,
    consent TEXT,
    public INTEGER NOT NULL
);
CREATE INDEX recording_by_interview ON recording (interview_id);
CREATE INDEX recording_by_digest ON recording (digest) WHERE digest <> '';

CREATE TABLE touch (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    contact_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    inbound INTEGER NOT NULL,
    text TEXT NOT NULL,
    challenge_id BLOB REFERENCES challenge (id) DEFERRABLE INITIALLY DEFERRED,
    at_utc INTEGER NOT NULL
);
CREATE INDEX touch_by_contact ON touch (contact_id, at_utc);
CREATE INDEX touch_by_challenge ON touch (challenge_id, at_utc) WHERE challenge_id IS NOT NULL;

CREATE TABLE busy_time (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    created TEXT NOT NULL,
    source TEXT NOT NULL,
    whole_day INTEGER NOT NULL,
    start_utc INTEGER NOT NULL,
    end_utc INTEGER NOT NULL
);
CREATE INDEX busy_time_by_start ON busy_time (start_utc);
CREATE INDEX busy_time_by_source ON busy_time (source);

CREATE TABLE message_template (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    created TEXT NOT NULL,
    body TEXT NOT NULL,
    subject TEXT NOT NULL
);
CREATE INDEX message_template_by_kind ON message_template (kind, language);

CREATE TABLE friend_progress (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    challenge TEXT NOT NULL,
    created TEXT NOT NULL,
    start TEXT NOT NULL,
    period TEXT NOT NULL,
    periods INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    met TEXT NOT NULL,
    as_of TEXT NOT NULL
);
"""
