-- A manager invites somebody to a seat, which is held for them until they answer. Each date of a seat stands in its person's own
-- calendar under one UID; a change has a higher sequence, as calendars take the highest they know (RFC 5546).

-- AlterTable
ALTER TABLE "enrolments" ADD COLUMN     "invited_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "training_entries" (
    "id" UUID NOT NULL,
    "enrolment_id" UUID NOT NULL,
    "position" SMALLINT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "on_day" DATE NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "is_cancelled" BOOLEAN NOT NULL DEFAULT false,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "mail_id" UUID,

    CONSTRAINT "training_entries_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "training_entries_mail_id_key" ON "training_entries"("mail_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_entries_enrolment_id_position_key" ON "training_entries"("enrolment_id", "position");

-- AddForeignKey
ALTER TABLE "training_entries" ADD CONSTRAINT "training_entries_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_entries" ADD CONSTRAINT "training_entries_mail_id_fkey" FOREIGN KEY ("mail_id") REFERENCES "outgoing_mails"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE training_entries
  ADD CONSTRAINT training_entries_position_check CHECK (position >= 1 AND sequence >= 0),
  ADD CONSTRAINT training_entries_hours_check CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);

CREATE FUNCTION check_training_entry_rises() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.enrolment_id, NEW.position) IS DISTINCT FROM (OLD.id, OLD.enrolment_id, OLD.position)
    OR NEW.sequence < OLD.sequence
    OR (NEW.sequence = OLD.sequence AND (NEW.on_day, NEW.start_minute, NEW.end_minute, NEW.is_cancelled)
      IS DISTINCT FROM (OLD.on_day, OLD.start_minute, OLD.end_minute, OLD.is_cancelled)) THEN
    RAISE EXCEPTION 'a changed calendar entry has a higher sequence' USING ERRCODE = '23514', CONSTRAINT = 'training_entries_rise';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER training_entries_rise BEFORE UPDATE ON training_entries FOR EACH ROW EXECUTE FUNCTION check_training_entry_rises();

DROP TRIGGER enrolments_move_on ON enrolments;
CREATE TRIGGER enrolments_move_on BEFORE UPDATE OF status ON enrolments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'nominated > approved', 'nominated > booked', 'nominated > waitlisted', 'nominated > offered', 'nominated > declined', 'nominated > cancelled',
    'requested > approved', 'requested > booked', 'requested > waitlisted', 'requested > declined', 'requested > cancelled',
    'approved > booked', 'approved > waitlisted', 'approved > offered', 'approved > declined', 'approved > cancelled',
    'waitlisted > booked', 'waitlisted > offered', 'waitlisted > declined', 'waitlisted > cancelled',
    'offered > booked', 'offered > declined', 'offered > cancelled',
    'booked > cancelled', 'booked > attended', 'booked > incomplete', 'booked > no_show',
    'attended > incomplete', 'attended > no_show', 'incomplete > attended', 'incomplete > no_show',
    'no_show > attended', 'no_show > incomplete');

-- Seats that are booked already have their entries from now on.
INSERT INTO training_entries (id, enrolment_id, position, on_day, start_minute, end_minute, changed_at)
SELECT gen_random_uuid(), e.id, row_number() OVER (PARTITION BY e.id ORDER BY d.on_day, d.start_minute), d.on_day, d.start_minute,
  d.end_minute, now()
FROM enrolments e JOIN training_session_dates d ON d.session_id = e.session_id WHERE e.status = 'booked';
