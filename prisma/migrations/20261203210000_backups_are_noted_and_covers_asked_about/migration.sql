-- A backup leaves a note of itself, and an executive is asked once how a cover was.
--
-- Both are written before or after what they tell of, never changed: whoever runs an installation sees when it was last backed up,
-- and of two nodes that ask about a cover only one does.

-- CreateTable
CREATE TABLE "backup_notes" (
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" INTEGER NOT NULL,

    CONSTRAINT "backup_notes_pkey" PRIMARY KEY ("at")
);

-- CreateTable
CREATE TABLE "cover_questions" (
    "cover_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cover_questions_pkey" PRIMARY KEY ("cover_id")
);

-- AddForeignKey
ALTER TABLE "cover_questions" ADD CONSTRAINT "cover_questions_cover_id_fkey" FOREIGN KEY ("cover_id") REFERENCES "coverage_assignments"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE backup_notes ADD CONSTRAINT backup_notes_rows_check CHECK (rows >= 0);
