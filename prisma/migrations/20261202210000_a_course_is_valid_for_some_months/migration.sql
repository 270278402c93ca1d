-- A course is valid for some months.
--
-- Who attends such a course holds a certificate until a last valid day, kept on the enrolment as it was given: another validity of
-- the course later changes nobody's day. A correction of the attendance takes the day back with the outcome.

-- AlterTable
ALTER TABLE "courses" ADD COLUMN     "valid_months" SMALLINT;

-- AlterTable
ALTER TABLE "enrolments" ADD COLUMN     "told_expiring" SMALLINT,
ADD COLUMN     "valid_until" DATE;

-- CreateIndex
CREATE INDEX "enrolments_valid_until_idx" ON "enrolments"("valid_until");

ALTER TABLE courses ADD CONSTRAINT courses_valid_months_check CHECK (valid_months BETWEEN 1 AND 120);
ALTER TABLE enrolments ADD CONSTRAINT enrolments_valid_of_attended CHECK (valid_until IS NULL OR status = 'attended');
ALTER TABLE enrolments ADD CONSTRAINT enrolments_told_expiring_check CHECK (
  told_expiring IS NULL OR (valid_until IS NOT NULL AND told_expiring IN (7, 30, 90)));
