-- People of a conversation meet and agree.
--
-- Each is met alone, says yes or no, and only then all meet. What they agree is in force once everybody has signed that very version.
-- Who said no, and how it goes for whom, is read by whoever it is and by the handler; the rules hold in the database too.

-- people of a conversation meet and agree

-- CreateEnum
CREATE TYPE "case_meeting_kind" AS ENUM ('separate', 'joint');

-- CreateEnum
CREATE TYPE "case_meeting_status" AS ENUM ('planned', 'held', 'cancelled');

-- CreateEnum
CREATE TYPE "case_feeling" AS ENUM ('better', 'same', 'worse');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "case_clock_kind" ADD VALUE 'sign';
ALTER TYPE "case_clock_kind" ADD VALUE 'check_in';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "case_text_kind" ADD VALUE 'agenda';
ALTER TYPE "case_text_kind" ADD VALUE 'term';
ALTER TYPE "case_text_kind" ADD VALUE 'check_in';

-- CreateTable
CREATE TABLE "case_meetings" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" "case_meeting_kind" NOT NULL,
    "status" "case_meeting_status" NOT NULL DEFAULT 'planned',
    "with_id" UUID,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "text_id" UUID NOT NULL,

    CONSTRAINT "case_meetings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_answers" (
    "meeting_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "comes" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_answers_pkey" PRIMARY KEY ("meeting_id","user_id")
);

-- CreateTable
CREATE TABLE "case_consents" (
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_consents_pkey" PRIMARY KEY ("case_id","user_id")
);

-- CreateTable
CREATE TABLE "case_agreements" (
    "case_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "in_force_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_agreements_pkey" PRIMARY KEY ("case_id","edition")
);

-- CreateTable
CREATE TABLE "case_terms" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL,
    "position" SMALLINT NOT NULL,
    "text_id" UUID NOT NULL,
    "who_id" UUID,
    "until_on" DATE,

    CONSTRAINT "case_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_signatures" (
    "case_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL,
    "user_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_signatures_pkey" PRIMARY KEY ("case_id","edition","user_id")
);

-- CreateTable
CREATE TABLE "case_check_ins" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "edition" SMALLINT NOT NULL,
    "due_on" DATE NOT NULL,
    "feeling" "case_feeling",
    "text_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_check_ins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "case_meetings_case_id_starts_at_idx" ON "case_meetings"("case_id", "starts_at");

-- CreateIndex
CREATE INDEX "case_meetings_with_id_idx" ON "case_meetings"("with_id");

-- CreateIndex
CREATE INDEX "case_meetings_text_id_idx" ON "case_meetings"("text_id");

-- CreateIndex
CREATE INDEX "case_answers_case_id_idx" ON "case_answers"("case_id");

-- CreateIndex
CREATE INDEX "case_answers_user_id_idx" ON "case_answers"("user_id");

-- CreateIndex
CREATE INDEX "case_consents_user_id_idx" ON "case_consents"("user_id");

-- CreateIndex
CREATE INDEX "case_terms_text_id_idx" ON "case_terms"("text_id");

-- CreateIndex
CREATE INDEX "case_terms_who_id_idx" ON "case_terms"("who_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_terms_case_id_edition_position_key" ON "case_terms"("case_id", "edition", "position");

-- CreateIndex
CREATE INDEX "case_signatures_user_id_idx" ON "case_signatures"("user_id");

-- CreateIndex
CREATE INDEX "case_check_ins_user_id_idx" ON "case_check_ins"("user_id");

-- CreateIndex
CREATE INDEX "case_check_ins_text_id_idx" ON "case_check_ins"("text_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_check_ins_case_id_edition_user_id_due_on_key" ON "case_check_ins"("case_id", "edition", "user_id", "due_on");

-- AddForeignKey
ALTER TABLE "case_meetings" ADD CONSTRAINT "case_meetings_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_meetings" ADD CONSTRAINT "case_meetings_with_id_fkey" FOREIGN KEY ("with_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_meetings" ADD CONSTRAINT "case_meetings_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "case_texts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "case_meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_answers" ADD CONSTRAINT "case_answers_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_consents" ADD CONSTRAINT "case_consents_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_consents" ADD CONSTRAINT "case_consents_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_agreements" ADD CONSTRAINT "case_agreements_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_terms" ADD CONSTRAINT "case_terms_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_terms" ADD CONSTRAINT "case_terms_case_id_edition_fkey" FOREIGN KEY ("case_id", "edition") REFERENCES "case_agreements"("case_id", "edition") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_terms" ADD CONSTRAINT "case_terms_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "case_texts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_terms" ADD CONSTRAINT "case_terms_who_id_fkey" FOREIGN KEY ("who_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signatures" ADD CONSTRAINT "case_signatures_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signatures" ADD CONSTRAINT "case_signatures_case_id_edition_fkey" FOREIGN KEY ("case_id", "edition") REFERENCES "case_agreements"("case_id", "edition") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_signatures" ADD CONSTRAINT "case_signatures_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_check_ins" ADD CONSTRAINT "case_check_ins_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_check_ins" ADD CONSTRAINT "case_check_ins_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_check_ins" ADD CONSTRAINT "case_check_ins_text_id_fkey" FOREIGN KEY ("text_id") REFERENCES "case_texts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE case_texts DROP CONSTRAINT case_texts_unreleased,
  ADD CONSTRAINT case_texts_unreleased CHECK (released_at IS NULL OR kind::text IN ('statement', 'agenda', 'term'));
ALTER TABLE case_meetings ADD CONSTRAINT case_meetings_with_one CHECK ((kind = 'separate') = (with_id IS NOT NULL)),
  ADD CONSTRAINT case_meetings_in_order CHECK (starts_at < ends_at);
ALTER TABLE case_terms ADD CONSTRAINT case_terms_position CHECK (position BETWEEN 0 AND 11);
ALTER TABLE case_check_ins ADD CONSTRAINT case_check_ins_answered CHECK ((feeling IS NULL) = (answered_at IS NULL));

DO $$ DECLARE name text; BEGIN
  FOREACH name IN ARRAY ARRAY['case_meetings', 'case_answers', 'case_consents', 'case_agreements', 'case_terms', 'case_signatures',
    'case_check_ins'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY %I ON %I TO CURRENT_USER USING (current_setting(''app.purpose'', true) = ''backup'') '
      'WITH CHECK (current_setting(''app.purpose'', true) = ''backup'')', name || '_backed_up', name);
  END LOOP;
END $$;

CREATE POLICY case_meetings_seen ON case_meetings FOR SELECT USING (is_in_trigger()
  OR (sees_case(case_id) AND (handles_case(case_id) OR with_id = case_reader() OR kind = 'joint')));
CREATE POLICY case_meetings_set ON case_meetings FOR INSERT WITH CHECK (handles_case(case_id));
CREATE POLICY case_meetings_ended ON case_meetings FOR UPDATE USING (handles_case(case_id) OR (kind = 'joint' AND sees_case(case_id)));

CREATE POLICY case_answers_seen ON case_answers FOR SELECT
  USING (sees_case(case_id) AND (user_id = case_reader() OR handles_case(case_id)));
CREATE POLICY case_answers_given ON case_answers FOR INSERT WITH CHECK (user_id = case_reader() AND sees_case(case_id));
CREATE POLICY case_answers_taken_back ON case_answers FOR DELETE USING (user_id = case_reader() AND sees_case(case_id));

CREATE POLICY case_consents_seen ON case_consents FOR SELECT
  USING (is_in_trigger() OR (sees_case(case_id) AND (user_id = case_reader() OR handles_case(case_id))));
CREATE POLICY case_consents_given ON case_consents FOR INSERT WITH CHECK (user_id = case_reader() AND sees_case(case_id));
CREATE POLICY case_consents_changed ON case_consents FOR UPDATE USING (user_id = case_reader() AND sees_case(case_id));
CREATE POLICY case_consents_taken_back ON case_consents FOR DELETE USING (user_id = case_reader() AND sees_case(case_id));

CREATE POLICY case_agreements_seen ON case_agreements FOR SELECT USING (sees_case(case_id) OR is_in_trigger());
CREATE POLICY case_agreements_proposed ON case_agreements FOR INSERT WITH CHECK (handles_case(case_id));
CREATE POLICY case_agreements_put_in_force ON case_agreements FOR UPDATE USING (sees_case(case_id));
CREATE POLICY case_terms_seen ON case_terms FOR SELECT USING (sees_case(case_id));
CREATE POLICY case_terms_proposed ON case_terms FOR INSERT WITH CHECK (handles_case(case_id));
CREATE POLICY case_signatures_seen ON case_signatures FOR SELECT USING (sees_case(case_id) OR is_in_trigger());
CREATE POLICY case_signatures_given ON case_signatures FOR INSERT WITH CHECK (user_id = case_reader() AND sees_case(case_id));

CREATE POLICY case_check_ins_seen ON case_check_ins FOR SELECT
  USING (sees_case(case_id) AND (user_id = case_reader() OR handles_case(case_id)));
CREATE POLICY case_check_ins_asked ON case_check_ins FOR INSERT WITH CHECK (sees_case(case_id) AND feeling IS NULL);
CREATE POLICY case_check_ins_answered ON case_check_ins FOR UPDATE USING (user_id = case_reader() AND sees_case(case_id));

-- All meet once each has been met alone and has said yes, and has not taken it back.
CREATE FUNCTION check_case_meeting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'status' <> to_jsonb(OLD) - 'status' OR OLD.status <> 'planned' AND NEW.status <> OLD.status THEN
      RAISE EXCEPTION 'a meeting is held or called off, and nothing else' USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.kind = 'joint' AND EXISTS (SELECT FROM case_sight s WHERE s.case_id = NEW.case_id AND s.role = 'party'
    AND NOT (EXISTS (SELECT FROM case_consents c WHERE c.case_id = s.case_id AND c.user_id = s.user_id AND c.withdrawn_at IS NULL)
      AND EXISTS (SELECT FROM case_meetings m WHERE m.case_id = s.case_id AND m.with_id = s.user_id AND m.status = 'held'))) THEN
    RAISE EXCEPTION 'somebody has not said yes to meeting the others' USING ERRCODE = '23514', CONSTRAINT = 'case_meetings_consented';
  END IF;
  IF NEW.kind = 'separate' AND NOT EXISTS (SELECT FROM case_sight s
    WHERE s.case_id = NEW.case_id AND s.user_id = NEW.with_id AND s.role = 'party') THEN
    RAISE EXCEPTION 'a meeting is with one of its people' USING ERRCODE = '23514', CONSTRAINT = 'case_meetings_with_party';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_meetings_possible BEFORE INSERT OR UPDATE ON case_meetings FOR EACH ROW EXECUTE FUNCTION check_case_meeting();

-- One signs for oneself, the latest version, and a version is in force once all have.
CREATE FUNCTION check_case_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM 1 FROM cases WHERE id = NEW.case_id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM case_agreements a WHERE a.case_id = NEW.case_id AND a.edition > NEW.edition)
    OR NOT EXISTS (SELECT FROM case_sight s WHERE s.case_id = NEW.case_id AND s.user_id = NEW.user_id AND s.role = 'party') THEN
    RAISE EXCEPTION 'only the latest version is signed, by its people' USING ERRCODE = '23514', CONSTRAINT = 'case_signatures_of_latest';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_signatures_possible BEFORE INSERT ON case_signatures FOR EACH ROW EXECUTE FUNCTION check_case_signature();

CREATE FUNCTION check_case_agreement() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.in_force_at IS NOT NULL AND EXISTS (SELECT FROM case_sight s WHERE s.case_id = NEW.case_id AND s.role = 'party'
    AND NOT EXISTS (SELECT FROM case_signatures g
      WHERE g.case_id = s.case_id AND g.edition = NEW.edition AND g.user_id = s.user_id)) THEN
    RAISE EXCEPTION 'not everybody has signed this version' USING ERRCODE = '23514', CONSTRAINT = 'case_agreements_signed';
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.proposed_at <> OLD.proposed_at OR OLD.in_force_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what was agreed stays as it was' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_agreements_signed BEFORE INSERT OR UPDATE ON case_agreements
  FOR EACH ROW EXECUTE FUNCTION check_case_agreement();

CREATE FUNCTION check_case_check_in() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.feeling IS NOT NULL OR to_jsonb(NEW) - '{feeling,text_id,answered_at}'::text[]
    <> to_jsonb(OLD) - '{feeling,text_id,answered_at}'::text[] THEN
    RAISE EXCEPTION 'an answer is given once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_check_ins_once BEFORE UPDATE ON case_check_ins FOR EACH ROW EXECUTE FUNCTION check_case_check_in();
