-- Plain SQL that SQLite and PostgreSQL both take. Times are milliseconds since 1970. No column ever holds a text that was
-- spoken.

-- How many request ids were given out. The n-th is the keyed permutation of first_value + n, modulo 2^32.
CREATE TABLE id_counter (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1),
    permutation_key VARCHAR(8) NOT NULL,
    first_value BIGINT NOT NULL,
    given BIGINT NOT NULL
);

-- Ids are given out in blocks, each of them on disk before its first id is used.
CREATE TABLE id_block (
    first_ordinal BIGINT NOT NULL PRIMARY KEY,
    size INTEGER NOT NULL,
    reserved_at BIGINT NOT NULL,
    holder VARCHAR(100) NOT NULL
);

-- The watermark keys that any audio was stamped with.
CREATE TABLE watermark_key (
    key_id VARCHAR(8) NOT NULL PRIMARY KEY,
    first_used_at BIGINT NOT NULL
);

-- What every id was used for. Written before the first sample leaves; completed at the end.
CREATE TABLE request (
    request_id VARCHAR(8) NOT NULL PRIMARY KEY,
    key_id VARCHAR(8) NOT NULL,
    caller VARCHAR(64) NOT NULL,
    way VARCHAR(16) NOT NULL,
    started_at BIGINT NOT NULL,
    voice VARCHAR(64),
    model_hash VARCHAR(64),
    seed BIGINT,
    speaking_rate DOUBLE PRECISION,
    volume_gain_db DOUBLE PRECISION,
    sample_rate INTEGER NOT NULL,
    characters INTEGER,
    outcome VARCHAR(16) NOT NULL,
    ended_at BIGINT,
    audio_millis BIGINT
);

CREATE INDEX request_started_at ON request (started_at);
