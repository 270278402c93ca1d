-- Hours of a shift are called off and given to others.
--
-- What an absence calls off is worked out. What a manager decides is kept: hours that are called off, and who has them now. Their
-- work is taken out of the shift, so that whoever asks when people work and what roles have needs no word of it, and is kept
-- beside them to be put back. A shift is looked at anew only where its person, day or hours change: calling hours off is lawful
-- whatever else has changed since it was published.

-- CreateTable
CREATE TABLE "shift_call_offs" (
    "id" UUID NOT NULL,
    "shift_id" UUID NOT NULL,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "work" JSONB NOT NULL,
    "taken_by_id" UUID,
    "work_before" JSONB,
    "taken_version" INTEGER,
    "break_before" INTEGER,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "shift_call_offs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "shift_call_offs_shift_id_idx" ON "shift_call_offs"("shift_id");

-- CreateIndex
CREATE INDEX "shift_call_offs_taken_by_id_idx" ON "shift_call_offs"("taken_by_id");

-- CreateIndex
CREATE INDEX "shift_call_offs_by_id_idx" ON "shift_call_offs"("by_id");

-- AddForeignKey
ALTER TABLE "shift_call_offs" ADD CONSTRAINT "shift_call_offs_shift_id_fkey" FOREIGN KEY ("shift_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_call_offs" ADD CONSTRAINT "shift_call_offs_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "shifts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "shift_call_offs" ADD CONSTRAINT "shift_call_offs_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE shift_call_offs ADD CONSTRAINT shift_call_offs_hours CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE shift_call_offs ADD CONSTRAINT shift_call_offs_taken CHECK (
  taken_by_id <> shift_id AND num_nonnulls(work_before, taken_version, break_before) IN (0, 3) AND (taken_by_id IS NOT NULL OR work_before IS NULL));
ALTER TABLE shift_call_offs ADD CONSTRAINT shift_call_offs_once
  EXCLUDE USING gist (shift_id WITH =, int4range(start_minute, end_minute) WITH &&);

DROP TRIGGER shifts_lawful_when_changed ON shifts;
CREATE CONSTRAINT TRIGGER shifts_lawful_when_changed
  AFTER UPDATE OF status, assistant_id, on_day, start_minute, end_minute, break_start_minute, break_minutes ON shifts
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.status = 'published') EXECUTE FUNCTION check_shift_is_lawful();
