-- A meeting lists what is to be arranged
--
-- Room, food, papers: each with who sees to it and by which day, ticked off when it is done. What hangs on the time is to be done again
-- when the meeting moves.

-- CreateTable
CREATE TABLE "meeting_arrangements" (
    "id" UUID NOT NULL,
    "meeting_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "hangs_on_time" BOOLEAN NOT NULL DEFAULT true,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,

    CONSTRAINT "meeting_arrangements_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "meeting_arrangements_meeting_id_idx" ON "meeting_arrangements"("meeting_id");

-- CreateIndex
CREATE INDEX "meeting_arrangements_owner_id_idx" ON "meeting_arrangements"("owner_id");

-- CreateIndex
CREATE INDEX "meeting_arrangements_done_by_id_idx" ON "meeting_arrangements"("done_by_id");

-- AddForeignKey
ALTER TABLE "meeting_arrangements" ADD CONSTRAINT "meeting_arrangements_meeting_id_fkey" FOREIGN KEY ("meeting_id") REFERENCES "office_meetings"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_arrangements" ADD CONSTRAINT "meeting_arrangements_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting_arrangements" ADD CONSTRAINT "meeting_arrangements_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "meeting_arrangements" ADD CONSTRAINT "meeting_arrangements_done_by_one"
  CHECK (("done_at" IS NULL) = ("done_by_id" IS NULL));
