-- What could be learnt is looked into, compared and decided on with a reason before it is a course, and what training costs a pool
-- in a year has a limit that is set.

-- CreateEnum
CREATE TYPE "learning_option_status" AS ENUM ('idea', 'looking', 'chosen', 'scheduled', 'set_aside');

-- CreateTable
CREATE TABLE "learning_options" (
    "id" UUID NOT NULL,
    "pool_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "provider" TEXT NOT NULL DEFAULT '',
    "link" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER,
    "cost_per_person" INTEGER,
    "currency" TEXT NOT NULL DEFAULT 'EUR',
    "place" TEXT NOT NULL DEFAULT '',
    "days" TEXT NOT NULL DEFAULT '',
    "notes" TEXT NOT NULL DEFAULT '',
    "status" "learning_option_status" NOT NULL DEFAULT 'idea',
    "reason" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "suggested_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "course_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "learning_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "training_budgets" (
    "pool_id" UUID NOT NULL,
    "year" SMALLINT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,

    CONSTRAINT "training_budgets_pkey" PRIMARY KEY ("pool_id","year")
);

-- CreateIndex
CREATE INDEX "learning_options_pool_id_status_idx" ON "learning_options"("pool_id", "status");

-- CreateIndex
CREATE INDEX "learning_options_course_id_idx" ON "learning_options"("course_id");

-- CreateIndex
CREATE INDEX "learning_options_suggested_by_id_idx" ON "learning_options"("suggested_by_id");

-- CreateIndex
CREATE INDEX "learning_options_decided_by_id_idx" ON "learning_options"("decided_by_id");

-- AddForeignKey
ALTER TABLE "learning_options" ADD CONSTRAINT "learning_options_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_options" ADD CONSTRAINT "learning_options_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_options" ADD CONSTRAINT "learning_options_suggested_by_id_fkey" FOREIGN KEY ("suggested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "learning_options" ADD CONSTRAINT "learning_options_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "training_budgets" ADD CONSTRAINT "training_budgets_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE learning_options
  ADD CONSTRAINT learning_options_reason_check CHECK (status NOT IN ('chosen', 'set_aside') OR reason <> ''),
  ADD CONSTRAINT learning_options_course_check CHECK ((status = 'scheduled') = (course_id IS NOT NULL));
ALTER TABLE training_budgets
  ADD CONSTRAINT training_budgets_amount_check CHECK (amount >= 0 AND year BETWEEN 2000 AND 2100 AND currency ~ '^[A-Z]{3}$');
CREATE TRIGGER learning_options_move_on BEFORE UPDATE OF status ON learning_options FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'idea > looking', 'set_aside > looking', 'idea > chosen', 'looking > chosen', 'idea > set_aside', 'looking > set_aside',
    'chosen > set_aside', 'chosen > scheduled');
