import { ASSISTANT_READS } from "./page-reads/assistant";
import { EXECUTIVE_READS } from "./page-reads/executive";
import type { Read } from "./page-reads/frames";
import { PEOPLE_READS } from "./page-reads/people";
import { PLANNING_READS } from "./page-reads/planning";
import { SETTINGS_READS } from "./page-reads/settings";

/** What every list and page reads, its frame with it. */
export const PAGE_READS: Record<string, Read> = {
  ...PLANNING_READS,
  ...PEOPLE_READS,
  ...SETTINGS_READS,
  ...ASSISTANT_READS,
  ...EXECUTIVE_READS,
};
