-- Long work leaves a record of its run: how far it is, a sign of life, whether a person asked it to stop, and its result. One
-- mechanism for plans, what-if questions and whatever else takes long, so that each works on any number of nodes; what-if
-- runs lived in one process's memory, where another node could neither see nor stop them.

-- CreateEnum
CREATE TYPE "run_status" AS ENUM ('running', 'done', 'stopped', 'failed');

-- CreateTable
CREATE TABLE "runs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "status" "run_status" NOT NULL DEFAULT 'running',
    "progress" JSONB,
    "result" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "stop_asked_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "runs_kind_key_created_at_idx" ON "runs"("kind", "key", "created_at");

-- CreateIndex
CREATE INDEX "runs_asked_by_id_idx" ON "runs"("asked_by_id");

-- CreateIndex
CREATE INDEX "runs_ended_at_idx" ON "runs"("ended_at");

-- AddForeignKey
ALTER TABLE "runs" ADD CONSTRAINT "runs_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One run about a key goes on at a time.
CREATE UNIQUE INDEX runs_one_running ON runs (kind, key) WHERE status = 'running';

ALTER TABLE runs ADD CONSTRAINT runs_ended CHECK ((status = 'running') = (ended_at IS NULL));

-- How a plan's run stands is told by its record. A run of an earlier version has ended with its server.
ALTER TABLE coverage_plans DROP CONSTRAINT coverage_plans_solving;
ALTER TABLE "coverage_plans" DROP COLUMN "solving", DROP COLUMN "heartbeat_at", DROP COLUMN "progress", DROP COLUMN "stop_asked_at";
