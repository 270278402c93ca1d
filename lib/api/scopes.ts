import { tokenScope } from "@/lib/accounts/rules-tokens";
import { TOKEN_DOMAINS, type TokenDomain } from "@/lib/accounts/schema-tokens";
import type { Person } from "@/lib/actor";
import { hasAccess } from "./base";
import { listOperations } from "./operations";
import type { apiRouter } from "./router";

/** Which part of a token's scopes each group of operations belongs to; null for what no token reaches. */
const DOMAIN_OF: Record<keyof typeof apiRouter, TokenDomain | null> = {
  me: "me",
  apiTokens: "me",
  pools: "pools",
  duties: "pools",
  assistants: "people",
  executives: "people",
  executiveProfiles: "people",
  supportAssignments: "people",
  pairingRestrictions: "people",
  conversations: null,
  matching: "people",
  absences: "absences",
  leaveTypes: "absences",
  leave: "absences",
  wallchart: "absences",
  workRoles: "schedules",
  roleDemand: "schedules",
  shiftTemplates: "schedules",
  schedulePolicy: "schedules",
  shifts: "schedules",
  schedules: "schedules",
  availability: "schedules",
  shiftRequests: "schedules",
  fills: "schedules",
  courses: "training",
  mandatoryCourses: "training",
  learningOptions: "training",
  trainingYear: "training",
  trainingSessions: "training",
  enrolments: "training",
  arrangements: "training",
  trainingNeeds: "training",
  mentorships: "training",
  ramps: "training",
  skillMatrix: "training",
  brief: "coverage",
  requisitions: "hiring",
  applications: "hiring",
  interviews: "hiring",
  packs: "hiring",
  jobOffers: "hiring",
  coverage: "coverage",
  offers: "coverage",
  requestTypes: "requests",
  supportRequests: "requests",
  phoneMessages: "requests",
  heldMails: "requests",
  files: "requests",
  letterTemplates: "requests",
  recurringRequests: "requests",
  savedReplies: "requests",
  letters: "requests",
  serviceLevels: "requests",
  priorityAgreements: "requests",
  meetings: "requests",
  handovers: "handovers",
  calendarFeeds: "calendars",
  calendarImports: "calendars",
  imports: "imports",
  exports: "imports",
  accounts: "accounts",
  auditEvents: "accounts",
  webhooks: "accounts",
};

/** The scope that an operation asks of a token, by the group it stands in; null for what no token reaches. */
export function scopeOfOperation(group: string | undefined, method: string): string | null {
  const domain = DOMAIN_OF[group as keyof typeof DOMAIN_OF] ?? null;
  return domain && tokenScope(domain, method === "GET" ? "read" : "write");
}

/** The parts of the API of which a person may use something, for the tokens they make. */
export function tokenDomainsOf(person: Person): TokenDomain[] {
  const groups = listOperations()
    .filter(({ meta }) => hasAccess(person, meta.access))
    .map(({ id }) => DOMAIN_OF[id.split(".")[0] as keyof typeof DOMAIN_OF]);
  return TOKEN_DOMAINS.filter((domain) => groups.includes(domain));
}
