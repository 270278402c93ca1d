import { ASKING, EXECUTIVE_AND_MANAGER_ALONE, MANAGERS, POOLS_MANAGER, type Row } from "./rows";

/** The panel and the managers of the pool; in the office of the tests the manager is both. */
const PANEL: Row = [404, 404, 404, "in"];

/** What pools hire for: nobody but their managers. */
export const HIRING_ACCESS: Record<string, Row> = {
  "requisitions.list": MANAGERS,
  "requisitions.create": POOLS_MANAGER,
  "requisitions.get": POOLS_MANAGER,
  "requisitions.change": POOLS_MANAGER,
  "requisitions.move": POOLS_MANAGER,
  "requisitions.evidence": POOLS_MANAGER,
  "requisitions.workOut": POOLS_MANAGER,
  "requisitions.ad": POOLS_MANAGER,
  "requisitions.saveAd": POOLS_MANAGER,
  "requisitions.publishAd": POOLS_MANAGER,
  "requisitions.closeAd": POOLS_MANAGER,
  "applications.list": POOLS_MANAGER,
  "applications.get": POOLS_MANAGER,
  "applications.resumeText": POOLS_MANAGER,
  "applications.readAgain": POOLS_MANAGER,
  "applications.move": POOLS_MANAGER,
  "applications.undo": POOLS_MANAGER,
  "applications.release": POOLS_MANAGER,
  "interviews.list": POOLS_MANAGER,
  "interviews.offer": POOLS_MANAGER,
  "interviews.get": POOLS_MANAGER,
  "interviews.times": POOLS_MANAGER,
  "interviews.book": POOLS_MANAGER,
  "interviews.cancel": POOLS_MANAGER,
  "jobOffers.list": POOLS_MANAGER,
  "jobOffers.make": POOLS_MANAGER,
  "jobOffers.takeBack": POOLS_MANAGER,
  "jobOffers.hire": POOLS_MANAGER,
  "jobOffers.didNotStart": POOLS_MANAGER,
  "packs.list": POOLS_MANAGER,
  "packs.send": POOLS_MANAGER,
  "packs.get": ASKING,
  "packs.answer": ASKING,
  "interviews.scorecards": EXECUTIVE_AND_MANAGER_ALONE,
  "interviews.saveScorecard": PANEL,
};
