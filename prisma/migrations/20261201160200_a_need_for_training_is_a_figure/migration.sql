-- Which training would help is worked out at night from who serves whom, and kept as it was worked out: two counts of the same
-- days, which the API works out again from the same facts.

-- CreateEnum
CREATE TYPE "training_need_status" AS ENUM ('open', 'put_aside', 'met');

-- CreateTable
CREATE TABLE "training_needs" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "duty_id" TEXT NOT NULL,
    "level" SMALLINT NOT NULL,
    "status" "training_need_status" NOT NULL DEFAULT 'open',
    "reason" TEXT NOT NULL DEFAULT '',
    "days_before" INTEGER NOT NULL,
    "days_after" INTEGER NOT NULL,
    "executive_ids" UUID[],
    "worked_out_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "training_needs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "training_needs_pool_id_status_idx" ON "training_needs"("pool_id", "status");

-- CreateIndex
CREATE INDEX "training_needs_duty_id_idx" ON "training_needs"("duty_id");

-- CreateIndex
CREATE UNIQUE INDEX "training_needs_assistant_id_duty_id_key" ON "training_needs"("assistant_id", "duty_id");

-- AddForeignKey
ALTER TABLE "training_needs" ADD CONSTRAINT "training_needs_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_needs" ADD CONSTRAINT "training_needs_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_needs" ADD CONSTRAINT "training_needs_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE training_needs
  ADD CONSTRAINT training_needs_level_check CHECK (level BETWEEN 1 AND 5),
  ADD CONSTRAINT training_needs_days_check CHECK (days_after >= 0 AND days_before >= days_after),
  ADD CONSTRAINT training_needs_reason_check CHECK (status <> 'put_aside' OR reason <> '');
