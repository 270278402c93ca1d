-- Who attended says how it was.
--
-- An evaluation is a record of its own and changes nothing of the enrolment. It is read in sums of three or more, so that nobody
-- is known by an answer; it has no time, because the order would tell whose it is.

-- CreateTable
CREATE TABLE "evaluations" (
    "enrolment_id" UUID NOT NULL,
    "useful" SMALLINT NOT NULL,
    "clear" SMALLINT NOT NULL,
    "recommend" SMALLINT NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "evaluations_pkey" PRIMARY KEY ("enrolment_id")
);

-- AddForeignKey
ALTER TABLE "evaluations" ADD CONSTRAINT "evaluations_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE evaluations ADD CONSTRAINT evaluations_answers_check CHECK (
  useful BETWEEN 1 AND 5 AND clear BETWEEN 1 AND 5 AND recommend BETWEEN 1 AND 5);

CREATE FUNCTION check_evaluation_of_attended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM enrolments e WHERE e.id = NEW.enrolment_id AND e.status = 'attended') THEN
    RAISE EXCEPTION 'only who attended evaluates' USING ERRCODE = '23514', CONSTRAINT = 'evaluations_of_attended';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluations_of_attended BEFORE INSERT ON evaluations
  FOR EACH ROW EXECUTE FUNCTION check_evaluation_of_attended();
