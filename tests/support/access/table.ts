import { ACCOUNTS_ACCESS } from "./accounts";
import { CONVERSATIONS_ACCESS } from "./conversations";
import { COVERAGE_ACCESS } from "./coverage";
import { HIRING_ACCESS } from "./hiring";
import { MATCHING_ACCESS } from "./matching";
import { PEOPLE_ACCESS } from "./people";
import { REQUESTS_ACCESS } from "./requests";
import type { Row } from "./rows";
import { SCHEDULES_ACCESS } from "./schedules";
import { TIME_OFF_ACCESS } from "./time-off";
import { TRAINING_ACCESS } from "./training";

/** Whom each operation of the router lets in; one that is not here fails the test of access. */
export const ACCESS_TABLE: Record<string, Row> = {
  ...ACCOUNTS_ACCESS,
  ...PEOPLE_ACCESS,
  ...CONVERSATIONS_ACCESS,
  ...MATCHING_ACCESS,
  ...TIME_OFF_ACCESS,
  ...SCHEDULES_ACCESS,
  ...TRAINING_ACCESS,
  ...HIRING_ACCESS,
  ...COVERAGE_ACCESS,
  ...REQUESTS_ACCESS,
};
