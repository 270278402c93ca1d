-- Each member of a panel judges for themselves: a card that is sent is fixed, and nothing but its words goes when the candidate is erased.

-- CreateEnum
CREATE TYPE "scorecard_verdict" AS ENUM ('no', 'rather_no', 'rather_yes', 'yes');

-- CreateTable
CREATE TABLE "scorecards" (
    "id" UUID NOT NULL,
    "interview_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "verdict" "scorecard_verdict",
    "words" TEXT NOT NULL DEFAULT '',
    "sent_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scorecards_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scorecard_marks" (
    "scorecard_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "mark" SMALLINT,
    "evidence" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "scorecard_marks_pkey" PRIMARY KEY ("scorecard_id","criterion")
);

-- CreateTable
CREATE TABLE "scorecard_notes" (
    "id" UUID NOT NULL,
    "scorecard_id" UUID NOT NULL,
    "words" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scorecard_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scorecard_openings" (
    "interview_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "scorecard_openings_pkey" PRIMARY KEY ("interview_id","user_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "scorecards_interview_id_user_id_key" ON "scorecards"("interview_id", "user_id");

-- CreateIndex
CREATE INDEX "scorecard_notes_scorecard_id_idx" ON "scorecard_notes"("scorecard_id");

-- CreateIndex
CREATE INDEX "scorecard_openings_user_id_idx" ON "scorecard_openings"("user_id");

-- AddForeignKey
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_interview_id_user_id_fkey" FOREIGN KEY ("interview_id", "user_id") REFERENCES "interview_people"("interview_id", "user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard_marks" ADD CONSTRAINT "scorecard_marks_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard_notes" ADD CONSTRAINT "scorecard_notes_scorecard_id_fkey" FOREIGN KEY ("scorecard_id") REFERENCES "scorecards"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard_openings" ADD CONSTRAINT "scorecard_openings_interview_id_fkey" FOREIGN KEY ("interview_id") REFERENCES "interviews"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scorecard_openings" ADD CONSTRAINT "scorecard_openings_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE scorecards ADD CONSTRAINT scorecards_sent_has_verdict CHECK (sent_at IS NULL OR verdict IS NOT NULL);
ALTER TABLE scorecard_marks ADD CONSTRAINT scorecard_marks_one_to_five CHECK (mark BETWEEN 1 AND 5);

CREATE FUNCTION refuse_change_of_sent_scorecard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL AND (
    (NEW.interview_id, NEW.user_id, NEW.verdict, NEW.sent_at) IS DISTINCT FROM (OLD.interview_id, OLD.user_id, OLD.verdict, OLD.sent_at)
    OR NEW.words NOT IN (OLD.words, ''))
  THEN RAISE EXCEPTION 'a scorecard that is sent is never changed' USING ERRCODE = '42501'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scorecards_stay BEFORE UPDATE ON scorecards FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_scorecard();

CREATE FUNCTION refuse_change_of_sent_mark() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE card uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.scorecard_id ELSE NEW.scorecard_id END;
BEGIN
  IF EXISTS (SELECT FROM scorecards WHERE id = card AND sent_at IS NOT NULL) THEN
    IF TG_OP <> 'UPDATE' THEN RAISE EXCEPTION 'a scorecard that is sent is never changed' USING ERRCODE = '42501'; END IF;
    IF (NEW.scorecard_id, NEW.criterion, NEW.mark) IS DISTINCT FROM (OLD.scorecard_id, OLD.criterion, OLD.mark)
      OR NEW.evidence NOT IN (OLD.evidence, '')
    THEN RAISE EXCEPTION 'a scorecard that is sent is never changed' USING ERRCODE = '42501'; END IF;
  END IF;
  RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER scorecard_marks_stay BEFORE INSERT OR UPDATE OR DELETE ON scorecard_marks
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_sent_mark();
