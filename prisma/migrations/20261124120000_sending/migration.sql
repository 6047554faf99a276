-- Where the button of a notice leads in the mini app.
ALTER TABLE "notice" ADD COLUMN "link" JSONB;

-- Follow and unfollow may arrive in the wrong order: the later one by Zalo's clock holds.
ALTER TABLE "follower" ADD COLUMN "follow_event_at" TIMESTAMPTZ(3);

-- Who holds an announcement, or why it holds itself.
ALTER TABLE "announcement" ADD COLUMN "paused_by" UUID;
ALTER TABLE "announcement" ADD COLUMN "pause_reason" TEXT;

-- When the message was handed to Zalo: what the desk shows, and where the proof of an unknown outcome is looked for.
ALTER TABLE "message" ADD COLUMN "claimed_at" TIMESTAMPTZ(3);

-- Somebody who is meant but not linked to the page is a row too (cancelled, with its reason), so that totals show everybody.
ALTER TABLE "message" ALTER COLUMN "oa_user_id" DROP NOT NULL;
CREATE UNIQUE INDEX message_cause_unlinked ON message (cause, person_id) WHERE oa_user_id IS NULL;
CREATE INDEX message_by_person ON message (person_id, announcement_id) WHERE person_id IS NOT NULL;
