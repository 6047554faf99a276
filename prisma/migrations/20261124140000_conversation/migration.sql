-- The chat looks back at what one person said during the last day.
CREATE INDEX inbox_event_by_user ON inbox_event ((body->>'userId'), received_at DESC) WHERE source = 'oa';
