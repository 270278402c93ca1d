-- Leave is approved together with its cover: a gap accepted then belongs to the absence, as one accepted with a plan
-- belongs to the plan, and says who accepted it. Cover may be offered until a deadline and declined with a word; whoever
-- covers is reminded once.

-- AlterTable
ALTER TABLE "accepted_gaps" DROP CONSTRAINT "accepted_gaps_pkey",
ADD COLUMN     "absence_id" UUID,
ADD COLUMN     "accepted_at" TIMESTAMPTZ(3),
ADD COLUMN     "accepted_by_id" UUID,
ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid(),
ALTER COLUMN "plan_id" DROP NOT NULL,
ADD CONSTRAINT "accepted_gaps_pkey" PRIMARY KEY ("id");

-- AlterTable
ALTER TABLE "coverage_assignments" ADD COLUMN     "answer_note" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "answered_at" TIMESTAMPTZ(3),
ADD COLUMN     "offer_expires_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "pools" ADD COLUMN     "confirms_accepted" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "accepted_gaps" ALTER COLUMN "id" DROP DEFAULT;

-- CreateIndex
CREATE INDEX "accepted_gaps_executive_id_on_idx" ON "accepted_gaps"("executive_id", "on");

-- CreateIndex
CREATE UNIQUE INDEX "accepted_gaps_plan_id_executive_id_on_part_key" ON "accepted_gaps"("plan_id", "executive_id", "on", "part");

-- CreateIndex
CREATE UNIQUE INDEX "accepted_gaps_absence_id_executive_id_on_part_key" ON "accepted_gaps"("absence_id", "executive_id", "on", "part");

-- AddForeignKey
ALTER TABLE "accepted_gaps" ADD CONSTRAINT "accepted_gaps_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "accepted_gaps" ADD CONSTRAINT "accepted_gaps_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who accepted a plan accepted its gaps.
UPDATE accepted_gaps g SET accepted_by_id = c.actor_id, accepted_at = c.created_at
FROM coverage_changes c WHERE c.plan_id = g.plan_id AND c.kind = 'plan_accepted' AND c.undone_at IS NULL;

ALTER TABLE accepted_gaps ADD CONSTRAINT accepted_gaps_of_one CHECK (num_nonnulls(plan_id, absence_id) = 1);
ALTER TABLE coverage_assignments ADD CONSTRAINT coverage_assignments_offer_ends
  CHECK (status <> 'offered' OR offer_expires_at IS NOT NULL);

-- Offers are looked up by their deadline, reminders by the day a cover starts.
CREATE INDEX coverage_assignments_open_offers ON coverage_assignments (offer_expires_at) WHERE status = 'offered';
CREATE INDEX coverage_assignments_to_remind ON coverage_assignments (start_on)
  WHERE reminded_at IS NULL AND status IN ('offered', 'accepted', 'confirmed');
