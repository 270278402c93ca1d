import { assistantsApi } from "./assistants";
import { coverageApi } from "./coverage";
import { dutiesApi } from "./duties";
import { executivesApi } from "./executives";
import { meApi } from "./me";
import { poolsApi } from "./pools";
import { supportAssignmentsApi } from "./support-assignments";

/** Every operation of the REST API. */
export const apiRouter = {
  me: meApi,
  pools: poolsApi,
  duties: dutiesApi,
  assistants: assistantsApi,
  executives: executivesApi,
  supportAssignments: supportAssignmentsApi,
  coverage: coverageApi,
};
