-- A million rows of one run would each lock and look up the same announcement; announcements are never deleted.
ALTER TABLE "message" DROP CONSTRAINT "message_announcement_id_fkey";
