-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "profile" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,

    CONSTRAINT "profile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unit" (
    "id" TEXT NOT NULL,
    "profile_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "tier" TEXT NOT NULL,
    "block" TEXT NOT NULL,
    "parent_id" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "successors" JSONB NOT NULL DEFAULT '[]',
    "sort_key" TEXT NOT NULL,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "app_user_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "session_epoch" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erased_at" TIMESTAMPTZ(3),

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "follower" (
    "oa_user_id" TEXT NOT NULL,
    "user_id_by_app" TEXT,
    "person_id" UUID,
    "following" BOOLEAN NOT NULL DEFAULT true,
    "last_interaction_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follower_pkey" PRIMARY KEY ("oa_user_id")
);

-- CreateTable
CREATE TABLE "membership" (
    "person_id" UUID NOT NULL,
    "unit_id" TEXT NOT NULL,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("person_id","unit_id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "unit_id" TEXT,
    "granted_by" UUID,
    "granted_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant_code" (
    "code_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "grant_code_pkey" PRIMARY KEY ("code_hash")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "given" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "campaign" (
    "id" TEXT NOT NULL,
    "profile_id" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "local_name" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "current" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "number" TEXT,
    "date" DATE,
    "year" INTEGER,
    "issuer" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "round" (
    "id" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blocks" TEXT[],
    "scope" TEXT NOT NULL,
    "opens_at" TIMESTAMPTZ(3),
    "closes_at" TIMESTAMPTZ(3),
    "grace_minutes" INTEGER NOT NULL DEFAULT 0,
    "released_at" TIMESTAMPTZ(3),
    "reported" JSONB,
    "reminder" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "highlight" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "campaign_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "unit_name" TEXT NOT NULL,
    "unit_id" TEXT,
    "block" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "field_is_ours" BOOLEAN NOT NULL DEFAULT false,
    "level" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "summary" TEXT,
    "initiative_id" UUID,
    "source" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "folded" TEXT,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "highlight_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "initiative" (
    "id" UUID NOT NULL,
    "code" TEXT,
    "round_id" TEXT,
    "unit_id" TEXT,
    "author_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "title" TEXT NOT NULL DEFAULT '',
    "author_names" TEXT NOT NULL DEFAULT '',
    "form" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "accepted_at" TIMESTAMPTZ(3),
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "state_reason" TEXT,
    "folded" TEXT,

    CONSTRAINT "initiative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "history_entry" (
    "id" BIGSERIAL NOT NULL,
    "initiative_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "actor_role" TEXT NOT NULL,
    "from_state" TEXT NOT NULL,
    "to_state" TEXT NOT NULL,
    "reason" TEXT,
    "detail" JSONB,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "initiative_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "form" JSONB NOT NULL,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("initiative_id","number")
);

-- CreateTable
CREATE TABLE "supplement" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_in" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "items" JSONB NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "supplement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staged_outcome" (
    "initiative_id" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "level" TEXT,
    "kinds" TEXT[],
    "reason" TEXT,
    "decision_no" TEXT,
    "decision_date" DATE,
    "certificate_no" TEXT,
    "staged_by" UUID NOT NULL,
    "staged_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staged_outcome_pkey" PRIMARY KEY ("initiative_id")
);

-- CreateTable
CREATE TABLE "recognition" (
    "id" UUID NOT NULL,
    "initiative_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "decision_no" TEXT NOT NULL,
    "decision_date" DATE NOT NULL,
    "certificate_no" TEXT,

    CONSTRAINT "recognition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "announcement" (
    "id" UUID NOT NULL,
    "key" TEXT,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "audience" JSONB NOT NULL,
    "round_id" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "with_messages" BOOLEAN NOT NULL DEFAULT true,
    "with_article" BOOLEAN NOT NULL DEFAULT true,
    "spread_cursor" TEXT,
    "spread_done" BOOLEAN NOT NULL DEFAULT false,
    "paused_at" TIMESTAMPTZ(3),

    CONSTRAINT "announcement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_post" (
    "announcement_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "token" TEXT,
    "article_id" TEXT,
    "code" INTEGER,
    "reason" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "shown_at" TIMESTAMPTZ(3),

    CONSTRAINT "article_post_pkey" PRIMARY KEY ("announcement_id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "urgent" BOOLEAN NOT NULL DEFAULT false,
    "announcement_id" UUID,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "oa_user_id" TEXT NOT NULL,
    "person_id" UUID,
    "payload" JSONB,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "worker_no" INTEGER,
    "code" INTEGER,
    "reason" TEXT,
    "zalo_message_id" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" BIGSERIAL NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "initiative_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_read" (
    "person_id" UUID NOT NULL,
    "announcement_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_read_pkey" PRIMARY KEY ("person_id","announcement_id")
);

-- CreateTable
CREATE TABLE "inbox_event" (
    "dedupe_key" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "handled_at" TIMESTAMPTZ(3),

    CONSTRAINT "inbox_event_pkey" PRIMARY KEY ("dedupe_key")
);

-- CreateTable
CREATE TABLE "oa_token" (
    "oa_id" TEXT NOT NULL,
    "access_token" TEXT NOT NULL,
    "refresh_token" TEXT NOT NULL,
    "previous_hash" TEXT,
    "generation" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'connected',
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_owner" TEXT,
    "lease_until" TIMESTAMPTZ(3),
    "lost_answers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "oa_token_pkey" PRIMARY KEY ("oa_id")
);

-- CreateTable
CREATE TABLE "rate_gate" (
    "app_id" TEXT NOT NULL,
    "permits" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_until" TIMESTAMPTZ(3),

    CONSTRAINT "rate_gate_pkey" PRIMARY KEY ("app_id")
);

-- CreateTable
CREATE TABLE "timetable_entry" (
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "timetable_entry_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "act" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "unit_profile_id_block_sort_key_idx" ON "unit"("profile_id", "block", "sort_key");

-- CreateIndex
CREATE UNIQUE INDEX "person_app_user_id_key" ON "person"("app_user_id");

-- CreateIndex
CREATE UNIQUE INDEX "follower_user_id_by_app_key" ON "follower"("user_id_by_app");

-- CreateIndex
CREATE UNIQUE INDEX "follower_person_id_key" ON "follower"("person_id");

-- CreateIndex
CREATE INDEX "membership_unit_id_idx" ON "membership"("unit_id");

-- CreateIndex
CREATE INDEX "role_grant_person_id_idx" ON "role_grant"("person_id");

-- CreateIndex
CREATE INDEX "role_grant_role_unit_id_idx" ON "role_grant"("role", "unit_id");

-- CreateIndex
CREATE INDEX "grant_code_person_id_idx" ON "grant_code"("person_id");

-- CreateIndex
CREATE INDEX "consent_person_id_purpose_id_idx" ON "consent"("person_id", "purpose", "id" DESC);

-- CreateIndex
CREATE INDEX "document_campaign_id_date_idx" ON "document"("campaign_id", "date");

-- CreateIndex
CREATE INDEX "round_campaign_id_closes_at_idx" ON "round"("campaign_id", "closes_at");

-- CreateIndex
CREATE UNIQUE INDEX "highlight_slug_key" ON "highlight"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "highlight_initiative_id_key" ON "highlight"("initiative_id");

-- CreateIndex
CREATE INDEX "highlight_year_position_id_idx" ON "highlight"("year" DESC, "position", "id");

-- CreateIndex
CREATE UNIQUE INDEX "initiative_code_key" ON "initiative"("code");

-- CreateIndex
CREATE INDEX "initiative_author_id_updated_at_id_idx" ON "initiative"("author_id", "updated_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "history_entry_initiative_id_id_idx" ON "history_entry"("initiative_id", "id");

-- CreateIndex
CREATE INDEX "supplement_initiative_id_asked_at_idx" ON "supplement"("initiative_id", "asked_at");

-- CreateIndex
CREATE INDEX "recognition_initiative_id_idx" ON "recognition"("initiative_id");

-- CreateIndex
CREATE UNIQUE INDEX "announcement_key_key" ON "announcement"("key");

-- CreateIndex
CREATE INDEX "announcement_created_at_id_idx" ON "announcement"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "article_post_state_next_at_idx" ON "article_post"("state", "next_at");

-- CreateIndex
CREATE UNIQUE INDEX "message_cause_oa_user_id_key" ON "message"("cause", "oa_user_id");

-- CreateIndex
CREATE INDEX "notice_person_id_created_at_id_idx" ON "notice"("person_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "unit" ADD CONSTRAINT "unit_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "follower" ADD CONSTRAINT "follower_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_grant" ADD CONSTRAINT "role_grant_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant_code" ADD CONSTRAINT "grant_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_profile_id_fkey" FOREIGN KEY ("profile_id") REFERENCES "profile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "round" ADD CONSTRAINT "round_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "highlight" ADD CONSTRAINT "highlight_campaign_id_fkey" FOREIGN KEY ("campaign_id") REFERENCES "campaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revision" ADD CONSTRAINT "revision_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "supplement" ADD CONSTRAINT "supplement_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staged_outcome" ADD CONSTRAINT "staged_outcome_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognition" ADD CONSTRAINT "recognition_initiative_id_fkey" FOREIGN KEY ("initiative_id") REFERENCES "initiative"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_post" ADD CONSTRAINT "article_post_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_announcement_id_fkey" FOREIGN KEY ("announcement_id") REFERENCES "announcement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_read" ADD CONSTRAINT "notice_read_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ------------------------------------------------------------------------------------------------
-- What Prisma's schema language cannot say.

-- Vietnamese text without accents and in lower case, "đ" as "d": one rule for every search, and immutable so that it can be indexed.
CREATE FUNCTION fold(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  SELECT lower(translate(regexp_replace(normalize(t, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dD'))
$$;

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION initiative_fold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded := fold(coalesce(NEW.code, '') || ' ' || NEW.title || ' ' || NEW.author_names);
  RETURN NEW;
END $$;
CREATE TRIGGER initiative_fold BEFORE INSERT OR UPDATE OF code, title, author_names ON initiative
  FOR EACH ROW EXECUTE FUNCTION initiative_fold();

CREATE FUNCTION highlight_fold() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.folded := fold(NEW.title || ' ' || NEW.unit_name);
  RETURN NEW;
END $$;
CREATE TRIGGER highlight_fold BEFORE INSERT OR UPDATE OF title, unit_name ON highlight
  FOR EACH ROW EXECUTE FUNCTION highlight_fold();

CREATE INDEX initiative_folded_trgm ON initiative USING gin (folded gin_trgm_ops);
CREATE INDEX highlight_folded_trgm ON highlight USING gin (folded gin_trgm_ops);

-- The desk reads what was sent, newest first; by round, unit and state.
CREATE INDEX initiative_desk ON initiative (submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
CREATE INDEX initiative_desk_round ON initiative (round_id, state, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
CREATE INDEX initiative_desk_unit ON initiative (unit_id, state, submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;

-- Who may be written to: the spread walks followers by key.
CREATE INDEX follower_reachable ON follower (oa_user_id) WHERE following AND stopped_at IS NULL;

-- The claim: urgent rows first, then lane by lane. The announcement leads, so a paused lane costs nothing.
CREATE INDEX message_urgent_waiting ON message (next_at, id) WHERE state = 'waiting' AND announcement_id IS NULL;
CREATE INDEX message_lane_waiting ON message (announcement_id, next_at, id) WHERE state = 'waiting' AND announcement_id IS NOT NULL;
CREATE INDEX message_sending ON message (worker_no) WHERE state = 'sending';
CREATE INDEX message_by_announcement ON message (announcement_id, state, id) WHERE announcement_id IS NOT NULL;
CREATE INDEX announcement_running ON announcement (id) WHERE state = 'sending';
CREATE INDEX inbox_waiting ON inbox_event (next_at) WHERE state = 'waiting';
CREATE INDEX timetable_due ON timetable_entry (due_at) WHERE done_at IS NULL;

-- A queue-like table needs a vacuum after few changes, or each claim walks over dead rows.
ALTER TABLE message SET (autovacuum_vacuum_scale_factor = 0.01, autovacuum_vacuum_insert_scale_factor = 0.05);
ALTER TABLE inbox_event SET (autovacuum_vacuum_scale_factor = 0.01);

-- Append-only logs. The one exception is the erasure of a person's data, which says so for its own transaction.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('app.erasing', true) = 'on' THEN
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  RAISE EXCEPTION 'rows of % are only ever added', TG_TABLE_NAME;
END $$;
CREATE TRIGGER history_entry_append_only BEFORE UPDATE OR DELETE ON history_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_append_only BEFORE UPDATE OR DELETE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- A new message wakes the postman; the payload says nothing.
CREATE FUNCTION message_wakes_postman() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('postman', '');
  RETURN NULL;
END $$;
CREATE TRIGGER message_wakes_postman AFTER INSERT ON message FOR EACH STATEMENT EXECUTE FUNCTION message_wakes_postman();
