-- CreateTable
CREATE TABLE "ticket" (
    "id" UUID NOT NULL,
    "oa_user_id" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_at" TIMESTAMPTZ(3) NOT NULL,
    "waiting_since" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "ticket_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_answer" (
    "id" UUID NOT NULL,
    "ticket_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ticket_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ticket_answer_ticket_id_idx" ON "ticket_answer"("ticket_id");

-- AddForeignKey
ALTER TABLE "ticket_answer" ADD CONSTRAINT "ticket_answer_ticket_id_fkey" FOREIGN KEY ("ticket_id") REFERENCES "ticket"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One conversation is one ticket, however often somebody asks.
CREATE UNIQUE INDEX ticket_open ON ticket (oa_user_id) WHERE closed_at IS NULL;

-- The desk's three lists.
CREATE INDEX ticket_waiting ON ticket (waiting_since, id) WHERE closed_at IS NULL AND waiting_since IS NOT NULL;
CREATE INDEX ticket_answered ON ticket (answered_at DESC, id DESC) WHERE closed_at IS NULL AND waiting_since IS NULL;
CREATE INDEX ticket_closed ON ticket (closed_at DESC, id DESC) WHERE closed_at IS NOT NULL;

-- What the page said to one person, beside what the person said; rows of announcements stay out of it.
CREATE INDEX message_of_conversation ON message (oa_user_id, created_at DESC) WHERE announcement_id IS NULL;
