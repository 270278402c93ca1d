-- Training is leave that gives something back: a seat that is booked is an absence for each of its dates, with its cover, and
-- only giving the seat back ends it. Seats are never more than a session has, and the order of a waiting list is nobody's to
-- change: the database holds both, whichever node writes.

-- CreateEnum
CREATE TYPE "course_kind" AS ENUM ('class', 'course', 'workshop', 'e_learning', 'conference');

-- CreateEnum
CREATE TYPE "training_session_status" AS ENUM ('open', 'over', 'cancelled');

-- CreateEnum
CREATE TYPE "enrolment_status" AS ENUM ('nominated', 'requested', 'approved', 'booked', 'waitlisted', 'offered', 'attended', 'incomplete', 'no_show', 'cancelled', 'declined');

-- AlterTable
ALTER TABLE "absences" ADD COLUMN     "is_booked" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "courses" (
    "id" UUID NOT NULL,
    "kind" "course_kind" NOT NULL DEFAULT 'course',
    "name" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "cost_per_person" INTEGER NOT NULL DEFAULT 0,
    "cost_per_session" INTEGER NOT NULL DEFAULT 0,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "needs_approval" BOOLEAN NOT NULL DEFAULT true,
    "required_share" SMALLINT NOT NULL DEFAULT 100,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "courses_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_grants" (
    "course_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,

    CONSTRAINT "course_grants_pkey" PRIMARY KEY ("course_id","duty_id")
);

-- CreateTable
CREATE TABLE "training_sessions" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "status" "training_session_status" NOT NULL DEFAULT 'open',
    "capacity" SMALLINT NOT NULL,
    "minimum" SMALLINT NOT NULL DEFAULT 1,
    "location" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "trainer" TEXT NOT NULL DEFAULT '',
    "sign_up_until" DATE,
    "cancel_until" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "training_sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_session_dates" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "on_day" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,

    CONSTRAINT "training_session_dates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolments" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "session_id" UUID,
    "status" "enrolment_status" NOT NULL,
    "queue_number" BIGINT NOT NULL GENERATED ALWAYS AS IDENTITY,
    "offer_until" TIMESTAMPTZ(3),
    "passed_over" TEXT,
    "passed_over_for" UUID[] DEFAULT ARRAY[]::UUID[],
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "enrolments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment_steps" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "status" "enrolment_status" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "enrolment_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_absences" (
    "enrolment_id" UUID NOT NULL,
    "session_date_id" UUID NOT NULL,
    "absence_id" UUID NOT NULL,

    CONSTRAINT "training_absences_pkey" PRIMARY KEY ("enrolment_id","session_date_id")
);

-- CreateIndex
CREATE INDEX "course_grants_duty_id_idx" ON "course_grants"("duty_id");

-- CreateIndex
CREATE INDEX "training_sessions_course_id_idx" ON "training_sessions"("course_id");

-- CreateIndex
CREATE INDEX "training_sessions_pool_id_status_idx" ON "training_sessions"("pool_id", "status");

-- CreateIndex
CREATE INDEX "training_sessions_created_by_id_idx" ON "training_sessions"("created_by_id");

-- CreateIndex
CREATE INDEX "training_session_dates_session_id_on_day_idx" ON "training_session_dates"("session_id", "on_day");

-- CreateIndex
CREATE INDEX "training_session_dates_on_day_idx" ON "training_session_dates"("on_day");

-- CreateIndex
CREATE INDEX "enrolments_course_id_idx" ON "enrolments"("course_id");

-- CreateIndex
CREATE INDEX "enrolments_assistant_id_status_idx" ON "enrolments"("assistant_id", "status");

-- CreateIndex
CREATE INDEX "enrolments_session_id_status_queue_number_idx" ON "enrolments"("session_id", "status", "queue_number");

-- CreateIndex
CREATE INDEX "enrolments_created_by_id_idx" ON "enrolments"("created_by_id");

-- CreateIndex
CREATE INDEX "enrolments_status_offer_until_idx" ON "enrolments"("status", "offer_until");

-- CreateIndex
CREATE INDEX "enrolment_steps_enrolment_id_at_idx" ON "enrolment_steps"("enrolment_id", "at");

-- CreateIndex
CREATE INDEX "enrolment_steps_actor_id_idx" ON "enrolment_steps"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_absences_absence_id_key" ON "training_absences"("absence_id");

-- CreateIndex
CREATE INDEX "training_absences_session_date_id_idx" ON "training_absences"("session_date_id");

-- AddForeignKey
ALTER TABLE "course_grants" ADD CONSTRAINT "course_grants_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_grants" ADD CONSTRAINT "course_grants_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_session_dates" ADD CONSTRAINT "training_session_dates_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "training_sessions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_steps" ADD CONSTRAINT "enrolment_steps_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_steps" ADD CONSTRAINT "enrolment_steps_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_absences" ADD CONSTRAINT "training_absences_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_absences" ADD CONSTRAINT "training_absences_session_date_id_fkey" FOREIGN KEY ("session_date_id") REFERENCES "training_session_dates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_absences" ADD CONSTRAINT "training_absences_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What can't be, whoever writes it.
ALTER TABLE courses
  ADD CONSTRAINT courses_minutes_check CHECK (minutes BETWEEN 1 AND 60000),
  ADD CONSTRAINT courses_cost_check CHECK (cost_per_person >= 0 AND cost_per_session >= 0),
  ADD CONSTRAINT courses_currency_check CHECK (currency ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT courses_required_share_check CHECK (required_share BETWEEN 1 AND 100);
ALTER TABLE course_grants ADD CONSTRAINT course_grants_level_check CHECK (level BETWEEN 1 AND 5);
ALTER TABLE training_sessions
  ADD CONSTRAINT training_sessions_seats_check CHECK (capacity BETWEEN 1 AND 500 AND minimum BETWEEN 0 AND capacity);
ALTER TABLE training_session_dates
  ADD CONSTRAINT training_session_dates_hours_check CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440),
  ADD CONSTRAINT training_session_dates_no_overlap
    EXCLUDE USING gist (session_id WITH =, shift_minutes(on_day, start_minute, end_minute) WITH &&);
ALTER TABLE enrolments
  ADD CONSTRAINT enrolments_session_check CHECK (
    status IN ('nominated', 'requested', 'approved', 'cancelled', 'declined') OR session_id IS NOT NULL),
  ADD CONSTRAINT enrolments_offer_check CHECK ((status = 'offered') = (offer_until IS NOT NULL));
CREATE UNIQUE INDEX enrolments_one_live ON enrolments (assistant_id, course_id)
  WHERE status IN ('nominated', 'requested', 'approved', 'booked', 'waitlisted', 'offered');

-- The legal moves, as in the tables of the program.
CREATE TRIGGER training_sessions_move_on BEFORE UPDATE OF status ON training_sessions FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move('open > over', 'open > cancelled');
CREATE TRIGGER enrolments_move_on BEFORE UPDATE OF status ON enrolments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'nominated > approved', 'nominated > booked', 'nominated > waitlisted', 'nominated > declined', 'nominated > cancelled',
    'requested > approved', 'requested > booked', 'requested > waitlisted', 'requested > declined', 'requested > cancelled',
    'approved > booked', 'approved > waitlisted', 'approved > declined', 'approved > cancelled',
    'waitlisted > booked', 'waitlisted > offered', 'waitlisted > declined', 'waitlisted > cancelled',
    'offered > booked', 'offered > declined', 'offered > cancelled',
    'booked > cancelled');

-- Held seats never exceed the capacity. The lock on the session makes those who take seats wait for each other.
CREATE FUNCTION check_enrolment_has_seat() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  seats int;
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.session_id = NEW.session_id AND OLD.status IN ('booked', 'offered') THEN RETURN NEW; END IF;
  SELECT capacity INTO seats FROM training_sessions WHERE id = NEW.session_id FOR NO KEY UPDATE;
  IF seats <= (SELECT count(*) FROM enrolments e
      WHERE e.session_id = NEW.session_id AND e.status IN ('booked', 'offered') AND e.id <> NEW.id) THEN
    RAISE EXCEPTION 'no seat is free' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_within_capacity';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_within_capacity BEFORE INSERT OR UPDATE OF status, session_id ON enrolments FOR EACH ROW
  WHEN (NEW.status IN ('booked', 'offered')) EXECUTE FUNCTION check_enrolment_has_seat();

CREATE FUNCTION check_session_holds_seats() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.capacity < (SELECT count(*) FROM enrolments e WHERE e.session_id = NEW.id AND e.status IN ('booked', 'offered')) THEN
    RAISE EXCEPTION 'more seats are taken' USING ERRCODE = '23514', CONSTRAINT = 'training_sessions_hold_their_seats';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_sessions_hold_their_seats BEFORE UPDATE OF capacity ON training_sessions FOR EACH ROW
  EXECUTE FUNCTION check_session_holds_seats();

-- Whose enrolment it is, for which course, and its seat in the list are settled when it is made.
CREATE FUNCTION check_enrolment_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.queue_number, NEW.assistant_id, NEW.course_id) IS DISTINCT FROM (OLD.queue_number, OLD.assistant_id, OLD.course_id) THEN
    RAISE EXCEPTION 'an enrolment keeps its person, course and seat in the list'
      USING ERRCODE = '23514', CONSTRAINT = 'enrolments_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER enrolments_kept BEFORE UPDATE ON enrolments FOR EACH ROW EXECUTE FUNCTION check_enrolment_is_kept();

CREATE FUNCTION refuse_training_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the history of training is never changed' USING ERRCODE = '42501';
END $$;
CREATE TRIGGER enrolment_steps_append_only BEFORE UPDATE OR DELETE ON enrolment_steps
  FOR EACH ROW EXECUTE FUNCTION refuse_training_history_change();
CREATE TRIGGER enrolment_steps_not_truncated BEFORE TRUNCATE ON enrolment_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_training_history_change();

-- An absence that a booking made is moved and ended by the booking alone.
CREATE FUNCTION check_booked_absence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.is_booked THEN
    RAISE EXCEPTION 'a booked absence ends with its booking' USING ERRCODE = '23514', CONSTRAINT = 'absences_end_with_their_booking';
  END IF;
  IF EXISTS (SELECT FROM training_absences t WHERE t.absence_id = NEW.id) THEN
    RAISE EXCEPTION 'the booking of an absence still stands' USING ERRCODE = '23514', CONSTRAINT = 'absences_end_with_their_booking';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absences_end_with_their_booking BEFORE UPDATE ON absences FOR EACH ROW
  WHEN (OLD.is_booked AND (OLD.is_booked, OLD.status, OLD.start_on, OLD.start_part, OLD.end_on, OLD.end_part, OLD.start_minute, OLD.end_minute, OLD.assistant_id)
    IS DISTINCT FROM (NEW.is_booked, NEW.status, NEW.start_on, NEW.start_part, NEW.end_on, NEW.end_part, NEW.start_minute, NEW.end_minute, NEW.assistant_id))
  EXECUTE FUNCTION check_booked_absence();

-- A date of a session is the absence of its own person, and of no other day.
CREATE FUNCTION check_training_absence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM enrolments e, training_session_dates d, absences a
    WHERE e.id = NEW.enrolment_id AND d.id = NEW.session_date_id AND a.id = NEW.absence_id
      AND d.session_id = e.session_id AND a.assistant_id = e.assistant_id AND a.is_booked
      AND a.start_on = d.on_day AND a.end_on = d.on_day) THEN
    RAISE EXCEPTION 'the absence of a booked date is that person''s, on that day'
      USING ERRCODE = '23514', CONSTRAINT = 'training_absences_of_their_date';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_absences_of_their_date BEFORE INSERT OR UPDATE ON training_absences FOR EACH ROW
  EXECUTE FUNCTION check_training_absence();

-- When a transaction ends, every date of whoever has a seat is an absence, and nobody else's is.
CREATE FUNCTION check_booked_dates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM enrolments e JOIN training_session_dates d ON d.session_id = e.session_id
    WHERE e.status = 'booked'
      AND CASE TG_TABLE_NAME WHEN 'enrolments' THEN e.id = NEW.id WHEN 'training_session_dates' THEN d.id = NEW.id END
      AND NOT EXISTS (SELECT FROM training_absences t WHERE t.enrolment_id = e.id AND t.session_date_id = d.id)) THEN
    RAISE EXCEPTION 'a booked date has no absence' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  IF TG_TABLE_NAME = 'enrolments' AND EXISTS (
    SELECT FROM enrolments e JOIN training_absences t ON t.enrolment_id = e.id
    WHERE e.id = NEW.id AND e.status IN ('nominated', 'requested', 'approved', 'waitlisted', 'offered', 'cancelled', 'declined')) THEN
    RAISE EXCEPTION 'an absence is left of a seat that is not held' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER enrolments_have_absences AFTER INSERT OR UPDATE ON enrolments
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_booked_dates();
CREATE CONSTRAINT TRIGGER training_session_dates_have_absences AFTER INSERT ON training_session_dates
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_booked_dates();

CREATE FUNCTION check_booked_date_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM enrolments e WHERE e.id = OLD.enrolment_id AND e.status = 'booked')
    AND EXISTS (SELECT FROM training_session_dates d WHERE d.id = OLD.session_date_id)
    AND NOT EXISTS (SELECT FROM training_absences t WHERE t.enrolment_id = OLD.enrolment_id AND t.session_date_id = OLD.session_date_id) THEN
    RAISE EXCEPTION 'a booked date has no absence' USING ERRCODE = '23514', CONSTRAINT = 'enrolments_have_absences';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER training_absences_are_kept AFTER DELETE ON training_absences
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_booked_date_is_kept();
