import { ChangeAssistantInput, CreateAssistantInput } from "@/lib/assistants/schema";
import { ChangeExecutiveInput, CreateExecutiveInput } from "@/lib/executives/schema";
import {
  ChangeSupportAssignmentInput,
  CreateSupportAssignmentInput,
  ListSupportAssignmentsInput,
} from "@/lib/support/schema";
import { testDb } from "../database";

type Fields = Record<string, unknown>;

const PERSON = { name: "Nora New", email: "nora@office.example" };

/** What a manager writes of a new assistant. */
export function makeAssistant(poolId: string, overrides: Fields = {}): CreateAssistantInput {
  return CreateAssistantInput.parse({ ...PERSON, poolId, ...overrides });
}

/** All of an assistant, as it stands in an answer, with some of it changed. */
export function makeAssistantChange(view: Fields, overrides: Fields = {}): ChangeAssistantInput {
  const { poolName, upcomingHours, supports, ...known } = view;
  return ChangeAssistantInput.parse({ ...known, ...overrides });
}

/** What a manager writes of a new executive. */
export function makeExecutive(poolId: string, overrides: Fields = {}): CreateExecutiveInput {
  return CreateExecutiveInput.parse({ ...PERSON, poolId, ...overrides });
}

/** All of an executive, as it stands in an answer, with some of it changed. */
export function makeExecutiveChange(view: Fields, overrides: Fields = {}): ChangeExecutiveInput {
  const { poolName, supportedBy, ...known } = view;
  return ChangeExecutiveInput.parse({ ...known, ...overrides });
}

/** Support by one person of another, as backup from September unless told otherwise. */
export function makeSupport(
  pair: { executiveId: string; assistantId: string },
  overrides: Fields = {},
): CreateSupportAssignmentInput {
  return CreateSupportAssignmentInput.parse({ role: "backup", from: "2026-09-01", ...pair, ...overrides });
}

/** The role and dates of support that is there, with some of it changed. */
export function makeSupportChange(id: string, overrides: Fields = {}): ChangeSupportAssignmentInput {
  return ChangeSupportAssignmentInput.parse({
    id,
    version: 1,
    role: "primary",
    from: "2026-01-01",
    ...overrides,
  });
}

/** The first page of all support. */
export function askForSupport(overrides: Fields = {}): ListSupportAssignmentsInput {
  return ListSupportAssignmentsInput.parse(overrides);
}

/** What the audit log says of a record, the oldest first. */
export async function auditOf(entityId: string): Promise<string[]> {
  const rows = await testDb().auditEvent.findMany({ where: { entityId }, orderBy: { seq: "asc" } });
  return rows.map((row) => row.action);
}
