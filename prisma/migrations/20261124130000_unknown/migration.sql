-- Messages of unknown outcome are few and looked for often.
CREATE INDEX message_unknown ON message (id) WHERE state = 'unknown';
