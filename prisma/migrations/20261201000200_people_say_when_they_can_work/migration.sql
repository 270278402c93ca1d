-- People say when they can work.
--
-- On a weekday or one day, for some hours: unavailable, rather not, gladly. A shift against the first needs a reason, the others
-- are worth knowing. What comes after the pool has closed a week is kept and marked late. Colleagues never read it.

-- CreateEnum
CREATE TYPE "availability_kind" AS ENUM ('unavailable', 'rather_not', 'gladly');

-- AlterTable
ALTER TABLE "schedule_policies" ADD COLUMN     "rather_not_days" INTEGER NOT NULL DEFAULT 4,
ADD COLUMN     "wishes_close_days" INTEGER NOT NULL DEFAULT 21;

-- CreateTable
CREATE TABLE "availabilities" (
    "id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "weekday" SMALLINT,
    "on" DATE,
    "start_minute" INTEGER NOT NULL,
    "end_minute" INTEGER NOT NULL,
    "kind" "availability_kind" NOT NULL,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "availabilities_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "availabilities_assistant_id_on_idx" ON "availabilities"("assistant_id", "on");

-- AddForeignKey
ALTER TABLE "availabilities" ADD CONSTRAINT "availabilities_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE availabilities ADD CONSTRAINT availabilities_window CHECK (0 <= start_minute AND start_minute < end_minute AND end_minute <= 1440);
ALTER TABLE availabilities ADD CONSTRAINT availabilities_day CHECK (num_nonnulls(weekday, "on") = 1 AND weekday BETWEEN 1 AND 7);
ALTER TABLE schedule_policies ADD CONSTRAINT schedule_policies_wishes CHECK (wishes_close_days BETWEEN 0 AND 90 AND rather_not_days BETWEEN 0 AND 31);
