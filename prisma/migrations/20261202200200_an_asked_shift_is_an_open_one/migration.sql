-- What a manager asks about has no owner, as what somebody offers to take; only such an offer waits without a taker.
ALTER TABLE shift_requests DROP CONSTRAINT shift_requests_people;
ALTER TABLE shift_requests ADD CONSTRAINT shift_requests_people CHECK (
  (kind IN ('take', 'ask')) = (owner_id IS NULL) AND owner_id <> taker_id
  AND (taker_id IS NOT NULL OR status NOT IN ('pending_approval', 'approved') OR (kind = 'take' AND status = 'pending_approval')));
