-- Conversations are seen by whom they name.
--
-- What somebody raises is seen by the people of it and by nobody else, administrators and the other managers of a pool among them.
-- The application says who asks (app.user_id, for one transaction); row-level security, forced also on the owner of the tables,
-- shows them the cases that case_sight names them in, and nothing where nobody asks. case_sight is kept by triggers alone. A person
-- has one role in a case for ever, so that who was a party never handles it.

-- conversations are seen by whom they name

-- CreateEnum
CREATE TYPE "case_status" AS ENUM ('draft', 'reported', 'acknowledged', 'triaged', 'separate_meetings', 'joint_meeting', 'agreed', 'monitoring', 'closed', 'escalated', 'withdrawn');

-- CreateEnum
CREATE TYPE "case_topic" AS ENUM ('person', 'workload', 'way_of_working');

-- CreateEnum
CREATE TYPE "case_wish" AS ENUM ('change', 'advice', 'note');

-- CreateEnum
CREATE TYPE "case_outcome" AS ENUM ('agreed', 'settled', 'nothing_to_do', 'passed_on', 'withdrawn');

-- CreateEnum
CREATE TYPE "case_role" AS ENUM ('party', 'handler');

-- CreateEnum
CREATE TYPE "case_text_kind" AS ENUM ('draft', 'statement', 'note', 'answer', 'reason');

-- CreateEnum
CREATE TYPE "case_clock_kind" AS ENUM ('draft_ends_soon', 'draft_ends', 'acknowledge', 'triage', 'close');

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "status" "case_status" NOT NULL DEFAULT 'draft',
    "topic" "case_topic" NOT NULL,
    "wish" "case_wish" NOT NULL,
    "tier" SMALLINT NOT NULL,
    "concerns_outsider" BOOLEAN NOT NULL DEFAULT false,
    "may_know_later" BOOLEAN NOT NULL DEFAULT false,
    "wrapped_key" BYTEA,
    "key_id" TEXT NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "reported_at" TIMESTAMPTZ(3),
    "acknowledged_at" TIMESTAMPTZ(3),
    "triaged_at" TIMESTAMPTZ(3),
    "promised_on" DATE,
    "closed_at" TIMESTAMPTZ(3),
    "outcome" "case_outcome",
    "reopened_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_people" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "case_role" NOT NULL,
    "is_writer" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3),
    "allowed_at" TIMESTAMPTZ(3),
    "until" TIMESTAMPTZ(3),
    "added_by_id" UUID NOT NULL,

    CONSTRAINT "case_people_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "case_sight" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "case_role" NOT NULL,

    CONSTRAINT "case_sight_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "case_texts" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "case_text_kind" NOT NULL,
    "author_id" UUID NOT NULL,
    "to_id" UUID,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_reads" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,

    CONSTRAINT "case_reads_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_journal" (
    "seq" BIGINT NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID NOT NULL,
    "action" TEXT NOT NULL,
    "prev_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "case_journal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "case_journal_head" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "case_journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_clocks" (
    "case_id" UUID NOT NULL,
    "kind" "case_clock_kind" NOT NULL,
    "user_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_clocks_pkey" PRIMARY KEY ("case_id","kind")
);

-- CreateIndex
CREATE INDEX "cases_pool_id_idx" ON "cases"("pool_id");

-- CreateIndex
CREATE INDEX "case_people_user_id_idx" ON "case_people"("user_id");

-- CreateIndex
CREATE INDEX "case_people_added_by_id_idx" ON "case_people"("added_by_id");

-- CreateIndex
CREATE INDEX "case_sight_user_id_idx" ON "case_sight"("user_id");

-- CreateIndex
CREATE INDEX "case_texts_case_id_at_idx" ON "case_texts"("case_id", "at");

-- CreateIndex
CREATE INDEX "case_texts_author_id_idx" ON "case_texts"("author_id");

-- CreateIndex
CREATE INDEX "case_texts_to_id_idx" ON "case_texts"("to_id");

-- CreateIndex
CREATE INDEX "case_reads_case_id_user_id_at_idx" ON "case_reads"("case_id", "user_id", "at");

-- CreateIndex
CREATE INDEX "case_reads_user_id_idx" ON "case_reads"("user_id");

-- CreateIndex
CREATE INDEX "case_journal_case_id_seq_idx" ON "case_journal"("case_id", "seq");

-- CreateIndex
CREATE INDEX "case_journal_actor_id_idx" ON "case_journal"("actor_id");

-- CreateIndex
CREATE INDEX "case_clocks_told_at_due_at_idx" ON "case_clocks"("told_at", "due_at");

-- CreateIndex
CREATE INDEX "case_clocks_user_id_idx" ON "case_clocks"("user_id");

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_people" ADD CONSTRAINT "case_people_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_sight" ADD CONSTRAINT "case_sight_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_sight" ADD CONSTRAINT "case_sight_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_texts" ADD CONSTRAINT "case_texts_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_reads" ADD CONSTRAINT "case_reads_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_reads" ADD CONSTRAINT "case_reads_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_journal" ADD CONSTRAINT "case_journal_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_journal" ADD CONSTRAINT "case_journal_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_clocks" ADD CONSTRAINT "case_clocks_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_clocks" ADD CONSTRAINT "case_clocks_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One person raised it, and has raised nothing of somebody else's by putting themselves in.
CREATE UNIQUE INDEX case_people_one_writer ON case_people (case_id) WHERE is_writer;
ALTER TABLE case_people ADD CONSTRAINT case_people_writer_is_party CHECK (NOT is_writer OR (role = 'party' AND since IS NOT NULL)),
  ADD CONSTRAINT case_people_handler_sees CHECK (role <> 'handler' OR since IS NOT NULL),
  ADD CONSTRAINT case_people_not_handled_by_parties CHECK (role <> 'handler' OR allowed_at IS NULL);
ALTER TABLE cases ADD CONSTRAINT cases_tier CHECK (tier BETWEEN 1 AND 3),
  ADD CONSTRAINT cases_reported CHECK ((status = 'draft') = (reported_at IS NULL)),
  ADD CONSTRAINT cases_closed CHECK ((status IN ('closed', 'withdrawn')) = (closed_at IS NOT NULL)),
  ADD CONSTRAINT cases_outcome CHECK ((outcome IS NULL) = (closed_at IS NULL));
ALTER TABLE case_texts ADD CONSTRAINT case_texts_unreleased CHECK (released_at IS NULL OR kind = 'statement');
ALTER TABLE case_journal_head ADD CONSTRAINT case_journal_head_is_one CHECK (id = 1);

-- Who asks, as the application has said for this transaction; nobody otherwise.
CREATE FUNCTION case_reader() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('app.user_id', true), '')::uuid $$;

-- Triggers look at what the person who asks may not see, to keep what holds for all; nobody else is inside one.
CREATE FUNCTION is_in_trigger() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT pg_trigger_depth() > 0 $$;

CREATE FUNCTION sees_case(which uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM case_sight s WHERE s.case_id = which AND s.user_id = case_reader()) $$;

CREATE FUNCTION handles_case(which uuid) RETURNS boolean LANGUAGE sql STABLE AS
  $$ SELECT EXISTS (SELECT FROM case_sight s WHERE s.case_id = which AND s.user_id = case_reader() AND s.role = 'handler') $$;

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['cases', 'case_people', 'case_sight', 'case_texts', 'case_reads', 'case_journal'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    -- A backup is of all rows as they are sealed; only the owner of the tables, who makes it, may say so.
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (current_setting(''app.purpose'', true) = ''backup'') '
      'WITH CHECK (current_setting(''app.purpose'', true) = ''backup'')', name || '_backed_up', name);
  END LOOP;
END $$;

CREATE POLICY case_sight_own ON case_sight FOR SELECT USING (user_id = case_reader() OR is_in_trigger());
CREATE POLICY case_sight_given ON case_sight FOR INSERT WITH CHECK (is_in_trigger());
CREATE POLICY case_sight_ended ON case_sight FOR DELETE USING (is_in_trigger());

CREATE POLICY cases_seen ON cases FOR SELECT USING (sees_case(id) OR is_in_trigger());
CREATE POLICY cases_begun ON cases FOR INSERT WITH CHECK (case_reader() IS NOT NULL AND status = 'draft');
CREATE POLICY cases_changed ON cases FOR UPDATE USING (sees_case(id) OR is_in_trigger());
CREATE POLICY cases_thrown_away ON cases FOR DELETE USING (sees_case(id) AND status = 'draft');

CREATE POLICY case_people_seen ON case_people FOR SELECT USING (sees_case(case_id) OR is_in_trigger());
CREATE POLICY case_people_added ON case_people FOR INSERT
  WITH CHECK (added_by_id = case_reader() AND (sees_case(case_id) OR (is_writer AND user_id = case_reader())));
CREATE POLICY case_people_changed ON case_people FOR UPDATE USING (sees_case(case_id));

CREATE POLICY case_texts_seen ON case_texts FOR SELECT USING (sees_case(case_id)
  AND (author_id = case_reader() OR to_id = case_reader() OR released_at IS NOT NULL OR (kind <> 'draft' AND handles_case(case_id))));
CREATE POLICY case_texts_written ON case_texts FOR INSERT WITH CHECK (author_id = case_reader() AND sees_case(case_id));
CREATE POLICY case_texts_changed ON case_texts FOR UPDATE USING (author_id = case_reader() AND sees_case(case_id));
CREATE POLICY case_texts_thrown_away ON case_texts FOR DELETE
  USING (author_id = case_reader() AND kind = 'draft' AND sees_case(case_id));

CREATE POLICY case_reads_seen ON case_reads FOR SELECT USING (sees_case(case_id));
CREATE POLICY case_reads_noted ON case_reads FOR INSERT WITH CHECK (user_id = case_reader() AND sees_case(case_id));

CREATE POLICY case_journal_seen ON case_journal FOR SELECT USING (handles_case(case_id));
CREATE POLICY case_journal_noted ON case_journal FOR INSERT WITH CHECK (actor_id = case_reader() AND sees_case(case_id));

-- Who sees a case is who is in it from some moment on; one who handled it and stepped down sees nothing any more.
CREATE FUNCTION keep_case_sight() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM case_sight WHERE case_id = NEW.case_id AND user_id = NEW.user_id;
  IF NEW.since IS NOT NULL AND NEW.until IS NULL THEN
    INSERT INTO case_sight (case_id, user_id, role) VALUES (NEW.case_id, NEW.user_id, NEW.role);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER case_people_keep_sight AFTER INSERT OR UPDATE ON case_people FOR EACH ROW EXECUTE FUNCTION keep_case_sight();

-- The role of a person in a case is for ever, and an end is one. The case's row is locked, so that of two who add at once one waits.
CREATE FUNCTION check_case_person() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  IF TG_OP = 'UPDATE' THEN
    IF NEW.case_id <> OLD.case_id OR NEW.user_id <> OLD.user_id OR NEW.role <> OLD.role OR NEW.is_writer <> OLD.is_writer
      OR NEW.code <> OLD.code OR (OLD.until IS NOT NULL AND NEW.until IS NULL)
      OR (OLD.since IS NOT NULL AND NEW.since IS DISTINCT FROM OLD.since) THEN
      RAISE EXCEPTION 'the role of a person in a case is for ever' USING ERRCODE = '23514', CONSTRAINT = 'case_people_for_ever';
    END IF;
    IF NEW.since IS NOT NULL AND OLD.since IS NULL AND (NEW.allowed_at IS NULL OR NOT handles_case(NEW.case_id)) THEN
      RAISE EXCEPTION 'only a handler lets somebody in, once the writer allows it' USING ERRCODE = '23514', CONSTRAINT = 'case_people_let_in';
    END IF;
    IF NEW.allowed_at IS DISTINCT FROM OLD.allowed_at AND NOT EXISTS (SELECT FROM case_people w
      WHERE w.case_id = NEW.case_id AND w.is_writer AND w.user_id = case_reader()) THEN
      RAISE EXCEPTION 'only the writer allows it' USING ERRCODE = '23514', CONSTRAINT = 'case_people_let_in';
    END IF;
  ELSIF NEW.role = 'handler' AND NOT handles_case(NEW.case_id) AND EXISTS (SELECT FROM case_people h
    WHERE h.case_id = NEW.case_id AND h.role = 'handler') THEN
    RAISE EXCEPTION 'only who handles it hands it over' USING ERRCODE = '23514', CONSTRAINT = 'case_people_handed_over';
  ELSIF NEW.role = 'party' AND NEW.since IS NOT NULL AND NOT NEW.is_writer THEN
    RAISE EXCEPTION 'nobody is let in at once' USING ERRCODE = '23514', CONSTRAINT = 'case_people_let_in';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_people_possible BEFORE INSERT OR UPDATE ON case_people FOR EACH ROW EXECUTE FUNCTION check_case_person();

CREATE FUNCTION refuse_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% are never changed', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
-- With its draft goes who was in it; of what was sent, nobody is taken out.
CREATE FUNCTION check_case_person_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM cases WHERE id = OLD.case_id) THEN
    RAISE EXCEPTION 'nobody is taken out of a case' USING ERRCODE = '42501';
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER case_people_stay BEFORE DELETE ON case_people FOR EACH ROW EXECUTE FUNCTION check_case_person_stays();
CREATE TRIGGER case_reads_append_only BEFORE UPDATE ON case_reads FOR EACH ROW EXECUTE FUNCTION refuse_case_change();
CREATE TRIGGER case_journal_append_only BEFORE UPDATE OR DELETE ON case_journal FOR EACH ROW EXECUTE FUNCTION refuse_case_change();

-- From its sending on a case is handled by somebody, and by one person at a time.
CREATE FUNCTION check_case_is_handled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  which uuid := coalesce(to_jsonb(NEW)->>'case_id', to_jsonb(NEW)->>'id')::uuid;
  now_status case_status := (SELECT status FROM cases WHERE id = which);
  handlers int := (SELECT count(*) FROM case_people p WHERE p.case_id = which AND p.role = 'handler' AND p.until IS NULL);
BEGIN
  IF now_status IS NOT NULL AND handlers <> (CASE WHEN now_status = 'draft' THEN 0 ELSE 1 END) THEN
    RAISE EXCEPTION 'a case that was sent is handled by one person' USING ERRCODE = '23514', CONSTRAINT = 'cases_are_handled';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER cases_are_handled AFTER UPDATE ON cases
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_case_is_handled();
CREATE CONSTRAINT TRIGGER case_people_handle AFTER INSERT OR UPDATE ON case_people
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_case_is_handled();

-- Released once, for good; a draft may be written anew, and nothing else.
CREATE FUNCTION check_case_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.author_id <> OLD.author_id OR NEW.kind <> OLD.kind
    OR NEW.to_id IS DISTINCT FROM OLD.to_id OR (OLD.kind <> 'draft' AND (NEW.sealed <> OLD.sealed OR NEW.at <> OLD.at))
    OR (OLD.released_at IS NOT NULL AND NEW.released_at IS DISTINCT FROM OLD.released_at) THEN
    RAISE EXCEPTION 'what was written stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_texts_stay BEFORE UPDATE ON case_texts FOR EACH ROW EXECUTE FUNCTION check_case_text();

-- A key that is forgotten takes all that was sealed with it along, and none is ever put in its place.
CREATE FUNCTION forget_case_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.wrapped_key IS NULL AND NEW.wrapped_key IS NOT NULL THEN
    RAISE EXCEPTION 'a forgotten key does not come back' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_forget_for_good BEFORE UPDATE OF wrapped_key ON cases FOR EACH ROW EXECUTE FUNCTION forget_case_words();

CREATE TRIGGER cases_move_on BEFORE UPDATE OF status ON cases FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'draft > reported', 'reported > acknowledged', 'acknowledged > triaged',
    'acknowledged > closed', 'triaged > closed', 'separate_meetings > closed', 'joint_meeting > closed', 'agreed > closed',
    'monitoring > closed', 'escalated > closed',
    'reported > escalated', 'acknowledged > escalated', 'triaged > escalated', 'separate_meetings > escalated',
    'joint_meeting > escalated', 'agreed > escalated', 'monitoring > escalated',
    'reported > withdrawn', 'acknowledged > withdrawn', 'triaged > withdrawn', 'separate_meetings > withdrawn',
    'joint_meeting > withdrawn', 'agreed > withdrawn', 'monitoring > withdrawn', 'escalated > withdrawn',
    'closed > triaged',
    'triaged > separate_meetings', 'separate_meetings > joint_meeting', 'joint_meeting > separate_meetings',
    'joint_meeting > agreed', 'agreed > monitoring');

-- Each row of the journal holds the checksum of the one before; its end is kept beside it, which only a new row moves.
CREATE FUNCTION chain_case_journal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head case_journal_head%ROWTYPE;
BEGIN
  INSERT INTO case_journal_head (id, seq, hash) VALUES (1, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM case_journal_head WHERE id = 1 FOR UPDATE;
  NEW.seq := head.seq + 1;
  NEW.prev_hash := head.hash;
  NEW.hash := encode(sha256(convert_to(concat_ws(E'\x1f', NEW.prev_hash, NEW.seq, NEW.case_id,
    to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), NEW.actor_id, NEW.action), 'UTF8')), 'hex');
  UPDATE case_journal_head SET seq = NEW.seq, hash = NEW.hash WHERE id = 1;
  RETURN NEW;
END $$;
CREATE TRIGGER case_journal_chain BEFORE INSERT ON case_journal FOR EACH ROW EXECUTE FUNCTION chain_case_journal();

CREATE FUNCTION check_journal_head() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF pg_trigger_depth() < 2 OR NEW.seq <> (CASE TG_OP WHEN 'INSERT' THEN 0 ELSE OLD.seq + 1 END) THEN
    RAISE EXCEPTION 'the end of the journal moves with a new row alone' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_journal_head_moves BEFORE INSERT OR UPDATE ON case_journal_head FOR EACH ROW EXECUTE FUNCTION check_journal_head();
CREATE TRIGGER case_journal_head_stays BEFORE DELETE ON case_journal_head FOR EACH ROW EXECUTE FUNCTION refuse_case_change();
