-- Meetings are arranged with those who take part
--
-- An assistant looks for a time for a meeting of an executive, asks those who take part by a link of their own, and settles it. What
-- calendars rely on is held here: one UID for life, a SEQUENCE that only rises, one answer of a person to a time, and a zone that
-- stays once somebody has answered in it.

-- meetings are arranged with those who take part

-- CreateEnum
CREATE TYPE "office_meeting_status" AS ENUM ('planning', 'polling', 'confirmed', 'cancelled');

-- CreateEnum
CREATE TYPE "meeting_vote_answer" AS ENUM ('yes', 'if_need_be', 'no');

-- CreateTable
CREATE TABLE "office_meetings" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "status" "office_meeting_status" NOT NULL DEFAULT 'planning',
    "uid" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "starts_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "office_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_people" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "user_id" UUID,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "is_required" BOOLEAN NOT NULL DEFAULT true,
    "note" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "meeting_people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_options" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "meeting_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting_votes" (
    "option_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "answer" "meeting_vote_answer" NOT NULL,

    CONSTRAINT "meeting_votes_pkey" PRIMARY KEY ("option_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_meetings_uid_key" ON "office_meetings"("uid");

-- CreateIndex
CREATE INDEX "office_meetings_request_id_idx" ON "office_meetings"("request_id");

-- CreateIndex
CREATE INDEX "office_meetings_created_by_id_idx" ON "office_meetings"("created_by_id");

-- CreateIndex
CREATE INDEX "office_meetings_status_starts_at_idx" ON "office_meetings"("status", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_people_user_id_idx" ON "meeting_people"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_people_meeting_id_email_key" ON "meeting_people"("meeting_id", "email");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_options_meeting_id_starts_at_key" ON "meeting_options"("meeting_id", "starts_at");

-- CreateIndex
CREATE INDEX "meeting_votes_person_id_idx" ON "meeting_votes"("person_id");

-- AddForeignKey
ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "office_meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_people" ADD CONSTRAINT "meeting_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_options" ADD CONSTRAINT "meeting_options_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "office_meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_votes" ADD CONSTRAINT "meeting_votes_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "meeting_options"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_votes" ADD CONSTRAINT "meeting_votes_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "meeting_people"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_have_length" CHECK ("minutes" BETWEEN 15 AND 480);
ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_days" CHECK ("from_on" <= "to_on");
ALTER TABLE "office_meetings" ADD CONSTRAINT "office_meetings_settled_have_time"
  CHECK ("status" <> 'confirmed' OR "starts_at" IS NOT NULL);

CREATE TRIGGER office_meetings_move_on BEFORE UPDATE OF status ON office_meetings FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'planning > polling', 'planning > confirmed', 'planning > cancelled',
    'polling > confirmed', 'polling > cancelled', 'confirmed > cancelled');

CREATE FUNCTION check_meeting_for_calendars() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.uid <> OLD.uid THEN
    RAISE EXCEPTION 'a meeting keeps its UID' USING ERRCODE = '23514', CONSTRAINT = 'office_meetings_keep_uid';
  END IF;
  IF NEW.sequence < OLD.sequence
    OR (OLD.starts_at IS NOT NULL AND NEW.sequence = OLD.sequence
      AND (NEW.starts_at IS DISTINCT FROM OLD.starts_at OR NEW.minutes <> OLD.minutes
        OR (NEW.status = 'cancelled' AND OLD.status <> 'cancelled'))) THEN
    RAISE EXCEPTION 'a change of a settled meeting raises its SEQUENCE'
      USING ERRCODE = '23514', CONSTRAINT = 'office_meetings_sequence_rises';
  END IF;
  IF NEW.time_zone <> OLD.time_zone AND EXISTS (
    SELECT FROM meeting_votes v JOIN meeting_options o ON o.id = v.option_id WHERE o.meeting_id = NEW.id) THEN
    RAISE EXCEPTION 'somebody has answered in this zone' USING ERRCODE = '23514', CONSTRAINT = 'office_meetings_keep_zone';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER office_meetings_for_calendars BEFORE UPDATE ON office_meetings
  FOR EACH ROW EXECUTE FUNCTION check_meeting_for_calendars();

-- Only who takes part in a meeting answers to its times.
CREATE FUNCTION check_vote_is_of_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM meeting_options o JOIN meeting_people p ON p.meeting_id = o.meeting_id
    WHERE o.id = NEW.option_id AND p.id = NEW.person_id) THEN
    RAISE EXCEPTION 'this person is not asked about this time' USING ERRCODE = '23514', CONSTRAINT = 'meeting_votes_of_meeting';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER meeting_votes_of_meeting BEFORE INSERT OR UPDATE ON meeting_votes
  FOR EACH ROW EXECUTE FUNCTION check_vote_is_of_meeting();
