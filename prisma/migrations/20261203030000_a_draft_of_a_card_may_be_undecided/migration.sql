-- A draft with words and no mark has not decided yet, which is not the same as that it was not seen.

-- AlterTable
ALTER TABLE "scorecard_marks" ADD COLUMN     "is_not_seen" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE scorecard_marks DISABLE TRIGGER scorecard_marks_stay;
UPDATE scorecard_marks SET is_not_seen = true WHERE mark IS NULL;
ALTER TABLE scorecard_marks ENABLE TRIGGER scorecard_marks_stay;
ALTER TABLE scorecard_marks ADD CONSTRAINT scorecard_marks_seen_or_not CHECK (mark IS NULL OR NOT is_not_seen);
