import { listAccounts } from "@/lib/accounts/queries";
import { listAuditEvents } from "@/lib/accounts/queries-audit";
import { readAuditFacts } from "@/lib/accounts/queries-audit-facts";
import { countNeverInvited } from "@/lib/accounts/queries-invitees";
import { ListAccountsInput } from "@/lib/accounts/schema";
import { ListAuditInput } from "@/lib/accounts/schema-audit";
import { auditActionsSeenBy } from "@/lib/catalogues/audit";
import { listExecutives } from "@/lib/executives/queries";
import { listImports } from "@/lib/imports/undo/queries";
import { previewFitWeights } from "@/lib/matching/placements/queries";
import { requireFitWeights } from "@/lib/matching/weights/queries";
import { USUAL_WEIGHTS } from "@/lib/matching/weights/rules";
import { listPools } from "@/lib/pools/queries";
import { listDuties } from "@/lib/pools/queries-duties";
import { listPriorityAgreements } from "@/lib/requests/agreements/queries";
import { listLevelRecords } from "@/lib/requests/levels/queries";
import { listRequestTypes } from "@/lib/requests/types/queries";
import { listWebhooks } from "@/lib/webhooks/queries";
import { managerFrame, type Read, session } from "./frames";

/** What is set for a pool or the whole office, and what an administrator has. */
export const SETTINGS_READS: Record<string, Read> = {
  "types of request": (people) =>
    Promise.all([
      managerFrame(people),
      listRequestTypes(people.manager, { withRetired: true }),
      listDuties(people.manager),
    ]),
  "service levels": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      listRequestTypes(people.manager, { withRetired: true }),
      listLevelRecords(people.manager, people.poolId),
    ]),
  agreements: (people) =>
    Promise.all([
      managerFrame(people),
      listPriorityAgreements(people.manager),
      listExecutives(people.manager, { show: "current", limit: 100 }),
    ]),
  "weights of matching": (people) =>
    Promise.all([
      managerFrame(people),
      listPools(people.manager),
      requireFitWeights(people.manager, people.poolId),
      previewFitWeights(people.manager, { poolId: people.poolId, ...USUAL_WEIGHTS }, "en"),
    ]),
  "imports that can be undone": (people) => Promise.all([managerFrame(people), listImports(people.manager)]),
  accounts: ({ administrator, ...people }) =>
    Promise.all([
      session({ administrator, ...people }),
      listAccounts(administrator, ListAccountsInput.parse({})),
      countNeverInvited(administrator, "accounts"),
    ]),
  webhooks: ({ administrator, ...people }) =>
    Promise.all([session({ administrator, ...people }), listWebhooks(administrator)]),
  "audit log": ({ administrator, ...people }) =>
    Promise.all([
      session({ administrator, ...people }),
      listAuditEvents(administrator, ListAuditInput.parse({}), {
        actions: auditActionsSeenBy("administrators"),
        timeZone: "UTC",
      }).then(({ items }) => readAuditFacts(administrator, items)),
    ]),
};
