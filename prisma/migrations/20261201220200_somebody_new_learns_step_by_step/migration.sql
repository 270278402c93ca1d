-- Somebody new learns step by step.
--
-- Until a step's week has come and it is signed off, nobody is to be named for the duty, whatever level they hold: the office's
-- facts carry the steps, so that every plan, offer and list asks one level by day. A step signed off stays as it is.

-- CreateTable
CREATE TABLE "ramp_steps" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "from_week" SMALLINT NOT NULL,
    "level" SMALLINT NOT NULL,
    "signed_off_by_id" UUID,
    "signed_off_at" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',
    "told_mentor_at" TIMESTAMPTZ(3),
    "told_manager_at" TIMESTAMPTZ(3),

    CONSTRAINT "ramp_steps_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ramp_steps_duty_id_idx" ON "ramp_steps"("duty_id");

-- CreateIndex
CREATE INDEX "ramp_steps_signed_off_by_id_idx" ON "ramp_steps"("signed_off_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "ramp_steps_assistant_id_duty_id_from_week_key" ON "ramp_steps"("assistant_id", "duty_id", "from_week");

-- AddForeignKey
ALTER TABLE "ramp_steps" ADD CONSTRAINT "ramp_steps_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ramp_steps" ADD CONSTRAINT "ramp_steps_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ramp_steps" ADD CONSTRAINT "ramp_steps_signed_off_by_id_fkey" FOREIGN KEY ("signed_off_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE ramp_steps
  ADD CONSTRAINT ramp_steps_week_check CHECK (from_week BETWEEN 1 AND 52),
  ADD CONSTRAINT ramp_steps_level_check CHECK (level BETWEEN 1 AND 5),
  ADD CONSTRAINT ramp_steps_signed_check CHECK ((signed_off_by_id IS NULL) = (signed_off_at IS NULL));

CREATE TRIGGER ramp_steps_note_new AFTER INSERT ON ramp_steps REFERENCING NEW TABLE AS after
  FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes('assistant', 'assistant_id', 'true');
CREATE TRIGGER ramp_steps_note_changed AFTER UPDATE ON ramp_steps REFERENCING NEW TABLE AS after OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes('assistant', 'assistant_id', 'true');
CREATE TRIGGER ramp_steps_note_gone AFTER DELETE ON ramp_steps REFERENCING OLD TABLE AS before
  FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes('assistant', 'assistant_id', 'true');
CREATE TRIGGER ramp_steps_note_emptied AFTER TRUNCATE ON ramp_steps
  FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();
