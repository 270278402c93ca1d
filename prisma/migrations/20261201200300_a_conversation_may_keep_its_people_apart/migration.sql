-- A conversation may keep its people apart.
--
-- Such a restriction is one like any other, in the same table and with the same columns. Which conversation set it stands beside it,
-- where only whoever handles that sees it; it always has a day on which it is looked at again.

ALTER TYPE "case_clock_kind" ADD VALUE 'restriction';

-- CreateTable
CREATE TABLE "case_restrictions" (
    "restriction_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,

    CONSTRAINT "case_restrictions_pkey" PRIMARY KEY ("restriction_id")
);

-- CreateIndex
CREATE INDEX "case_restrictions_case_id_idx" ON "case_restrictions"("case_id");

-- AddForeignKey
ALTER TABLE "case_restrictions" ADD CONSTRAINT "case_restrictions_restriction_id_fkey" FOREIGN KEY ("restriction_id") REFERENCES "pairing_restrictions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_restrictions" ADD CONSTRAINT "case_restrictions_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE case_restrictions ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_restrictions FORCE ROW LEVEL SECURITY;
CREATE POLICY case_restrictions_backed_up ON case_restrictions TO CURRENT_USER
  USING (current_setting('app.purpose', true) = 'backup') WITH CHECK (current_setting('app.purpose', true) = 'backup');
CREATE POLICY case_restrictions_seen ON case_restrictions FOR SELECT USING (handles_case(case_id));
CREATE POLICY case_restrictions_set ON case_restrictions FOR INSERT WITH CHECK (handles_case(case_id));

CREATE FUNCTION check_case_restriction() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pairing_restrictions r WHERE r.id = NEW.restriction_id AND r.review_on IS NULL) THEN
    RAISE EXCEPTION 'a restriction of a conversation is looked at again' USING ERRCODE = '23514', CONSTRAINT = 'case_restrictions_reviewed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_restrictions_reviewed BEFORE INSERT ON case_restrictions FOR EACH ROW EXECUTE FUNCTION check_case_restriction();
