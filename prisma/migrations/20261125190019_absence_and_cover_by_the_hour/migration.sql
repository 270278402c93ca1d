-- An absence may last some hours of a day, and so may its cover; when nobody can do all of an executive's duties two
-- covers may share them; and a pool may lend its assistants to another.

-- AlterTable
ALTER TABLE "absences" ADD COLUMN     "end_minute" INTEGER,
ADD COLUMN     "start_minute" INTEGER;

-- AlterTable
ALTER TABLE "coverage_assignments" ADD COLUMN     "duty_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "end_minute" INTEGER,
ADD COLUMN     "start_minute" INTEGER;

-- CreateTable
CREATE TABLE "pool_lendings" (
    "lender_id" UUID NOT NULL,
    "borrower_id" UUID NOT NULL,

    CONSTRAINT "pool_lendings_pkey" PRIMARY KEY ("lender_id","borrower_id")
);

-- CreateIndex
CREATE INDEX "pool_lendings_borrower_id_idx" ON "pool_lendings"("borrower_id");

-- AddForeignKey
ALTER TABLE "pool_lendings" ADD CONSTRAINT "pool_lendings_lender_id_fkey" FOREIGN KEY ("lender_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pool_lendings" ADD CONSTRAINT "pool_lendings_borrower_id_fkey" FOREIGN KEY ("borrower_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By the hour means within one day, and the half-days say where the hours lie.
ALTER TABLE absences ADD CONSTRAINT absences_hours CHECK (
  (start_minute IS NULL) = (end_minute IS NULL) AND (start_minute IS NULL OR (
    start_on = end_on AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440
    AND (start_part = 'pm') = (start_minute >= 720) AND (end_part = 'pm') = (end_minute > 720))));
ALTER TABLE coverage_assignments ADD CONSTRAINT coverage_assignments_hours CHECK (
  (start_minute IS NULL) = (end_minute IS NULL) AND (start_minute IS NULL OR (
    start_on = end_on AND 0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440
    AND (start_part = 'pm') = (start_minute >= 720) AND (end_part = 'pm') = (end_minute > 720))));
ALTER TABLE pool_lendings ADD CONSTRAINT pool_lendings_two_pools CHECK (lender_id <> borrower_id);

-- Minutes since 1 January 2000, so that half-days and hours can be compared: noon parts morning and afternoon.
CREATE FUNCTION minutes_away(start_on date, start_part day_part, end_on date, end_part day_part, start_minute int, end_minute int)
RETURNS int8range LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT int8range(
    (start_on - DATE '2000-01-01')::bigint * 1440 + coalesce(start_minute, (start_part = 'pm')::int * 720),
    (end_on - DATE '2000-01-01')::bigint * 1440 + coalesce(end_minute, 720 + (end_part = 'pm')::int * 720))
$$;

-- An assistant's live absences never overlap, to the minute.
ALTER TABLE absences DROP CONSTRAINT absences_no_overlap;
ALTER TABLE absences ADD CONSTRAINT absences_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, minutes_away(start_on, start_part, end_on, end_part, start_minute, end_minute) WITH &&)
  WHERE (status IN ('requested', 'provisionally_approved', 'approved', 'cancellation_requested'));

-- Nor do an executive's live covers of the same duty. Lists of duties can't be excluded by an index, so the executive's
-- row is locked and the others are looked at.
ALTER TABLE coverage_assignments DROP CONSTRAINT coverage_assignments_no_overlap;
CREATE OR REPLACE FUNCTION check_cover_is_possible() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  span int8range := minutes_away(NEW.start_on, NEW.start_part, NEW.end_on, NEW.end_part, NEW.start_minute, NEW.end_minute);
BEGIN
  IF NEW.status NOT IN ('offered', 'accepted', 'confirmed', 'active') THEN RETURN NEW; END IF;
  PERFORM 1 FROM executives WHERE id = NEW.executive_id FOR NO KEY UPDATE;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.executive_id = NEW.executive_id AND c.id <> NEW.id
      AND c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND c.start_on <= NEW.end_on AND c.end_on >= NEW.start_on
      AND minutes_away(c.start_on, c.start_part, c.end_on, c.end_part, c.start_minute, c.end_minute) && span
      AND (cardinality(c.duty_ids) = 0 OR cardinality(NEW.duty_ids) = 0 OR c.duty_ids && NEW.duty_ids)
  ) THEN
    RAISE EXCEPTION 'the duty is covered already' USING ERRCODE = '23P01', CONSTRAINT = 'coverage_assignments_no_overlap';
  END IF;
  IF EXISTS (
    SELECT 1 FROM absences a
    WHERE a.assistant_id = NEW.assistant_id
      AND a.status IN ('approved', 'cancellation_requested')
      AND minutes_away(a.start_on, a.start_part, a.end_on, a.end_part, a.start_minute, a.end_minute) && span
  ) THEN
    RAISE EXCEPTION 'cover is away' USING ERRCODE = '23514', CONSTRAINT = 'coverage_assignments_not_away';
  END IF;
  IF EXISTS (
    SELECT 1 FROM pairing_restrictions r
    WHERE r.assistant_id = NEW.assistant_id AND r.executive_id = NEW.executive_id
      AND r.kind = 'hard' AND r.status IN ('active', 'under_review')
      AND (r.expires_on IS NULL OR r.expires_on >= NEW.start_on)
  ) THEN
    RAISE EXCEPTION 'pairing is restricted' USING ERRCODE = '23514', CONSTRAINT = 'coverage_assignments_not_restricted';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER coverage_assignments_possible ON coverage_assignments;
CREATE TRIGGER coverage_assignments_possible
  BEFORE INSERT OR UPDATE OF status, assistant_id, executive_id, start_on, start_part, end_on, end_part, start_minute, end_minute, duty_ids
  ON coverage_assignments FOR EACH ROW EXECUTE FUNCTION check_cover_is_possible();

CREATE OR REPLACE FUNCTION check_absence_frees_no_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.status NOT IN ('approved', 'cancellation_requested') THEN RETURN NEW; END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  IF EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.assistant_id = NEW.assistant_id
      AND c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND minutes_away(c.start_on, c.start_part, c.end_on, c.end_part, c.start_minute, c.end_minute)
          && minutes_away(NEW.start_on, NEW.start_part, NEW.end_on, NEW.end_part, NEW.start_minute, NEW.end_minute)
  ) THEN
    RAISE EXCEPTION 'the absent person still covers somebody' USING ERRCODE = '23514', CONSTRAINT = 'absences_covers_released';
  END IF;
  RETURN NEW;
END $$;
DROP TRIGGER absences_free_no_cover ON absences;
CREATE TRIGGER absences_free_no_cover
  BEFORE INSERT OR UPDATE OF status, assistant_id, start_on, start_part, end_on, end_part, start_minute, end_minute
  ON absences FOR EACH ROW EXECUTE FUNCTION check_absence_frees_no_cover();
DROP FUNCTION half_days(date, day_part, date, day_part);
