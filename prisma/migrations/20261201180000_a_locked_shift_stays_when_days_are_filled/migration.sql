-- A locked shift stays when days are filled.
--
-- Filling days may share a drafted day with executives among roles that lack people. What a manager has settled is locked: a fill
-- goes around it as around what is published. Locking moves nothing, so it is asked nothing.

-- AlterTable
ALTER TABLE "shifts" ADD COLUMN     "is_locked" BOOLEAN NOT NULL DEFAULT false;
