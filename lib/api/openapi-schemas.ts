import "server-only";
import { AbsenceView } from "@/lib/absences/requests/schema";
import { AssistantView } from "@/lib/assistants/schema";
import { BoardView } from "@/lib/coverage/board/schema";
import { PlanSummaryView } from "@/lib/coverage/plans/schema";
import { CoverView } from "@/lib/covers/schema";
import { ExecutiveView } from "@/lib/executives/schema";
import { ExecutiveProfileView } from "@/lib/executives/schema-profile";
import { HandoverView } from "@/lib/handovers/schema";
import { PoolView } from "@/lib/pools/schema";
import { SupportRequestView } from "@/lib/requests/schema";
import { SupportAssignmentView } from "@/lib/support/schema";
import { AbsenceCardView } from "./absence-cover-views";
import { PlanDocument } from "./coverage-views";
import type { JsonSchema, OpenApiDocument } from "./openapi";
import { SupportView, WeekView } from "./week-views";

/** The records of the API by the names a client made from the document gives its types. */
const NAMED = {
  Absence: AbsenceView,
  AbsenceCover: AbsenceCardView,
  Assistant: AssistantView,
  Board: BoardView,
  Cover: CoverView,
  Executive: ExecutiveView,
  ExecutiveProfile: ExecutiveProfileView,
  ExecutiveSupport: SupportView,
  Handover: HandoverView,
  Plan: PlanDocument,
  PlanSummary: PlanSummaryView,
  Pool: PoolView,
  SupportAssignment: SupportAssignmentView,
  SupportRequest: SupportRequestView,
  Week: WeekView,
};

export const NAMED_SCHEMAS = Object.fromEntries(
  Object.entries(NAMED).map(([name, schema]) => [name, { schema, strategy: "output" as const }]),
);

// The control characters; a lone surrogate can't stand in a body of UTF-8.
const CONTROLS = "\\u0000-\\u001f\\u007f-\\u009f";

/** A schema as every linter and client generator reads it: no bounds that bind nothing, plain patterns, closed tuples. */
export function plainSchema(json: JsonSchema): JsonSchema {
  const { minimum, maximum, exclusiveMinimum, pattern, prefixItems, ...rest } = json;
  const least = exclusiveMinimum === 0 && json.type === "integer" ? 1 : minimum;
  return {
    ...rest,
    ...(least === undefined || least === Number.MIN_SAFE_INTEGER ? {} : { minimum: least }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
    ...(exclusiveMinimum === undefined || least === 1 ? {} : { exclusiveMinimum }),
    ...(typeof pattern === "string" ? { pattern: pattern.replaceAll("\\p{Cc}\\p{Cs}", CONTROLS) } : {}),
    ...(Array.isArray(prefixItems) ? tupleOf(prefixItems) : {}),
  };
}

/** A tuple, also for those who read it as a list. */
function tupleOf(prefixItems: readonly unknown[]): JsonSchema {
  const { length } = prefixItems;
  const different = [...new Map(prefixItems.map((item) => [JSON.stringify(item), item])).values()];
  const items = different.length === 1 ? different[0] : { anyOf: different };
  return { prefixItems, items, minItems: length, maxItems: length };
}

const SCHEMAS = "#/components/schemas/";

/** A part of the document with the schemas it refers to in place of each reference. */
export function withoutReferences<T>(document: OpenApiDocument, part: T): T {
  const { schemas } = document.components as { schemas: Record<string, object> };
  return inline(part, schemas) as T;
}

function inline(node: unknown, schemas: Record<string, object>): unknown {
  if (Array.isArray(node)) return node.map((one) => inline(one, schemas));
  if (typeof node !== "object" || node === null) return node;
  const { $ref, ...rest } = node as { $ref?: unknown };
  const isNamed = typeof $ref === "string" && $ref.startsWith(SCHEMAS);
  const whole = isNamed ? { ...schemas[$ref.slice(SCHEMAS.length)], ...rest } : node;
  return Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, inline(value, schemas)]));
}
