"""Schema 3: before, during and after the talk. Frozen: never change it once released, add a step instead.

As in schema 2, the checksum of each row that was whole is made anew over all its columns. What can be
derived is derived here for the rows that are there; text that is no JSON any more is passed over. Moments
are cut to whole seconds before SQLite sees them, as it would round some of them up.
"""

SQL = """
ALTER TABLE contact ADD COLUMN birthday_key TEXT;
UPDATE contact SET birthday_key =
    printf('%02d-%02d', json_extract(birthday, '$.month'), json_extract(birthday, '$.day'))
WHERE birthday IS NOT NULL AND json_valid(birthday);
UPDATE contact SET checksum = row_checksum(
    id, name, created, prefix, given, additional, family, suffix, nickname, organisation, unit, role, emails,
    phones, links, addresses, birthday, photo, tags, fields, note, relation, circle, far_away, source,
    source_detail, cadence, privacy, language, sort_key, organisation_key, city, birthday_key
) WHERE checksum = row_checksum(
    id, name, created, prefix, given, additional, family, suffix, nickname, organisation, unit, role, emails,
    phones, links, addresses, birthday, photo, tags, fields, note, relation, circle, far_away, source,
    source_detail, cadence, privacy, language, sort_key, organisation_key, city
);
CREATE INDEX contact_by_birthday ON contact (birthday_key) WHERE birthday_key IS NOT NULL;
CREATE INDEX contact_by_cadence ON contact (cadence) WHERE cadence IS NOT NULL;
CREATE TABLE contact_place (
    key TEXT NOT NULL,
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT NOT NULL,
    PRIMARY KEY (key, contact)
) WITHOUT ROWID;
CREATE INDEX contact_place_by_contact ON contact_place (contact);
INSERT OR IGNORE INTO contact_place
SELECT fold(place), contact, place FROM (
    SELECT contact.id AS contact,
        trim(coalesce(nullif(a.value ->> '$.city', ''), a.value ->> '$.country')) AS place
    FROM contact, json_each(iif(json_valid(addresses), addresses, '[]')) a
) WHERE fold(place) <> '';
INSERT OR IGNORE INTO contact_place SELECT transcribed(place), contact, place FROM contact_place;

CREATE TABLE pitch (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    created TEXT NOT NULL,
    listener TEXT NOT NULL,
    seconds INTEGER NOT NULL,
    language TEXT NOT NULL
);

CREATE TABLE question_set (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    questions TEXT NOT NULL,
    created TEXT NOT NULL,
    purpose TEXT NOT NULL,
    language TEXT NOT NULL
);

CREATE TABLE desired_role (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    title TEXT NOT NULL,
    created TEXT NOT NULL,
    organisation TEXT NOT NULL,
    contact_id BLOB REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    note TEXT NOT NULL
);
CREATE INDEX desired_role_by_contact ON desired_role (contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE favour (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    contact_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    created TEXT NOT NULL,
    at TEXT NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    introduction_id BLOB REFERENCES introduction (id) DEFERRABLE INITIALLY DEFERRED,
    interview_id BLOB REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED,
    at_utc INTEGER NOT NULL
);
CREATE INDEX favour_by_contact ON favour (contact_id, at_utc);
CREATE INDEX favour_by_kind ON favour (kind, at_utc);
CREATE INDEX favour_by_introduction ON favour (introduction_id) WHERE introduction_id IS NOT NULL;
CREATE INDEX favour_by_interview ON favour (interview_id) WHERE interview_id IS NOT NULL;

ALTER TABLE interview ADD COLUMN questions TEXT NOT NULL DEFAULT '[]';
ALTER TABLE interview ADD COLUMN pitch_id BLOB REFERENCES pitch (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE interview ADD COLUMN stage_utc INTEGER NOT NULL DEFAULT 0;
UPDATE interview SET stage_utc = coalesce(
    iif(json_valid(steps), unixepoch(substr(json_extract(steps, '$[#-1].at'), 1, 19)), NULL),
    unixepoch(substr(created, 1, 19)),
    0
);
UPDATE interview SET
    participants = replace(participants, '"}', '","who_else":"not_asked"}'),
    checksum = row_checksum(
        id, replace(participants, '"}', '","who_else":"not_asked"}'), created, start, minutes, channel, place,
        link, reminder, steps, questions, pitch_id, start_utc, end_utc, day, stage, stage_utc
    )
WHERE checksum = row_checksum(
    id, participants, created, start, minutes, channel, place, link, reminder, steps, start_utc, end_utc,
    day, stage
);
CREATE INDEX interview_by_stage ON interview (stage, stage_utc);
CREATE INDEX interview_by_pitch ON interview (pitch_id) WHERE pitch_id IS NOT NULL;

ALTER TABLE follow_up ADD COLUMN interview_id BLOB REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE follow_up ADD COLUMN favour_id BLOB REFERENCES favour (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE follow_up ADD COLUMN introduction_id BLOB
    REFERENCES introduction (id) DEFERRABLE INITIALLY DEFERRED;
UPDATE follow_up SET checksum = row_checksum(
    id, text, created, kind, contact_id, entry_id, due, done, history, position, interview_id, favour_id,
    introduction_id
) WHERE checksum = row_checksum(
    id, text, created, kind, contact_id, entry_id, due, done, history, position
);
CREATE INDEX follow_up_by_interview ON follow_up (interview_id) WHERE interview_id IS NOT NULL;
CREATE INDEX follow_up_by_favour ON follow_up (favour_id) WHERE favour_id IS NOT NULL;
CREATE INDEX follow_up_by_introduction ON follow_up (introduction_id) WHERE introduction_id IS NOT NULL;

CREATE TABLE contact_moment (
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    at INTEGER NOT NULL,
    owner BLOB NOT NULL,
    PRIMARY KEY (contact, at, owner)
) WITHOUT ROWID;
CREATE INDEX contact_moment_by_owner ON contact_moment (owner);
INSERT OR IGNORE INTO contact_moment
SELECT p.contact, iif(s.kind <> 'met' OR p.start_utc IS NULL OR EXISTS (
    SELECT 1 FROM interview_step later
    WHERE later.interview = s.interview AND later.position > s.position AND later.kind = 'moved'
), unixepoch(substr(s.at, 1, 19)), p.start_utc), p.interview
FROM interview_person p JOIN interview_step s ON s.interview = p.interview
WHERE s.kind IN ('asked', 'replied', 'declined', 'met');
INSERT OR IGNORE INTO contact_moment SELECT contact_id, at_utc, id FROM touch;
INSERT OR IGNORE INTO contact_moment
SELECT contact_id, at, owner FROM (
    SELECT contact_id, follow_up.id AS owner, (
        SELECT max(unixepoch(substr(e.value ->> '$.at', 1, 19)))
        FROM json_each(iif(json_valid(history), history, '[]')) e
        WHERE e.value ->> '$.kind' = 'done'
    ) AS at
    FROM follow_up
    WHERE done = 1 AND contact_id IS NOT NULL AND kind IN ('thank', 'thank_later', 'write', 'report')
) WHERE at IS NOT NULL;

ALTER TABLE preferences ADD COLUMN circle_cadences TEXT NOT NULL
    DEFAULT '[{"circle":"family","days":30},{"circle":"friend","days":30}]';
ALTER TABLE preferences ADD COLUMN answer_days INTEGER NOT NULL DEFAULT 7;
ALTER TABLE preferences ADD COLUMN follow_ups_in_calendar TEXT NOT NULL DEFAULT 'none';
UPDATE preferences SET checksum = row_checksum(
    id, private_events, export_shape, export_folder, vcard_version, challenge_id, own_name, language,
    circle_cadences, answer_days, follow_ups_in_calendar
) WHERE checksum = row_checksum(
    id, private_events, export_shape, export_folder, vcard_version, challenge_id, own_name, language
);
"""
