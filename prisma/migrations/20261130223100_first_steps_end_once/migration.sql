-- A new office is led through its first steps until they are done or put away, and never again by itself: a person who is hired
-- later must not bring them back. An office that has accepted a plan is past them.

-- AlterTable
ALTER TABLE "pools" ADD COLUMN     "first_steps_closed_at" TIMESTAMPTZ(3);

UPDATE pools SET first_steps_closed_at = now()
WHERE EXISTS (
  SELECT FROM coverage_plans p WHERE p.pool_id = pools.id AND p.status IN ('accepted', 'active', 'completed'));
