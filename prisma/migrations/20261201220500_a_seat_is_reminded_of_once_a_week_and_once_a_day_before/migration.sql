-- A seat is reminded of once a week and once a day before.
--
-- What was sent is noted, so that each reminder goes out once, also after a pause; other dates begin anew.

ALTER TABLE "enrolments" ADD COLUMN "reminded_week_at" TIMESTAMPTZ(3), ADD COLUMN "reminded_day_at" TIMESTAMPTZ(3);
ALTER TABLE "training_sessions" ADD COLUMN "told_below_at" TIMESTAMPTZ(3);
