-- A plan is on the board at once and its proof goes on behind it: the row says that somebody still looks for a better
-- plan, when they last did, how far they are, and whether a manager asked them to stop. Only a proposal is looked at.

ALTER TABLE "coverage_plans" ADD COLUMN     "explanations" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "heartbeat_at" TIMESTAMPTZ(3),
ADD COLUMN     "progress" JSONB,
ADD COLUMN     "solving" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "stop_asked_at" TIMESTAMPTZ(3);

ALTER TABLE coverage_plans ADD CONSTRAINT coverage_plans_solving
  CHECK (NOT solving OR (status = 'proposed' AND heartbeat_at IS NOT NULL));
