-- When the page was last heard of.
CREATE INDEX inbox_event_heard ON inbox_event (received_at DESC) WHERE source = 'oa';
