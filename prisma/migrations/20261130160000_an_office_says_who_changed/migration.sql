-- An office says who changed.
--
-- Who serves whom in the coming weeks is worked out once and kept by each web process; only the database can tell all of
-- them what has changed since. A counter would have writers wait for each other, and numbers are given out in another order
-- than transactions end. So triggers note whom a transaction changed under its number, and a reader asks for the notes that
-- the snapshot it read at could not see. More than 200 people at once count as everybody.
--
-- Covers and absences are asked for by their end: what is over in a history of ten years is then not looked at.

DROP INDEX "absences_assistant_id_start_on_idx";
DROP INDEX "coverage_assignments_assistant_id_start_on_idx";
DROP INDEX "coverage_assignments_executive_id_start_on_idx";
CREATE INDEX "absences_assistant_id_end_on_idx" ON "absences"("assistant_id", "end_on");
CREATE INDEX "coverage_assignments_executive_id_end_on_idx" ON "coverage_assignments"("executive_id", "end_on");
CREATE INDEX "coverage_assignments_assistant_id_end_on_idx" ON "coverage_assignments"("assistant_id", "end_on");

CREATE TYPE "office_change_kind" AS ENUM ('assistant', 'executive', 'office');

CREATE TABLE "office_changes" (
    "id" BIGSERIAL NOT NULL,
    "transaction_id" BIGINT NOT NULL,
    "kind" "office_change_kind" NOT NULL,
    "subject_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "office_changes_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "office_changes_transaction_id_idx" ON "office_changes"("transaction_id");
CREATE INDEX "office_changes_changed_at_idx" ON "office_changes"("changed_at");

-- The rows of one statement: of what kind their subject is, the column that names it, and which rows count. Leave that is
-- only asked for and covers that are only proposed change nothing of who serves whom.
CREATE FUNCTION note_office_changes() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rows text := CASE TG_OP WHEN 'INSERT' THEN 'SELECT %1$I AS id FROM after WHERE %3$s'
    WHEN 'DELETE' THEN 'SELECT %1$I AS id FROM before WHERE %3$s'
    ELSE 'SELECT %1$I AS id FROM after WHERE %3$s UNION SELECT %1$I FROM before WHERE %3$s' END;
BEGIN
  EXECUTE format(
    'WITH subjects AS (SELECT DISTINCT id FROM (' || rows || ') AS changed), counted AS (SELECT count(*) AS n FROM subjects)
     INSERT INTO office_changes (transaction_id, kind, subject_id)
     SELECT pg_current_xact_id()::text::bigint, %2$L::office_change_kind, id FROM subjects, counted WHERE n <= 200
     UNION ALL SELECT pg_current_xact_id()::text::bigint, ''office'', NULL FROM counted WHERE n > 200',
    TG_ARGV[1], TG_ARGV[0], TG_ARGV[2]);
  RETURN NULL;
END $$;

CREATE FUNCTION note_whole_office_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO office_changes (transaction_id, kind) VALUES (pg_current_xact_id()::text::bigint, 'office');
  RETURN NULL;
END $$;

DO $$
DECLARE
  noted record;
BEGIN
  FOR noted IN SELECT * FROM (VALUES
    ('assistants', 'assistant', 'id', 'true'),
    ('working_patterns', 'assistant', 'assistant_id', 'true'),
    ('assistant_skills', 'assistant', 'assistant_id', 'true'),
    ('assistant_languages', 'assistant', 'assistant_id', 'true'),
    ('absences', 'assistant', 'assistant_id', 'status IN (''approved'', ''cancellation_requested'')'),
    ('executives', 'executive', 'id', 'true'),
    ('support_hours', 'executive', 'executive_id', 'true'),
    ('duty_requirements', 'executive', 'executive_id', 'true'),
    ('executive_languages', 'executive', 'executive_id', 'true'),
    ('support_assignments', 'executive', 'executive_id', 'true'),
    ('coverage_assignments', 'executive', 'executive_id',
      'status IN (''offered'', ''accepted'', ''confirmed'', ''active'', ''completed'')')
  ) AS t(name, kind, subject, counts) LOOP
    EXECUTE format('CREATE TRIGGER %1$I AFTER INSERT ON %2$I REFERENCING NEW TABLE AS after
      FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%3$L, %4$L, %5$L)', noted.name || '_note_new', noted.name, noted.kind, noted.subject, noted.counts);
    EXECUTE format('CREATE TRIGGER %1$I AFTER UPDATE ON %2$I REFERENCING NEW TABLE AS after OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%3$L, %4$L, %5$L)', noted.name || '_note_changed', noted.name, noted.kind, noted.subject, noted.counts);
    EXECUTE format('CREATE TRIGGER %1$I AFTER DELETE ON %2$I REFERENCING OLD TABLE AS before
      FOR EACH STATEMENT EXECUTE FUNCTION note_office_changes(%3$L, %4$L, %5$L)', noted.name || '_note_gone', noted.name, noted.kind, noted.subject, noted.counts);
    EXECUTE format('CREATE TRIGGER %1$I AFTER TRUNCATE ON %2$I
      FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed()', noted.name || '_note_emptied', noted.name);
  END LOOP;
END $$;

CREATE TRIGGER pools_note_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pools
  FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();
CREATE TRIGGER pool_lendings_note_changed AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON pool_lendings
  FOR EACH STATEMENT EXECUTE FUNCTION note_whole_office_changed();

-- A person is known by the account's name.
CREATE FUNCTION note_new_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO office_changes (transaction_id, kind, subject_id)
  SELECT pg_current_xact_id()::text::bigint, 'assistant'::office_change_kind, id FROM assistants WHERE user_id = NEW.id
  UNION ALL SELECT pg_current_xact_id()::text::bigint, 'executive', id FROM executives WHERE user_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER users_note_new_name AFTER UPDATE OF name ON users
  FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION note_new_name();
