-- A manager says something to whoever works a shift; an assistant says why a wish is one, to those who lead the pool alone.
ALTER TABLE "availabilities" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';

ALTER TABLE "shifts" ADD COLUMN     "note" TEXT NOT NULL DEFAULT '';
