-- A notice is worth little to somebody who does not open Standby. What is to be sent is written in the transaction of what
-- happened, so that neither is ever without the other, and sent from there by whichever node comes first.

-- CreateEnum
CREATE TYPE "notice_delivery" AS ENUM ('app', 'mail', 'digest', 'off');

-- CreateEnum
CREATE TYPE "mail_outcome" AS ENUM ('sent', 'dropped', 'refused');

-- AlterTable
ALTER TABLE "notifications" ADD COLUMN     "mail_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "mail_id" UUID;

-- CreateTable
CREATE TABLE "notice_preferences" (
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "delivery" "notice_delivery" NOT NULL,

    CONSTRAINT "notice_preferences_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateTable
CREATE TABLE "notice_times" (
    "user_id" UUID NOT NULL,
    "digest_minute" INTEGER NOT NULL,
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "quiet_days" INTEGER[] DEFAULT ARRAY[]::INTEGER[],

    CONSTRAINT "notice_times_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "sealed" TEXT,
    "queued_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" "mail_outcome",
    "fault" TEXT,

    CONSTRAINT "outgoing_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "outgoing_mails_user_id_idx" ON "outgoing_mails"("user_id");

-- CreateIndex
CREATE INDEX "outgoing_mails_ended_at_idx" ON "outgoing_mails"("ended_at");

-- CreateIndex
CREATE INDEX "notifications_mail_id_idx" ON "notifications"("mail_id");

-- AddForeignKey
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_times" ADD CONSTRAINT "notice_times_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "outgoing_mails" ADD CONSTRAINT "outgoing_mails_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Only what waits is looked for, every few seconds.
CREATE INDEX "notifications_mail_due_at_idx" ON "notifications"("mail_due_at") WHERE "mail_due_at" IS NOT NULL AND "read_at" IS NULL;
CREATE INDEX "outgoing_mails_due_at_idx" ON "outgoing_mails"("due_at") WHERE "ended_at" IS NULL;

ALTER TABLE "outgoing_mails"
  ADD CONSTRAINT "outgoing_mails_end_with_an_outcome" CHECK ((ended_at IS NULL) = (outcome IS NULL)),
  ADD CONSTRAINT "outgoing_mails_keep_no_secret" CHECK (ended_at IS NULL OR sealed IS NULL);

ALTER TABLE "notice_times"
  ADD CONSTRAINT "notice_times_digest_is_a_minute_of_the_day" CHECK (digest_minute BETWEEN 0 AND 1439),
  ADD CONSTRAINT "notice_times_quiet_hours_begin_and_end" CHECK (
    (quiet_from IS NULL) = (quiet_to IS NULL)
    AND (quiet_from IS NULL OR (quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439 AND quiet_from <> quiet_to))),
  ADD CONSTRAINT "notice_times_leave_a_day_for_mail" CHECK (
    quiet_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7] AND cardinality(quiet_days) < 7);
