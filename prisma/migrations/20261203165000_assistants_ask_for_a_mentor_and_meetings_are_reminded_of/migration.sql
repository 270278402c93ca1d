-- An assistant asks for a mentor until one is proposed, and both are reminded of a meeting once, the day before.

-- AlterTable
ALTER TABLE "mentoring_meetings" ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "mentor_wishes" (
    "assistant_id" UUID NOT NULL,
    "duty_id" TEXT,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mentor_wishes_pkey" PRIMARY KEY ("assistant_id")
);

-- CreateIndex
CREATE INDEX "mentor_wishes_duty_id_idx" ON "mentor_wishes"("duty_id");

-- AddForeignKey
ALTER TABLE "mentor_wishes" ADD CONSTRAINT "mentor_wishes_assistant_id_fkey" FOREIGN KEY ("assistant_id") REFERENCES "assistants"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mentor_wishes" ADD CONSTRAINT "mentor_wishes_duty_id_fkey" FOREIGN KEY ("duty_id") REFERENCES "duties"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
