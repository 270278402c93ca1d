-- Leave has its days back when sickness has not.
--
-- Sickness in booked leave takes its days. When the sickness ends earlier, or was a mistake, nothing said which leave they came
-- from: leave and covers were gone, and the person counted as at work. What a sickness took is written down here.

CREATE TABLE "leave_interruptions" (
    "id" UUID NOT NULL,
    "absence_id" UUID NOT NULL,
    "leave_id" UUID NOT NULL,
    "rest_id" UUID,
    "status" "absence_status" NOT NULL,
    "ends_leave" BOOLEAN NOT NULL,
    "start_on" DATE NOT NULL,
    "start_part" "day_part" NOT NULL,
    "end_on" DATE NOT NULL,
    "end_part" "day_part" NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,

    CONSTRAINT "leave_interruptions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "leave_interruptions_absence_id_idx" ON "leave_interruptions"("absence_id");

-- CreateIndex
CREATE INDEX "leave_interruptions_leave_id_idx" ON "leave_interruptions"("leave_id");

-- CreateIndex
CREATE INDEX "leave_interruptions_rest_id_idx" ON "leave_interruptions"("rest_id");

-- AddForeignKey
ALTER TABLE "leave_interruptions" ADD CONSTRAINT "leave_interruptions_absence_id_fkey" FOREIGN KEY ("absence_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_interruptions" ADD CONSTRAINT "leave_interruptions_leave_id_fkey" FOREIGN KEY ("leave_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_interruptions" ADD CONSTRAINT "leave_interruptions_rest_id_fkey" FOREIGN KEY ("rest_id") REFERENCES "absences"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
