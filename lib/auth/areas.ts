import type { Person } from "@/lib/actor";

/** The areas of the product a person may enter, first the one they land in. */
export function areasOf(person: Person): ("manager" | "assistant" | "executive" | "admin")[] {
  return [
    ...(person.managedPoolIds.length > 0 ? (["manager"] as const) : []),
    ...(person.assistant ? (["assistant"] as const) : []),
    ...(person.executive ? (["executive"] as const) : []),
    ...(person.isAdministrator ? (["admin"] as const) : []),
  ];
}
