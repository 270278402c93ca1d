-- Letters are written, approved as they were seen, and sent
--
-- What was approved is one version, never the letter: a version is written once and never changed, whoever wrote it does not
-- approve it, and a letter counts as approved or sent only while its latest version is the approved one. What was sent stays.

CREATE TYPE "letter_language" AS ENUM ('en', 'sv');

CREATE TYPE "letter_status" AS ENUM ('draft', 'for_approval', 'approved', 'returned', 'sent');

CREATE TYPE "letter_decision" AS ENUM ('approved', 'returned');

CREATE TABLE "letter_templates" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "language" "letter_language" NOT NULL,
    "name" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letter_templates_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "letters" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "template_id" UUID,
    "language" "letter_language" NOT NULL,
    "status" "letter_status" NOT NULL DEFAULT 'draft',
    "number" INTEGER NOT NULL DEFAULT 1,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" UUID NOT NULL,
    "sent_by_id" UUID,
    "sent_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "letters_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "letter_versions" (
    "letter_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "values" JSONB NOT NULL DEFAULT '{}',
    "recipient_email" TEXT NOT NULL DEFAULT '',
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" "letter_decision",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "remarks" TEXT NOT NULL DEFAULT '',
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "letter_versions_pkey" PRIMARY KEY ("letter_id","number")
);

CREATE INDEX "letter_templates_pool_id_idx" ON "letter_templates"("pool_id");

CREATE INDEX "letters_request_id_idx" ON "letters"("request_id");

CREATE INDEX "letters_template_id_idx" ON "letters"("template_id");

CREATE INDEX "letters_created_by_id_idx" ON "letters"("created_by_id");

CREATE INDEX "letters_sent_by_id_idx" ON "letters"("sent_by_id");

CREATE INDEX "letters_status_updated_at_idx" ON "letters"("status", "updated_at");

CREATE INDEX "letter_versions_written_by_id_idx" ON "letter_versions"("written_by_id");

CREATE INDEX "letter_versions_decided_by_id_idx" ON "letter_versions"("decided_by_id");

ALTER TABLE "letter_templates" ADD CONSTRAINT "letter_templates_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "support_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "letter_templates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letters" ADD CONSTRAINT "letters_sent_by_id_fkey" FOREIGN KEY ("sent_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_letter_id_fkey" FOREIGN KEY ("letter_id") REFERENCES "letters"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_decided_whole"
  CHECK (("decision" IS NULL) = ("decided_by_id" IS NULL) AND ("decision" IS NULL) = ("decided_at" IS NULL));
ALTER TABLE "letter_versions" ADD CONSTRAINT "letter_versions_not_approved_by_writer"
  CHECK ("decision" IS DISTINCT FROM 'approved' OR "decided_by_id" <> "written_by_id");
CREATE UNIQUE INDEX "letter_versions_one_approved" ON "letter_versions"("letter_id")
  WHERE "decision" = 'approved' AND "replaced_at" IS NULL;
ALTER TABLE "letters" ADD CONSTRAINT "letters_sent_whole"
  CHECK (("status" = 'sent') = ("sent_at" IS NOT NULL) AND ("sent_at" IS NULL) = ("sent_by_id" IS NULL));

CREATE TRIGGER letters_move_on BEFORE UPDATE OF status ON letters FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'for_approval > draft', 'approved > draft', 'returned > draft', 'draft > for_approval',
    'for_approval > approved', 'for_approval > returned', 'approved > sent');

-- A letter is approved, and sent, in the version that was approved and no other.
CREATE FUNCTION check_letter_is_approved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM letter_versions v WHERE v.letter_id = NEW.id AND v.number = NEW.number
      AND v.decision = 'approved' AND v.replaced_at IS NULL) THEN
    RAISE EXCEPTION 'the latest version is not approved' USING ERRCODE = '23514', CONSTRAINT = 'letters_approved_as_seen';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letters_approved_as_seen BEFORE INSERT OR UPDATE ON letters FOR EACH ROW
  WHEN (NEW.status IN ('approved', 'sent')) EXECUTE FUNCTION check_letter_is_approved();

CREATE FUNCTION refuse_sent_letter_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a sent letter is never changed' USING ERRCODE = '23514', CONSTRAINT = 'letters_sent_stay';
END $$;
CREATE TRIGGER letters_sent_stay BEFORE UPDATE ON letters FOR EACH ROW
  WHEN (OLD.status = 'sent' AND to_jsonb(OLD) - 'template_id' IS DISTINCT FROM to_jsonb(NEW) - 'template_id')
  EXECUTE FUNCTION refuse_sent_letter_change();

-- The words of a version stay as they were written, and nothing of it changes once its letter is sent; only erasing its executive
-- takes the words out.
CREATE FUNCTION keep_letter_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM letters l JOIN support_requests r ON r.id = l.request_id JOIN executives e ON e.id = r.executive_id
      JOIN users u ON u.id = e.user_id
    WHERE l.id = OLD.letter_id AND u.erased_at IS NOT NULL) THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.letter_id, NEW.number, NEW.subject, NEW.body, NEW.values, NEW.recipient_email, NEW.written_by_id, NEW.written_at)
      IS DISTINCT FROM (OLD.letter_id, OLD.number, OLD.subject, OLD.body, OLD.values, OLD.recipient_email, OLD.written_by_id, OLD.written_at)
    OR EXISTS (SELECT FROM letters l WHERE l.id = NEW.letter_id AND l.status = 'sent') THEN
    RAISE EXCEPTION 'a version of a letter is never changed' USING ERRCODE = '23514', CONSTRAINT = 'letter_versions_kept';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER letter_versions_kept BEFORE INSERT OR UPDATE ON letter_versions
  FOR EACH ROW EXECUTE FUNCTION keep_letter_version();
