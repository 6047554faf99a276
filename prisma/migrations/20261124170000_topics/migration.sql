-- Kinds of notices that a person has turned off, and when the newest such word was said.
ALTER TABLE "follower" ADD COLUMN     "muted_topics" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "wished_at" TIMESTAMPTZ(3);
