-- TRUNCATE fires no row trigger, so it emptied the audit log where UPDATE and DELETE were refused. It is refused for every
-- table that is a record of the past.
CREATE TRIGGER audit_events_not_truncated BEFORE TRUNCATE ON audit_events
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER absence_steps_not_truncated BEFORE TRUNCATE ON absence_steps
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_leave_history_change();
CREATE TRIGGER leave_adjustments_not_truncated BEFORE TRUNCATE ON leave_adjustments
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_leave_history_change();
