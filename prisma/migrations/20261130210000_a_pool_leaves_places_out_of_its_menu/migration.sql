-- An office that uses no handovers or no workload need not have them in its menu. The pages stay where they are, so that a link
-- to one still opens it. MENU_PLACES (lib/pools/schema.ts) are the places that may be left out.

-- AlterTable
ALTER TABLE "pools" ADD COLUMN     "hidden_places" TEXT[] DEFAULT ARRAY[]::TEXT[];
