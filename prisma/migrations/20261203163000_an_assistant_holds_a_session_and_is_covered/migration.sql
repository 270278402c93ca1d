-- An assistant who holds a session is absent on its dates, with cover, as a participant is: that absence is ended by the session
-- alone. Somebody from outside has a name and a contact.

-- AlterTable
ALTER TABLE "training_sessions" ADD COLUMN     "trainer_contact" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "trainer_id" UUID;

-- CreateTable
CREATE TABLE "trainer_absences" (
    "session_date_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "absence_id" UUID NOT NULL,

    CONSTRAINT "trainer_absences_pkey" PRIMARY KEY ("session_date_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "trainer_absences_absence_id_key" ON "trainer_absences"("absence_id");

-- CreateIndex
CREATE INDEX "trainer_absences_assistant_id_idx" ON "trainer_absences"("assistant_id");

-- CreateIndex
CREATE INDEX "training_sessions_trainer_id_idx" ON "training_sessions"("trainer_id");

-- AddForeignKey
ALTER TABLE "training_sessions" ADD CONSTRAINT "training_sessions_trainer_id_fkey" FOREIGN KEY ("trainer_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer_absences" ADD CONSTRAINT "trainer_absences_session_date_id_fkey" FOREIGN KEY ("session_date_id") REFERENCES "training_session_dates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer_absences" ADD CONSTRAINT "trainer_absences_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trainer_absences" ADD CONSTRAINT "trainer_absences_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION check_trainer_absence() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM training_session_dates d, absences a WHERE d.id = NEW.session_date_id AND a.id = NEW.absence_id
      AND a.assistant_id = NEW.assistant_id AND a.is_booked AND a.start_on = d.on_day AND a.end_on = d.on_day) THEN
    RAISE EXCEPTION 'the absence of a date that is held is the trainer''s, on that day'
      USING ERRCODE = '23514', CONSTRAINT = 'trainer_absences_of_their_date';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER trainer_absences_of_their_date BEFORE INSERT OR UPDATE ON trainer_absences FOR EACH ROW
  EXECUTE FUNCTION check_trainer_absence();

CREATE FUNCTION check_trainer_is_free() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM trainer_absences t WHERE t.absence_id = NEW.id) THEN
    RAISE EXCEPTION 'the session of an absence is still held' USING ERRCODE = '23514', CONSTRAINT = 'absences_end_with_their_booking';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER absences_end_with_their_session BEFORE UPDATE OF status, is_booked ON absences FOR EACH ROW
  WHEN (OLD.is_booked AND (OLD.is_booked, OLD.status) IS DISTINCT FROM (NEW.is_booked, NEW.status))
  EXECUTE FUNCTION check_trainer_is_free();
