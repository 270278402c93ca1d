-- Pairs try working together for some weeks.
--
-- A trial begins when both have said yes and ends by its dates: what both said and what support it made is kept with it. An executive
-- has one at a time, for twelve weeks at most, and each side says at half time and before the end how it goes.

-- CreateEnum
CREATE TYPE "trial_status" AS ENUM ('proposed', 'agreed', 'declined', 'stopped', 'confirmed');

-- CreateEnum
CREATE TYPE "trial_side" AS ENUM ('assistant', 'executive');

-- CreateEnum
CREATE TYPE "trial_moment" AS ENUM ('halfway', 'ending');

-- CreateTable
CREATE TABLE "trial_pairings" (
    "id" UUID NOT NULL,
    "executive_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,
    "status" "trial_status" NOT NULL DEFAULT 'proposed',
    "assistant_yes_at" TIMESTAMPTZ(3),
    "executive_yes_at" TIMESTAMPTZ(3),
    "support" JSONB,
    "asked" "trial_moment"[] DEFAULT ARRAY[]::"trial_moment"[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "trial_pairings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "trial_check_ins" (
    "trial_id" UUID NOT NULL,
    "side" "trial_side" NOT NULL,
    "moment" "trial_moment" NOT NULL,
    "author_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "rating" SMALLINT NOT NULL,
    "works" TEXT NOT NULL DEFAULT '',
    "changes" TEXT NOT NULL DEFAULT '',
    "said_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trial_check_ins_pkey" PRIMARY KEY ("trial_id","side","moment")
);

-- CreateIndex
CREATE INDEX "trial_pairings_executive_id_idx" ON "trial_pairings"("executive_id");

-- CreateIndex
CREATE INDEX "trial_pairings_assistant_id_idx" ON "trial_pairings"("assistant_id");

-- CreateIndex
CREATE INDEX "trial_pairings_created_by_id_idx" ON "trial_pairings"("created_by_id");

-- CreateIndex
CREATE INDEX "trial_pairings_status_to_on_idx" ON "trial_pairings"("status", "to_on");

-- CreateIndex
CREATE INDEX "trial_check_ins_author_id_idx" ON "trial_check_ins"("author_id");

-- CreateIndex
CREATE INDEX "trial_check_ins_assistant_id_said_at_idx" ON "trial_check_ins"("assistant_id", "said_at");

-- AddForeignKey
ALTER TABLE "trial_pairings" ADD CONSTRAINT "trial_pairings_executive_id_fkey" FOREIGN KEY ("executive_id") REFERENCES "executives"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial_pairings" ADD CONSTRAINT "trial_pairings_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial_pairings" ADD CONSTRAINT "trial_pairings_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial_check_ins" ADD CONSTRAINT "trial_check_ins_trial_id_fkey" FOREIGN KEY ("trial_id") REFERENCES "trial_pairings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial_check_ins" ADD CONSTRAINT "trial_check_ins_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trial_check_ins" ADD CONSTRAINT "trial_check_ins_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE trial_pairings
  ADD CONSTRAINT trial_pairings_weeks CHECK (to_on > from_on AND to_on < from_on + 84),
  ADD CONSTRAINT trial_pairings_both_said_yes CHECK (
    status NOT IN ('agreed', 'confirmed') OR (assistant_yes_at IS NOT NULL AND executive_yes_at IS NOT NULL)),
  ADD CONSTRAINT trial_pairings_one_at_a_time EXCLUDE USING gist (
    executive_id WITH =, daterange(from_on, to_on, '[]') WITH &&) WHERE (status IN ('proposed', 'agreed', 'confirmed'));
ALTER TABLE trial_check_ins ADD CONSTRAINT trial_check_ins_rating_check CHECK (rating BETWEEN 1 AND 5);
CREATE TRIGGER trial_pairings_move_on BEFORE UPDATE OF status ON trial_pairings FOR EACH ROW
  WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION check_move(
    'proposed > agreed', 'proposed > declined', 'proposed > stopped', 'agreed > stopped', 'agreed > confirmed');
