-- A rebalance is proposed, applied and undone.
--
-- What was worked out is kept as it was: the curve, the moves of each point, and a fingerprint of all it rests on. It is applied at
-- most once, and what applying began and ended is kept with it, so that it can be undone until its day.

-- CreateEnum
CREATE TYPE "rebalance_status" AS ENUM ('proposed', 'applied', 'undone', 'discarded');

-- CreateTable
CREATE TABLE "rebalance_proposals" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "most_changes" SMALLINT NOT NULL,
    "fixed_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "status" "rebalance_status" NOT NULL DEFAULT 'proposed',
    "result" JSONB NOT NULL,
    "inputs_hash" TEXT NOT NULL,
    "applied" JSONB,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "rebalance_proposals_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "rebalance_proposals_pool_id_created_at_idx" ON "rebalance_proposals"("pool_id", "created_at");

-- CreateIndex
CREATE INDEX "rebalance_proposals_created_by_id_idx" ON "rebalance_proposals"("created_by_id");

-- AddForeignKey
ALTER TABLE "rebalance_proposals" ADD CONSTRAINT "rebalance_proposals_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rebalance_proposals" ADD CONSTRAINT "rebalance_proposals_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE rebalance_proposals
  ADD CONSTRAINT rebalance_proposals_changes_check CHECK (most_changes BETWEEN 0 AND 20),
  ADD CONSTRAINT rebalance_proposals_applied_check CHECK (applied IS NULL OR status IN ('applied', 'undone'));
CREATE TRIGGER rebalance_proposals_move_on BEFORE UPDATE OF status ON rebalance_proposals FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'proposed > applied', 'proposed > discarded', 'applied > undone');
