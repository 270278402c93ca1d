import { absencesApi, leaveTypesApi } from "./absences";
import { assistantsApi } from "./assistants";
import { coverageApi } from "./coverage";
import { dutiesApi } from "./duties";
import { executivesApi } from "./executives";
import { importsApi } from "./imports";
import { meApi } from "./me";
import { offersApi } from "./offers";
import { poolsApi } from "./pools";
import { supportAssignmentsApi } from "./support-assignments";
import { supportRequestsApi } from "./support-requests";
import { wallchartApi } from "./wallchart";

/** Every operation of the REST API. */
export const apiRouter = {
  me: meApi,
  pools: poolsApi,
  duties: dutiesApi,
  assistants: assistantsApi,
  executives: executivesApi,
  supportAssignments: supportAssignmentsApi,
  absences: absencesApi,
  leaveTypes: leaveTypesApi,
  wallchart: wallchartApi,
  coverage: coverageApi,
  offers: offersApi,
  supportRequests: supportRequestsApi,
  imports: importsApi,
};
