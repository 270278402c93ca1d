-- Restrictions count by the pool's day.
--
-- A pair that is kept apart may hold no cover from today on. "Today" was the database's, so that shortly after midnight in
-- Stockholm a cover that had ended the evening before still refused it; it is the day of the executive's pool. Covers that
-- have begun earlier and last longer are cut at today by whoever restricts the pair.

CREATE OR REPLACE FUNCTION check_restriction_bars_no_cover() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  today date;
BEGIN
  IF NEW.kind <> 'hard' OR NEW.status NOT IN ('active', 'under_review') THEN RETURN NEW; END IF;
  PERFORM 1 FROM assistants WHERE id = NEW.assistant_id FOR NO KEY UPDATE;
  SELECT (now() AT TIME ZONE p.time_zone)::date INTO today
  FROM executives e JOIN pools p ON p.id = e.pool_id WHERE e.id = NEW.executive_id;
  IF EXISTS (
    SELECT 1 FROM coverage_assignments c
    WHERE c.assistant_id = NEW.assistant_id AND c.executive_id = NEW.executive_id
      AND c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND c.end_on >= today
      AND (NEW.expires_on IS NULL OR c.start_on <= NEW.expires_on)
  ) THEN
    RAISE EXCEPTION 'a restricted pairing still covers' USING ERRCODE = '23514', CONSTRAINT = 'pairing_restrictions_covers_released';
  END IF;
  RETURN NEW;
END $$;
