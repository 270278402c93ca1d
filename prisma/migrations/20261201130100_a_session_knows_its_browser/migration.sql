-- A person tells their sessions apart by browser and device; those opened before say neither.

-- AlterTable
ALTER TABLE "sessions" ADD COLUMN     "agent" TEXT;
