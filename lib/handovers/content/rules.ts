import type { ItemKind } from "@/lib/handovers/schema";
import { isForDuty } from "@/lib/support/rules";
import { type Day, daysFrom } from "@/lib/time/day";
import { fallsOn } from "@/lib/time/recurrence";

/** One thing to know as a record of the executive says it. */
export type Generated = {
  kind: Extract<ItemKind, "request" | "recurring" | "date">;
  sourceId: string;
  text: string;
  on: Day | null;
  weekdays: number[];
  monthDay: number | null;
  minute: number | null;
};

export type ExecutiveRecords = {
  requests: { id: string; summary: string; dutyId: string | null; dueOn: Day | null }[];
  recurring: {
    id: string;
    text: string;
    dutyId: string | null;
    weekdays: number[];
    monthDay: number | null;
    minute: number | null;
  }[];
  dates: { id: string; on: Day; text: string }[];
};

/**
 * What an executive's records have to say of some days and duties (all when none is named): every open request, what recurs in
 * them, and dates among them. What is about no duty in particular is everybody's.
 */
export function generatedFor(
  { requests, recurring, dates }: ExecutiveRecords,
  from: Day,
  to: Day,
  dutyIds: readonly string[] = [],
): Generated[] {
  const isWanted = ({ dutyId }: { dutyId: string | null }) =>
    dutyId === null || isForDuty({ dutyIds }, dutyId);
  const days = daysFrom(from, to);
  const never = { weekdays: [], monthDay: null, minute: null };
  return [
    ...requests.filter(isWanted).map(({ id, summary, dueOn }) => ({
      kind: "request" as const,
      sourceId: id,
      text: summary,
      on: dueOn,
      ...never,
    })),
    ...recurring
      .filter((duty) => isWanted(duty) && days.some((on) => fallsOn(duty, on)))
      .map(({ id, dutyId: _, ...duty }) => ({ kind: "recurring" as const, sourceId: id, on: null, ...duty })),
    ...dates
      .filter(({ on }) => from <= on && on <= to)
      .map(({ id, on, text }) => ({ kind: "date" as const, sourceId: id, text, on, ...never })),
  ];
}

export type KnownItem = Omit<Generated, "kind"> & {
  id: string;
  kind: ItemKind;
  isEdited: boolean;
  isDismissed: boolean;
};

export type ContentChanges = {
  create: Generated[];
  update: (Generated & { id: string })[];
  remove: string[];
};

/**
 * What brings a handover in step with the executive's records. What somebody edited or dismissed stays as it is. Once the cover
 * has begun a request stays listed when it is done, so that one sees that it is.
 */
export function changesOfContent(
  known: readonly KnownItem[],
  wanted: readonly Generated[],
  hasStarted: boolean,
): ContentChanges {
  const bySource = new Map(known.map((item) => [item.sourceId, item]));
  const wantedIds = new Set(wanted.map((item) => item.sourceId));
  const changes: ContentChanges = { create: [], update: [], remove: [] };
  for (const item of wanted) {
    const there = bySource.get(item.sourceId);
    if (!there) changes.create.push(item);
    else if (!there.isEdited && !there.isDismissed && !isSame(there, item))
      changes.update.push({ ...item, id: there.id });
  }
  for (const item of known) {
    const stays = item.isEdited || (item.kind === "request" && hasStarted);
    if (!wantedIds.has(item.sourceId) && !stays) changes.remove.push(item.id);
  }
  return changes;
}

function isSame(a: Omit<Generated, "kind">, b: Omit<Generated, "kind">): boolean {
  return (
    a.text === b.text &&
    a.on === b.on &&
    a.minute === b.minute &&
    a.monthDay === b.monthDay &&
    a.weekdays.join() === b.weekdays.join()
  );
}

/** True when an item is for a day: it recurs then, falls on it, or is due by it. */
export function isForDay(
  item: { kind: ItemKind; on: string | null; weekdays: number[]; monthDay: number | null },
  today: Day,
): boolean {
  if (item.kind === "recurring") return fallsOn(item, today);
  if (item.kind === "request") return item.on !== null && item.on <= today;
  return item.kind === "date" && item.on === today;
}
