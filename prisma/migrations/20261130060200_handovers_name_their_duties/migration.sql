-- Two of an executive's own may be away at once, each with duties of their own, and be covered by different people or one:
-- a handover says which duties it is of. None named is all of them, which those so far are until their covers are looked at.

-- AlterTable
ALTER TABLE "handovers" ADD COLUMN     "duty_ids" TEXT[] DEFAULT ARRAY[]::TEXT[];

ALTER TABLE handovers ADD CONSTRAINT handovers_duties CHECK (duty_ids IS NOT NULL);

-- One open handover for a cover, an executive, a stretch and one of the executive's own (or none).
ALTER TABLE handovers DROP CONSTRAINT handovers_one_a_stretch;
ALTER TABLE handovers ADD CONSTRAINT handovers_one_a_stretch
  EXCLUDE USING gist (executive_id WITH =, cover_assistant_id WITH =,
    coalesce(owner_id, '00000000-0000-0000-0000-000000000000'::uuid) WITH =, daterange(from_on, to_on, '[]') WITH &&)
  WHERE (status <> 'closed' AND cover_assistant_id IS NOT NULL);
