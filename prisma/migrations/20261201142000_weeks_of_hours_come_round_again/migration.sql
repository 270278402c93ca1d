-- Weeks of hours come round again.
--
-- An assistant works one week, or up to four that come round, counted in weeks from a Monday, each weekday on site or remotely. The
-- weeks of one person and day have one length and one Monday. Hours that were kept so far are of every week.

-- CreateEnum
CREATE TYPE "work_place" AS ENUM ('site', 'remote');

-- AlterTable
ALTER TABLE "working_patterns" ADD COLUMN     "anchor_monday" DATE,
ADD COLUMN     "cycle_weeks" SMALLINT NOT NULL DEFAULT 1,
ADD COLUMN     "place" "work_place" NOT NULL DEFAULT 'site',
ADD COLUMN     "week_of_cycle" SMALLINT NOT NULL DEFAULT 1;

ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_cycle CHECK (
  cycle_weeks BETWEEN 1 AND 4 AND week_of_cycle BETWEEN 1 AND cycle_weeks AND (cycle_weeks > 1) = (anchor_monday IS NOT NULL)
  AND extract(isodow FROM anchor_monday) = 1);

-- An assistant has one set of hours on a weekday of a week at a time, and one cycle.
ALTER TABLE working_patterns DROP CONSTRAINT working_patterns_no_overlap;
ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_no_overlap
  EXCLUDE USING gist (assistant_id WITH =, weekday WITH =, week_of_cycle WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
ALTER TABLE working_patterns ADD CONSTRAINT working_patterns_one_cycle
  EXCLUDE USING gist (assistant_id WITH =, (cycle_weeks * 100000 + coalesce(anchor_monday - DATE '2000-01-01', 0)) WITH <>,
    daterange(valid_from, valid_to, '[]') WITH &&);
