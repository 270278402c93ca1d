import { WhatIfChange } from "@/lib/coverage/what-if/schema";
import { type IsoWeek, isIsoWeek } from "@/lib/time/iso-week";

const PATH = "/manager/what-if";
const MOST_CHANGES = 12;

/** What the address of a question says: ?pool=…&week=2026-W34&weeks=2&change=resigns:<id>:2026-08-20&change=no_cover:5. */
export type WhatIfAddress = {
  poolId: string | null;
  week: IsoWeek | null;
  weeks: number;
  changes: WhatIfChange[];
};

export type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the address, with the change a form adds to it; what makes no sense is left out. */
export function readWhatIfAddress(params: SearchParams): WhatIfAddress {
  const week = first(params.week);
  const weeks = Math.floor(Number(first(params.weeks)));
  const added = params.add === undefined ? null : addedChange(params);
  const stated = [params.change ?? []].flat().flatMap((text) => readChange(text) ?? []);
  return {
    poolId: first(params.pool) || null,
    week: isIsoWeek(week) ? week : null,
    weeks: weeks >= 1 && weeks <= 6 ? weeks : 2,
    changes: [...stated, ...(added ? [added] : [])].slice(0, MOST_CHANGES),
  };
}

/** The change a form adds to the question, by its fields; null when it is not said whole. */
export function addedChange(params: SearchParams): WhatIfChange | null {
  const duties = [params.duty ?? []]
    .flat()
    .map((dutyId) => ({ dutyId, minutesPerDay: first(params.minutes) || "60" }));
  const given = {
    assistantId: first(params.assistant),
    from: first(params.from),
    likeExecutiveId: first(params.likeExecutive),
    tier: first(params.tier),
    primaryAssistantId: first(params.primary),
    likeAssistantId: first(params.likeAssistant),
    weekday: first(params.weekday),
    absenceId: first(params.absence),
    poolId: first(params.lender),
    dutyId: first(params.trainedDuty),
    level: first(params.level),
  };
  const fields = Object.entries(given).filter(([, value]) => value !== "");
  const kind = first(params.add);
  const parsed = WhatIfChange.safeParse({
    kind,
    ...Object.fromEntries(fields),
    ...(kind === "executive_joins" && { duties }),
  });
  return parsed.success ? parsed.data : null;
}

/** A change as one word of an address. */
export function writeChange(change: WhatIfChange): string {
  switch (change.kind) {
    case "resigns":
      return `resigns:${change.assistantId}:${change.from}`;
    case "executive_joins": {
      const duties = change.duties.map(
        (duty) => `${duty.dutyId}.${duty.minutesPerDay}.${duty.minProficiency}`,
      );
      const { likeExecutiveId, tier, primaryAssistantId, from } = change;
      return [
        "executive_joins",
        likeExecutiveId,
        tier ?? "",
        primaryAssistantId ?? "",
        duties.join(","),
        ...(from ? [from] : []),
      ].join(":");
    }
    case "assistant_joins":
      return ["assistant_joins", change.likeAssistantId, ...(change.from ? [change.from] : [])].join(":");
    case "no_cover":
      return `no_cover:${change.weekday}`;
    case "leave_approved":
      return `leave_approved:${change.absenceId}`;
    case "pool_lends":
      return `pool_lends:${change.poolId}`;
    case "skill_raised":
      return `skill_raised:${change.assistantId}:${change.dutyId}:${change.level}`;
  }
}

function readChange(text: string): WhatIfChange | null {
  const [kind = "", ...parts] = text.split(":");
  const parsed = WhatIfChange.safeParse({ kind, ...fieldsOf(kind, parts) });
  return parsed.success ? parsed.data : null;
}

function fieldsOf(kind: string, [one = "", two = "", three = "", four = "", five = ""]: string[]) {
  switch (kind) {
    case "resigns":
      return { assistantId: one, from: two };
    case "executive_joins":
      return {
        likeExecutiveId: one,
        ...(two && { tier: two }),
        ...(three && { primaryAssistantId: three }),
        duties: four === "" ? [] : four.split(",").map(dutyOf),
        ...(five && { from: five }),
      };
    case "assistant_joins":
      return { likeAssistantId: one, ...(two && { from: two }) };
    case "no_cover":
      return { weekday: one };
    case "leave_approved":
      return { absenceId: one };
    case "skill_raised":
      return { assistantId: one, dutyId: two, level: three };
    default:
      return { poolId: one };
  }
}

function dutyOf(text: string) {
  const [dutyId, minutesPerDay, minProficiency] = text.split(".");
  return { dutyId, minutesPerDay, ...(minProficiency && { minProficiency }) };
}

/** The people that the changes of a question name. */
export function peopleIn({ changes }: Pick<WhatIfAddress, "changes">): string[] {
  return changes.flatMap((change) => {
    switch (change.kind) {
      case "resigns":
        return [change.assistantId];
      case "executive_joins":
        return [change.likeExecutiveId, ...(change.primaryAssistantId ? [change.primaryAssistantId] : [])];
      case "assistant_joins":
        return [change.likeAssistantId];
      case "skill_raised":
        return [change.assistantId];
      default:
        return [];
    }
  });
}

/** The address of a question, with something changed. */
export function whatIfHref(address: WhatIfAddress, change: Partial<WhatIfAddress> = {}): string {
  const query = new URLSearchParams(whatIfFields({ ...address, ...change })).toString();
  return query ? `${PATH}?${query}` : PATH;
}

/** The address as fields, for forms that keep it. */
export function whatIfFields({ poolId, week, weeks, changes }: WhatIfAddress): [string, string][] {
  return [
    ...(poolId ? [["pool", poolId] as [string, string]] : []),
    ...(week ? [["week", week] as [string, string]] : []),
    ["weeks", String(weeks)],
    ...changes.map((one): [string, string] => ["change", writeChange(one)]),
  ];
}

function first(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}
