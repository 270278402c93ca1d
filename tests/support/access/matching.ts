import { ASKING, EXECUTIVE_AND_MANAGER_ALONE, POOLS_MANAGER, type Row } from "./rows";

/** Who fits whom. */
export const MATCHING_ACCESS: Record<string, Row> = {
  "matching.rebalances.list": POOLS_MANAGER,
  "matching.rebalances.propose": POOLS_MANAGER,
  "matching.rebalances.get": POOLS_MANAGER,
  "matching.rebalances.apply": POOLS_MANAGER,
  "matching.rebalances.undo": POOLS_MANAGER,
  "matching.rebalances.discard": POOLS_MANAGER,
  "matching.coversToRate": ASKING,
  "matching.rateCover": ASKING,
  "matching.tell": POOLS_MANAGER,
  "matching.rate": POOLS_MANAGER,
  "matching.answer": POOLS_MANAGER,
  "matching.prefer": ["in", 404, 404, 404],
  "matching.asks": EXECUTIVE_AND_MANAGER_ALONE,
  "matching.setAsks": EXECUTIVE_AND_MANAGER_ALONE,
  "matching.present": POOLS_MANAGER,
  "matching.candidates": POOLS_MANAGER,
  "matching.places": POOLS_MANAGER,
  "matching.compare": POOLS_MANAGER,
  "matching.decide": POOLS_MANAGER,
  "matching.decisions": POOLS_MANAGER,
  "matching.weights": POOLS_MANAGER,
  "matching.previewWeights": POOLS_MANAGER,
  "matching.setWeights": POOLS_MANAGER,
};
