-- People of a meeting are invited by mail
--
-- Mails go to those who take part, whether or not they have an account; who was invited and is taken off stays known, so that their
-- calendar is told. What a calendar answers is kept with the sequence it answered to, and an answer to an earlier time counts no more.

-- CreateEnum
CREATE TYPE "meeting_reply" AS ENUM ('accepted', 'tentative', 'declined');

-- AlterTable
ALTER TABLE "office_meetings" ADD COLUMN     "asked_at_sequence" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "meeting_people" ADD COLUMN     "invited_at" TIMESTAMPTZ(3),
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "replied_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply" "meeting_reply",
ADD COLUMN     "reply_sequence" INTEGER;

-- AlterTable
ALTER TABLE "outgoing_mails" ADD COLUMN     "meeting_person_id" UUID;

-- CreateIndex
CREATE INDEX "outgoing_mails_meeting_person_id_idx" ON "outgoing_mails"("meeting_person_id");

-- AddForeignKey
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_meeting_person_id_fkey" FOREIGN KEY ("meeting_person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "office_meetings" SET "asked_at_sequence" = "sequence";

ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_asked_by_now"
  CHECK ("asked_at_sequence" BETWEEN 0 AND "sequence");
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_reply_whole"
  CHECK (num_nulls("reply", "reply_sequence", "replied_at") IN (0, 3));

ALTER TABLE outgoing_mails DROP CONSTRAINT outgoing_mails_for_one;
ALTER TABLE outgoing_mails ADD CONSTRAINT outgoing_mails_for_one
  CHECK (num_nonnulls(user_id, application_id, meeting_person_id) = 1);
