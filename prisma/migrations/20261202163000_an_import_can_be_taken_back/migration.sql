-- An import can be taken back
--
-- What it made and changed is kept for fourteen days, with what was there before. Whom it made goes with all that it made of them,
-- histories too, but only as that import's and only while it is being taken back; whatever else stands on a person keeps them by its
-- foreign key.

CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "files" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "import_changes" (
    "import_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_changes_pkey" PRIMARY KEY ("import_id","kind","record_id"),
    CONSTRAINT "import_changes_kind_check" CHECK ("kind" IN ('account', 'assistant', 'executive', 'support', 'absence'))
);

CREATE INDEX "imports_by_id_at_idx" ON "imports"("by_id", "at");
CREATE INDEX "import_changes_user_id_idx" ON "import_changes"("user_id");
CREATE INDEX "import_changes_record_id_idx" ON "import_changes"("record_id");

ALTER TABLE "imports" ADD CONSTRAINT "imports_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "import_changes" ADD CONSTRAINT "import_changes_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Taking back happens once, and is never taken back itself.
CREATE FUNCTION keep_import_undone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.undone_at IS NOT NULL THEN
    RAISE EXCEPTION 'an import is taken back once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER imports_undone_once BEFORE UPDATE ON imports FOR EACH ROW EXECUTE FUNCTION keep_import_undone();

-- True of a record that an import made which is being taken back; the list of what it made goes with the end of that.
CREATE FUNCTION is_being_taken_back(record uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM import_changes c JOIN imports i ON i.id = c.import_id
    WHERE c.record_id = record AND c.before IS NULL AND i.undone_at IS NOT NULL)
$$;

CREATE OR REPLACE FUNCTION refuse_skill_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND TG_OP = 'DELETE' AND is_being_taken_back(OLD.assistant_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'the history of skills is never changed' USING ERRCODE = '42501';
END $$;

CREATE OR REPLACE FUNCTION keep_absence_step() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND is_being_taken_back(OLD.absence_id) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) = to_jsonb(OLD) || '{"comment": ""}' AND EXISTS (
    SELECT FROM absences a JOIN assistants s ON s.id = a.assistant_id JOIN users u ON u.id = s.user_id
    WHERE a.id = OLD.absence_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the history of leave is never changed' USING ERRCODE = '42501';
END $$;

-- Deletes a person whom an import made that is being taken back, with what it made of them. Anything else about them refuses it
-- (23503), and who was invited or signed in stays (23514).
CREATE FUNCTION take_back_person(import uuid, person uuid) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM import_changes c JOIN imports i ON i.id = c.import_id
    WHERE i.id = import AND i.undone_at IS NOT NULL AND c.kind = 'account' AND c.record_id = person AND c.before IS NULL) THEN
    RAISE EXCEPTION 'only whom an import made is taken back with it' USING ERRCODE = '42501';
  END IF;
  IF EXISTS (SELECT FROM users u WHERE u.id = person AND (u.password_hash IS NOT NULL OR u.invited_at IS NOT NULL)) THEN
    RAISE EXCEPTION 'the person was let in' USING ERRCODE = '23514';
  END IF;
  DELETE FROM absence_steps s USING import_changes c
    WHERE c.import_id = import AND c.kind = 'absence' AND c.before IS NULL AND c.user_id = person AND s.absence_id = c.record_id;
  DELETE FROM absences a USING import_changes c
    WHERE c.import_id = import AND c.kind = 'absence' AND c.before IS NULL AND c.user_id = person AND a.id = c.record_id;
  DELETE FROM skill_changes s USING assistants a WHERE a.id = s.assistant_id AND a.user_id = person;
  DELETE FROM assistants WHERE user_id = person;
  DELETE FROM executives WHERE user_id = person;
  DELETE FROM users WHERE id = person;
END $$;
