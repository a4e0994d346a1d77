"""Schema 1. Frozen: never change it once released, add a step instead."""

SQL = """
CREATE TABLE contact (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL,
    created TEXT NOT NULL,
    prefix TEXT NOT NULL,
    given TEXT NOT NULL,
    additional TEXT NOT NULL,
    family TEXT NOT NULL,
    suffix TEXT NOT NULL,
    nickname TEXT NOT NULL,
    organisation TEXT NOT NULL,
    unit TEXT NOT NULL,
    role TEXT NOT NULL,
    emails TEXT NOT NULL,
    phones TEXT NOT NULL,
    links TEXT NOT NULL,
    addresses TEXT NOT NULL,
    birthday TEXT,
    photo TEXT,
    tags TEXT NOT NULL,
    fields TEXT NOT NULL,
    note TEXT NOT NULL,
    relation TEXT NOT NULL,
    circle TEXT,
    far_away INTEGER NOT NULL,
    source TEXT,
    source_detail TEXT NOT NULL,
    cadence INTEGER,
    sort_key TEXT NOT NULL,
    organisation_key TEXT NOT NULL,
    city TEXT NOT NULL
);
CREATE INDEX contact_by_name ON contact (sort_key, number);
CREATE INDEX contact_by_relation ON contact (relation, sort_key, number);
CREATE INDEX contact_by_circle ON contact (circle, sort_key, number) WHERE circle IS NOT NULL;
CREATE INDEX contact_by_source ON contact (source, sort_key, number) WHERE source IS NOT NULL;
CREATE TABLE contact_tag (
    tag TEXT NOT NULL,
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (tag, contact)
) WITHOUT ROWID;
CREATE INDEX contact_tag_by_contact ON contact_tag (contact);
CREATE TABLE contact_key (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (kind, key, contact)
) WITHOUT ROWID;
CREATE INDEX contact_key_by_contact ON contact_key (contact);
CREATE VIRTUAL TABLE contact_search USING fts5 (
    words, detail = none, prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE interview (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    participants TEXT NOT NULL,
    created TEXT NOT NULL,
    start TEXT,
    minutes INTEGER NOT NULL,
    channel TEXT NOT NULL,
    place TEXT NOT NULL,
    link TEXT NOT NULL,
    reminder INTEGER,
    steps TEXT NOT NULL,
    start_utc INTEGER,
    end_utc INTEGER,
    day TEXT,
    stage TEXT NOT NULL
);
CREATE INDEX interview_by_start ON interview (start_utc) WHERE start_utc IS NOT NULL;
CREATE INDEX interview_planned ON interview (start_utc) WHERE stage IN ('scheduled', 'moved');
CREATE TABLE interview_person (
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    stage TEXT NOT NULL,
    start_utc INTEGER,
    interview BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX interview_person_by_contact ON interview_person (contact, stage, start_utc, interview);
CREATE INDEX interview_person_by_interview ON interview_person (interview, contact);
CREATE TABLE interview_step (
    kind TEXT NOT NULL,
    at TEXT NOT NULL,
    position INTEGER NOT NULL,
    interview BLOB NOT NULL REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX interview_step_by_kind ON interview_step (kind, at, interview);
CREATE INDEX interview_step_by_interview ON interview_step (interview);

CREATE TABLE block (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    start TEXT NOT NULL,
    created TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    whole_day INTEGER NOT NULL,
    start_utc INTEGER NOT NULL,
    end_utc INTEGER NOT NULL
);
CREATE INDEX block_by_start ON block (start_utc);

CREATE TABLE journal_entry (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    day TEXT NOT NULL,
    created TEXT NOT NULL,
    changed TEXT NOT NULL,
    title TEXT NOT NULL,
    people TEXT NOT NULL,
    learned TEXT NOT NULL,
    notes TEXT NOT NULL,
    tags TEXT NOT NULL,
    interview_id BLOB REFERENCES interview (id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX journal_entry_by_interview ON journal_entry (interview_id) WHERE interview_id IS NOT NULL;
CREATE TABLE entry_person (
    contact BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    entry BLOB NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (contact, entry)
) WITHOUT ROWID;
CREATE INDEX entry_person_by_entry ON entry_person (entry);
CREATE VIRTUAL TABLE entry_search USING fts5 (
    title, learned, follow_up, notes, people, also,
    prefix = '1 2 3', tokenize = "unicode61 remove_diacritics 0"
);

CREATE TABLE follow_up (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    text TEXT NOT NULL,
    created TEXT NOT NULL,
    kind TEXT NOT NULL,
    contact_id BLOB REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    entry_id BLOB REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    due TEXT,
    done INTEGER NOT NULL,
    history TEXT NOT NULL,
    position INTEGER NOT NULL
);
CREATE INDEX follow_up_by_contact ON follow_up (contact_id, done, due) WHERE contact_id IS NOT NULL;
CREATE INDEX follow_up_by_entry ON follow_up (entry_id, position) WHERE entry_id IS NOT NULL;
CREATE INDEX follow_up_open ON follow_up (due) WHERE done = 0;

CREATE TABLE calendar_copy (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    subject_id BLOB NOT NULL,
    uid TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    created TEXT NOT NULL,
    exported TEXT NOT NULL,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL,
    place TEXT NOT NULL,
    status TEXT NOT NULL,
    file TEXT NOT NULL,
    piece INTEGER NOT NULL,
    current INTEGER NOT NULL
);
CREATE INDEX calendar_copy_by_subject ON calendar_copy (subject_id, piece);

CREATE TABLE origin (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    contact_id BLOB NOT NULL REFERENCES contact (id) DEFERRABLE INITIALLY DEFERRED,
    source TEXT NOT NULL,
    foreign_uid TEXT NOT NULL,
    seen TEXT NOT NULL,
    imported TEXT NOT NULL,
    extra TEXT NOT NULL
);
CREATE INDEX origin_by_contact ON origin (contact_id);
CREATE INDEX origin_by_uid ON origin (foreign_uid) WHERE foreign_uid <> '';

CREATE TABLE preferences (
    number INTEGER PRIMARY KEY,
    checksum INTEGER NOT NULL,
    id BLOB NOT NULL UNIQUE,
    private_events INTEGER NOT NULL,
    export_shape TEXT NOT NULL,
    export_folder TEXT NOT NULL,
    vcard_version TEXT NOT NULL
);

CREATE TABLE photo (
    digest TEXT PRIMARY KEY,
    data BLOB NOT NULL
);

CREATE TABLE kept_edit (
    number INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TABLE kept_change (
    edit INTEGER NOT NULL REFERENCES kept_edit (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    before TEXT,
    after TEXT,
    PRIMARY KEY (edit, position)
) WITHOUT ROWID;
"""
