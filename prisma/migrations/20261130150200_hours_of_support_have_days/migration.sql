-- Hours of support have days.
--
-- Changing the hours in which an executive is supported rewrote the boards of earlier weeks. They now count from a day to a
-- day, as the hours of assistants do; what is there has counted from the start.

ALTER TABLE "support_hours" DROP CONSTRAINT "support_hours_pkey",
ADD COLUMN     "valid_from" DATE NOT NULL DEFAULT '2000-01-01'::date,
ADD COLUMN     "valid_to" DATE,
ADD CONSTRAINT "support_hours_pkey" PRIMARY KEY ("executive_id", "weekday", "valid_from");

ALTER TABLE support_hours ADD CONSTRAINT support_hours_dates CHECK (valid_to IS NULL OR valid_to >= valid_from);

-- An executive has one set of hours on a weekday at a time.
ALTER TABLE support_hours ADD CONSTRAINT support_hours_no_overlap
  EXCLUDE USING gist (executive_id WITH =, weekday WITH =, daterange(valid_from, valid_to, '[]') WITH &&);
