-- What is done is told at once.
--
-- Open pages follow what others do. A transaction's audit rows are its last statement, written under the lock of the chain, so
-- one notification a transaction costs no waiting that the chain did not cost before, and numbers are told in the order of
-- commit. What is told is the last number alone: each web process reads the rows itself and passes on what each person may
-- know. Notices belong to no audit row; who has new or newly read ones is told by the account's id, two hundred at a time
-- (a payload may hold 8,000 bytes).

CREATE FUNCTION tell_of_audit_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('standby_changes', max(seq)::text) FROM added HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_events_tell AFTER INSERT ON audit_events
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tell_of_audit_events();

CREATE FUNCTION tell_of_notices() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('standby_notices', string_agg(user_id::text, ' '))
  FROM (SELECT user_id, row_number() OVER (ORDER BY user_id) / 200 AS part FROM (SELECT DISTINCT user_id FROM told) AS people) AS parts
  GROUP BY part;
  RETURN NULL;
END $$;
CREATE TRIGGER notifications_tell_new AFTER INSERT ON notifications
  REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notices();
CREATE TRIGGER notifications_tell_read AFTER UPDATE ON notifications
  REFERENCING NEW TABLE AS told FOR EACH STATEMENT EXECUTE FUNCTION tell_of_notices();
