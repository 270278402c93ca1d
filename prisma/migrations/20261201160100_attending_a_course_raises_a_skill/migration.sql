-- Who was there, for how long, is kept for each date; what the course grants then raises a level, dated and with its source. The
-- present level stays where it was; what became of it is added to and never changed, so that a corrected attendance can take
-- back what it gave, and nothing else.

-- CreateEnum
CREATE TYPE "skill_source" AS ENUM ('manager', 'training', 'correction', 'import');

-- CreateTable
CREATE TABLE "skill_changes" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "from_level" SMALLINT,
    "to_level" SMALLINT,
    "on_day" DATE NOT NULL,
    "source" "skill_source" NOT NULL,
    "enrolment_id" UUID,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "skill_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "attendance" (
    "enrolment_id" UUID NOT NULL,
    "session_date_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "marked_by_id" UUID NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "attendance_pkey" PRIMARY KEY ("enrolment_id","session_date_id")
);

-- CreateIndex
CREATE INDEX "skill_changes_assistant_id_duty_id_at_idx" ON "skill_changes"("assistant_id", "duty_id", "at");

-- CreateIndex
CREATE INDEX "skill_changes_duty_id_idx" ON "skill_changes"("duty_id");

-- CreateIndex
CREATE INDEX "skill_changes_enrolment_id_idx" ON "skill_changes"("enrolment_id");

-- CreateIndex
CREATE INDEX "skill_changes_by_id_idx" ON "skill_changes"("by_id");

-- CreateIndex
CREATE INDEX "attendance_session_date_id_idx" ON "attendance"("session_date_id");

-- CreateIndex
CREATE INDEX "attendance_marked_by_id_idx" ON "attendance"("marked_by_id");

-- AddForeignKey
ALTER TABLE "skill_changes" ADD CONSTRAINT "skill_changes_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_changes" ADD CONSTRAINT "skill_changes_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_changes" ADD CONSTRAINT "skill_changes_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "skill_changes" ADD CONSTRAINT "skill_changes_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_session_date_id_fkey" FOREIGN KEY ("session_date_id") REFERENCES "training_session_dates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "attendance" ADD CONSTRAINT "attendance_marked_by_id_fkey" FOREIGN KEY ("marked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE skill_changes ADD CONSTRAINT skill_changes_levels_check CHECK (
  from_level BETWEEN 1 AND 5 AND to_level BETWEEN 1 AND 5 AND from_level IS DISTINCT FROM to_level);
CREATE FUNCTION refuse_skill_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of skills is never changed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER skill_changes_append_only BEFORE UPDATE OR DELETE ON skill_changes
  FOR EACH ROW EXECUTE FUNCTION refuse_skill_history_change();
CREATE TRIGGER skill_changes_not_truncated BEFORE TRUNCATE ON skill_changes
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_skill_history_change();

-- Attendance is of a date of the enrolment's own session, and no longer than the date.
CREATE FUNCTION check_attendance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM enrolments e JOIN training_session_dates d ON d.session_id = e.session_id
    WHERE e.id = NEW.enrolment_id AND d.id = NEW.session_date_id
      AND NEW.minutes BETWEEN 0 AND d.end_minute - d.start_minute
      AND e.status IN ('booked', 'attended', 'incomplete', 'no_show')) THEN
    RAISE EXCEPTION 'attendance is of a date of the seat, and no longer' USING ERRCODE = '23514', CONSTRAINT = 'attendance_of_its_date';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER attendance_of_its_date BEFORE INSERT OR UPDATE ON attendance FOR EACH ROW EXECUTE FUNCTION check_attendance();

DROP TRIGGER enrolments_move_on ON enrolments;
CREATE TRIGGER enrolments_move_on BEFORE UPDATE OF status ON enrolments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'nominated > approved', 'nominated > booked', 'nominated > waitlisted', 'nominated > declined', 'nominated > cancelled',
    'requested > approved', 'requested > booked', 'requested > waitlisted', 'requested > declined', 'requested > cancelled',
    'approved > booked', 'approved > waitlisted', 'approved > declined', 'approved > cancelled',
    'waitlisted > booked', 'waitlisted > offered', 'waitlisted > declined', 'waitlisted > cancelled',
    'offered > booked', 'offered > declined', 'offered > cancelled',
    'booked > cancelled', 'booked > attended', 'booked > incomplete', 'booked > no_show',
    'attended > incomplete', 'attended > no_show', 'incomplete > attended', 'incomplete > no_show',
    'no_show > attended', 'no_show > incomplete');
