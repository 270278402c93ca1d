-- Two of an executive's own may be away at once, each with duties of their own, and be covered by different people or one:
-- a handover says which duties it is of. None named is all of them, which those so far are until their covers are looked at.

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "duty_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE handovers ADD CONSTRAINT handovers_duties CHECK (duty_ids IS NOT NULL);
