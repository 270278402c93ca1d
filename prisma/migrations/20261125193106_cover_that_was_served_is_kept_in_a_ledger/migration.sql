-- Cover that was served is kept in a ledger, one row for each half-day, so that who carried how much can be told and shared
-- fairly. And a pool lends to pools of its own time zone only, because half-days are the same ones in no other.

-- CreateTable
CREATE TABLE "cover_ledger_entries" (
    "assistant_id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "on" DATE NOT NULL,
    "part" "day_part" NOT NULL,
    "coverage_assignment_id" UUID NOT NULL,
    "minutes" INTEGER NOT NULL,
    "is_friday" BOOLEAN NOT NULL,
    "is_difficult" BOOLEAN NOT NULL,

    CONSTRAINT "cover_ledger_entries_pkey" PRIMARY KEY ("assistant_id","executive_id","on","part")
);

-- CreateIndex
CREATE INDEX "cover_ledger_entries_assistant_id_on_idx" ON "cover_ledger_entries"("assistant_id", "on");

-- CreateIndex
CREATE INDEX "cover_ledger_entries_executive_id_on_idx" ON "cover_ledger_entries"("executive_id", "on");

-- CreateIndex
CREATE INDEX "cover_ledger_entries_coverage_assignment_id_idx" ON "cover_ledger_entries"("coverage_assignment_id");

-- AddForeignKey
ALTER TABLE "cover_ledger_entries" ADD CONSTRAINT "cover_ledger_entries_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_ledger_entries" ADD CONSTRAINT "cover_ledger_entries_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cover_ledger_entries" ADD CONSTRAINT "cover_ledger_entries_coverage_assignment_id_fkey" FOREIGN KEY ("coverage_assignment_id") REFERENCES "coverage_assignments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE cover_ledger_entries ADD CONSTRAINT cover_ledger_entries_figures
  CHECK (minutes >= 0 AND is_friday = (extract(isodow FROM "on") = 5));

CREATE FUNCTION check_lending_time_zone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT 1 FROM pool_lendings l
    JOIN pools lender ON lender.id = l.lender_id
    JOIN pools borrower ON borrower.id = l.borrower_id
    WHERE lender.time_zone <> borrower.time_zone
  ) THEN
    RAISE EXCEPTION 'a pool lends to pools of its own time zone' USING ERRCODE = '23514', CONSTRAINT = 'pool_lendings_one_time_zone';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER pool_lendings_one_time_zone AFTER INSERT OR UPDATE ON pool_lendings
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_lending_time_zone();
CREATE CONSTRAINT TRIGGER pools_lend_in_one_time_zone AFTER UPDATE OF time_zone ON pools
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_lending_time_zone();
