-- A course may be mandatory: for everybody, a pool, a seniority or who holds a duty; by a day, or so long after the start of work.
-- Who lacks it is worked out from who attended; only the last reminder is kept.

-- CreateTable
CREATE TABLE "course_audiences" (
    "id" UUID NOT NULL,
    "course_id" UUID NOT NULL,
    "pool_id" UUID,
    "seniority" "seniority",
    "duty_id" TEXT,
    "due_on" DATE,
    "within_days" SMALLINT,
    "since" DATE NOT NULL,

    CONSTRAINT "course_audiences_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_reminders" (
    "course_id" UUID NOT NULL,
    "assistant_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "told_days" SMALLINT NOT NULL,

    CONSTRAINT "course_reminders_pkey" PRIMARY KEY ("course_id","assistant_id")
);

-- CreateIndex
CREATE INDEX "course_audiences_course_id_idx" ON "course_audiences"("course_id");

-- CreateIndex
CREATE INDEX "course_audiences_pool_id_idx" ON "course_audiences"("pool_id");

-- CreateIndex
CREATE INDEX "course_audiences_duty_id_idx" ON "course_audiences"("duty_id");

-- CreateIndex
CREATE INDEX "course_reminders_assistant_id_idx" ON "course_reminders"("assistant_id");

-- AddForeignKey
ALTER TABLE "course_audiences" ADD CONSTRAINT "course_audiences_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_audiences" ADD CONSTRAINT "course_audiences_pool_id_fkey" FOREIGN KEY ("pool_id") REFERENCES "pools"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_audiences" ADD CONSTRAINT "course_audiences_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_reminders" ADD CONSTRAINT "course_reminders_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "courses"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_reminders" ADD CONSTRAINT "course_reminders_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE course_audiences
  ADD CONSTRAINT course_audiences_whom_check CHECK (num_nonnulls(pool_id, seniority, duty_id) <= 1),
  ADD CONSTRAINT course_audiences_due_check CHECK (num_nonnulls(due_on, within_days) = 1 AND (within_days IS NULL OR within_days BETWEEN 1 AND 1000));
ALTER TABLE course_reminders ADD CONSTRAINT course_reminders_told_check CHECK (told_days IN (30, 7, 0));
