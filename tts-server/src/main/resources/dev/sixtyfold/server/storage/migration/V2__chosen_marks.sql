-- Ids that somebody with the key chose to stamp. Their marks differ from those of requests; this says who made them.
CREATE TABLE chosen_mark (
    request_id VARCHAR(8) NOT NULL,
    key_id VARCHAR(8) NOT NULL,
    caller VARCHAR(64) NOT NULL,
    stamped_at BIGINT NOT NULL
);

CREATE INDEX chosen_mark_request_id ON chosen_mark (request_id);
