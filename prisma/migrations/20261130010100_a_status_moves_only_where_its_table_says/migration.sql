-- A status moves only where its table says.
--
-- Absences and handovers each had a function of their own that refused impossible moves; requests, plans and covers had none.
-- One function now reads the legal moves of a table from its trigger's arguments: data, not code, and a test compares them
-- with the tables of moves in the program (defineMoves), so that neither can change alone. No row is touched. Beyond what the
-- domain names: a plan that is accepted or active, and a cover that is confirmed or active, become proposals again by undo;
-- a released cover comes back by undo; a completed cover may be corrected.

CREATE FUNCTION check_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status::text || ' > ' || NEW.status::text = ANY (TG_ARGV) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a row of % does not go from % to %', TG_TABLE_NAME, OLD.status, NEW.status
    USING ERRCODE = '23514', CONSTRAINT = TG_NAME;
END $$;

DROP TRIGGER absences_move_on ON absences;
DROP FUNCTION check_absence_moves_on();
DROP TRIGGER handovers_move_on ON handovers;
DROP FUNCTION check_handover_moves_on();

CREATE TRIGGER absences_move_on BEFORE UPDATE OF status ON absences FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'draft > requested', 'draft > withdrawn',
    'requested > provisionally_approved', 'requested > approved', 'requested > declined', 'requested > withdrawn',
    'provisionally_approved > approved', 'provisionally_approved > declined', 'provisionally_approved > withdrawn',
    'approved > cancellation_requested', 'approved > cancelled',
    'cancellation_requested > approved', 'cancellation_requested > cancelled');

CREATE TRIGGER support_requests_move_on BEFORE UPDATE OF status ON support_requests FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'new > assigned', 'new > in_progress', 'new > cancelled',
    'assigned > in_progress', 'assigned > cancelled',
    'in_progress > assigned', 'in_progress > waiting', 'in_progress > resolved', 'in_progress > cancelled',
    'waiting > assigned', 'waiting > in_progress', 'waiting > resolved', 'waiting > cancelled',
    'resolved > closed', 'resolved > assigned', 'resolved > new',
    'closed > assigned', 'closed > new');

CREATE TRIGGER handovers_move_on BEFORE UPDATE OF status ON handovers FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'draft > ready', 'draft > closed',
    'ready > acknowledged', 'ready > closed',
    'acknowledged > active', 'acknowledged > ready', 'acknowledged > closed',
    'active > handed_back', 'active > ready',
    'handed_back > closed');

CREATE TRIGGER coverage_plans_move_on BEFORE UPDATE OF status ON coverage_plans FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'proposed > accepted', 'proposed > superseded', 'proposed > discarded',
    'accepted > active', 'accepted > completed', 'accepted > proposed',
    'active > completed', 'active > proposed');

CREATE TRIGGER coverage_assignments_move_on BEFORE UPDATE OF status ON coverage_assignments FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'proposed > offered', 'proposed > confirmed', 'proposed > expired',
    'offered > accepted', 'offered > declined', 'offered > expired', 'offered > confirmed', 'offered > released',
    'accepted > confirmed', 'accepted > released',
    'confirmed > active', 'confirmed > completed', 'confirmed > released', 'confirmed > proposed',
    'active > completed', 'active > released', 'active > proposed',
    'completed > released',
    'released > confirmed', 'released > offered', 'released > expired');
