-- Two executives who share somebody agree whose urgent requests go first, or a manager decides. One agreement a pair, whoever is named first.
CREATE TYPE "agreement_rule" AS ENUM ('low_first', 'high_first', 'higher_tier', 'due_first');

-- CreateTable
CREATE TABLE "priority_agreements" (
    "id" UUID NOT NULL,
    "low_id" UUID NOT NULL,
    "high_id" UUID NOT NULL,
    "rule" "agreement_rule" NOT NULL,
    "agreed_by_low_at" TIMESTAMPTZ(3),
    "agreed_by_high_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "word" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "priority_agreements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "priority_agreements_high_id_idx" ON "priority_agreements"("high_id");

-- CreateIndex
CREATE INDEX "priority_agreements_decided_by_id_idx" ON "priority_agreements"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "priority_agreements_low_id_high_id_key" ON "priority_agreements"("low_id", "high_id");

-- AddForeignKey
ALTER TABLE "priority_agreements" ADD CONSTRAINT "priority_agreements_low_id_fkey" FOREIGN KEY ("low_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_agreements" ADD CONSTRAINT "priority_agreements_high_id_fkey" FOREIGN KEY ("high_id") REFERENCES "executives"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "priority_agreements" ADD CONSTRAINT "priority_agreements_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE priority_agreements
  ADD CONSTRAINT priority_agreements_in_order_check CHECK (low_id < high_id),
  ADD CONSTRAINT priority_agreements_somebody_check CHECK (num_nonnulls(agreed_by_low_at, agreed_by_high_at, decided_by_id) > 0);
