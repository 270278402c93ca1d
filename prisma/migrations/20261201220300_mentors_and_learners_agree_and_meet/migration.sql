-- Mentors and learners agree and meet.
--
-- A mentorship begins when both have said yes; who learns has one at a time. What is noted belongs to the two, or to its author.

-- CreateEnum
CREATE TYPE "mentorship_status" AS ENUM ('proposed', 'active', 'paused', 'ended', 'declined');

-- CreateEnum
CREATE TYPE "meeting_cadence" AS ENUM ('weekly', 'fortnightly', 'monthly');

-- CreateEnum
CREATE TYPE "mentoring_meeting_status" AS ENUM ('planned', 'held', 'cancelled');

-- CreateTable
CREATE TABLE "mentorships" (
    "id" UUID NOT NULL,
    "mentor_id" UUID NOT NULL,
    "mentee_id" UUID NOT NULL,
    "status" "mentorship_status" NOT NULL DEFAULT 'proposed',
    "cadence" "meeting_cadence" NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "mentor_yes_at" TIMESTAMPTZ(3),
    "mentee_yes_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "mentorships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_goals" (
    "mentorship_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "duty_id" TEXT,
    "text" TEXT NOT NULL,
    "measure" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mentoring_goals_pkey" PRIMARY KEY ("mentorship_id","position")
);

-- CreateTable
CREATE TABLE "mentoring_meetings" (
    "id" UUID NOT NULL,
    "mentorship_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "status" "mentoring_meeting_status" NOT NULL DEFAULT 'planned',

    CONSTRAINT "mentoring_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_notes" (
    "id" UUID NOT NULL,
    "mentorship_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "is_shared" BOOLEAN NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentoring_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mentoring_reviews" (
    "mentorship_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "helped" TEXT NOT NULL DEFAULT '',
    "missed" TEXT NOT NULL DEFAULT '',
    "goes_on" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "mentoring_reviews_pkey" PRIMARY KEY ("mentorship_id","user_id")
);

-- CreateTable
CREATE TABLE "mentor_limits" (
    "assistant_id" UUID NOT NULL,
    "most" SMALLINT NOT NULL,

    CONSTRAINT "mentor_limits_pkey" PRIMARY KEY ("assistant_id")
);

-- CreateIndex
CREATE INDEX "mentorships_mentor_id_status_idx" ON "mentorships"("mentor_id", "status");

-- CreateIndex
CREATE INDEX "mentorships_mentee_id_idx" ON "mentorships"("mentee_id");

-- CreateIndex
CREATE INDEX "mentorships_created_by_id_idx" ON "mentorships"("created_by_id");

-- CreateIndex
CREATE INDEX "mentorships_status_ends_on_idx" ON "mentorships"("status", "ends_on");

-- CreateIndex
CREATE INDEX "mentoring_goals_duty_id_idx" ON "mentoring_goals"("duty_id");

-- CreateIndex
CREATE UNIQUE INDEX "mentoring_meetings_mentorship_id_on_day_start_minute_key" ON "mentoring_meetings"("mentorship_id", "on_day", "start_minute");

-- CreateIndex
CREATE INDEX "mentoring_notes_mentorship_id_created_at_idx" ON "mentoring_notes"("mentorship_id", "created_at");

-- CreateIndex
CREATE INDEX "mentoring_notes_author_id_idx" ON "mentoring_notes"("author_id");

-- CreateIndex
CREATE INDEX "mentoring_reviews_user_id_idx" ON "mentoring_reviews"("user_id");

-- AddForeignKey
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentor_id_fkey" FOREIGN KEY ("mentor_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_mentee_id_fkey" FOREIGN KEY ("mentee_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentorships" ADD CONSTRAINT "mentorships_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_goals" ADD CONSTRAINT "mentoring_goals_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorships"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_goals" ADD CONSTRAINT "mentoring_goals_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_meetings" ADD CONSTRAINT "mentoring_meetings_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_notes" ADD CONSTRAINT "mentoring_notes_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_notes" ADD CONSTRAINT "mentoring_notes_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_reviews" ADD CONSTRAINT "mentoring_reviews_mentorship_id_fkey" FOREIGN KEY ("mentorship_id") REFERENCES "mentorships"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentoring_reviews" ADD CONSTRAINT "mentoring_reviews_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_limits" ADD CONSTRAINT "mentor_limits_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE mentorships
  ADD CONSTRAINT mentorships_of_two CHECK (mentor_id <> mentee_id),
  ADD CONSTRAINT mentorships_days_check CHECK (ends_on > starts_on),
  ADD CONSTRAINT mentorships_agreed CHECK (
    status IN ('proposed', 'declined') OR (mentor_yes_at IS NOT NULL AND mentee_yes_at IS NOT NULL));
CREATE UNIQUE INDEX mentorships_one_of_a_learner ON mentorships (mentee_id) WHERE status IN ('proposed', 'active', 'paused');
ALTER TABLE mentoring_goals ADD CONSTRAINT mentoring_goals_position_check CHECK (position BETWEEN 1 AND 3);
ALTER TABLE mentoring_meetings ADD CONSTRAINT mentoring_meetings_hours_check CHECK (
  0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE mentor_limits ADD CONSTRAINT mentor_limits_most_check CHECK (most BETWEEN 0 AND 10);

CREATE TRIGGER mentorships_move_on BEFORE UPDATE OF status ON mentorships FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'proposed > active', 'proposed > declined', 'active > paused', 'paused > active', 'active > ended', 'paused > ended');
