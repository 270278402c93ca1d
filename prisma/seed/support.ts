import type { Ctx } from "@/lib/context";
import { fitFor, ineligibilities } from "@/lib/coverage/candidates/rules-eligibility";
import { loadOffice } from "@/lib/coverage/office/queries";
import { addDays, type Day, dayToDate, laterDay } from "@/lib/time/day";
import type { DemoAssistant, DemoExecutive, DemoPool, DutyMix } from "./demo-office";
import { demoId, drawFor } from "./draw";
import { assistantId, executiveId, hiredOn, leavesOn, poolId } from "./people";

type Support = {
  executive: string;
  assistant: string;
  role: "primary" | "backup" | "shared";
  rank?: number;
  dutyIds?: string[];
  from: Day;
  to?: Day | null;
};

/** Shared executives whose sharer is the primary of some duties: each of the two stands in for the other. */
const SPLIT: Partial<Record<DutyMix, { own: string[]; sharer: string[] }>> = {
  people: { own: ["prescreening", "calendar", "meetings", "messages"], sharer: ["expenses"] },
};

const EARLIER_WEEKS = 104;
const BACKUP_WEEKS = 54;

/** Names each executive's own assistants, past and coming, and the pairings that must not or should not be. */
export async function writeOwnSupport(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const supports = pools.flatMap((pool) =>
    pool.assistants.flatMap((assistant) =>
      assistant.executives.flatMap((executive) => ownSupport(pool, assistant, executive, monday)),
    ),
  );
  await write(ctx, supports);
  await ctx.db.pairingRestriction.createMany({
    data: pools.flatMap((pool) =>
      pool.restrictions.map(({ assistant, executive, kind }) => ({
        id: demoId("restriction", `${assistant} ${executive}`),
        assistantId: assistantId(assistant),
        executiveId: executiveId(executive),
        kind,
        reviewOn: dayToDate(addDays(monday, 60)),
      })),
    ),
  });
}

function ownSupport(
  pool: DemoPool,
  assistant: DemoAssistant,
  supported: DemoExecutive,
  monday: Day,
): Support[] {
  const hired = hiredOn(assistant, monday);
  const last = leavesOn(assistant, monday);
  const sharer = pool.assistants.find((other) => other.name === supported.sharedWith);
  const executive = supported.name;
  const former: Support[] = assistant.after
    ? [
        {
          executive,
          assistant: assistant.after,
          role: "primary",
          from: addDays(monday, -7 * EARLIER_WEEKS),
          to: addDays(hired, -1),
        },
      ]
    : [];
  const split = supported.thenWith ? undefined : SPLIT[supported.duties];
  if (sharer && split) {
    const from = laterDay(hired, hiredOn(sharer, monday));
    const before = { executive, assistant: assistant.name, role: "primary" as const, from: hired };
    const pair = [
      { name: assistant.name, primary: split.own, shared: split.sharer },
      { name: sharer.name, primary: split.sharer, shared: split.own },
    ];
    return [
      ...former,
      ...(hired < from ? [{ ...before, to: addDays(from, -1) }] : []),
      ...pair.flatMap(({ name, primary, shared }) => [
        { executive, assistant: name, role: "primary" as const, dutyIds: [...primary].sort(), from },
        { executive, assistant: name, role: "shared" as const, dutyIds: [...shared].sort(), from },
      ]),
    ];
  }
  return [
    ...former,
    {
      executive,
      assistant: assistant.name,
      role: "primary",
      from: hired,
      to: supported.thenWith && last ? last : null,
    },
    ...(supported.thenWith && last
      ? [{ executive, assistant: supported.thenWith, role: "primary" as const, from: addDays(last, 1) }]
      : []),
    ...(sharer
      ? [
          {
            executive,
            assistant: sharer.name,
            role: "shared" as const,
            from: laterDay(hired, hiredOn(sharer, monday)),
          },
        ]
      : []),
  ];
}

/** Names one or two backups for most executives, among those the rules would let cover. */
export async function writeBackups(ctx: Ctx, pools: readonly DemoPool[], monday: Day): Promise<void> {
  const from = addDays(monday, -7 * BACKUP_WEEKS);
  const office = await loadOffice(ctx.db, { poolIds: pools.map(poolId) }, from, addDays(monday, 41));
  const named = pools.flatMap((pool) => pool.promised).map((p) => `${p.assistant} ${p.executive}`);
  const backups = office.executives.flatMap((executive) => {
    const draw = drawFor(`backups ${executive.name}`);
    const wanted = draw.pick([0, 1, 1, 1, 2, 2, 2]);
    return [...office.assistants.values()]
      .filter((assistant) => !executive.supports.some((s) => s.assistantId === assistant.id && s.to === null))
      .filter((assistant) => assistant.leavesOn === null)
      .filter((assistant) => ineligibilities(office, assistant, executive, monday).length === 0)
      .map((assistant) => {
        const isPromised = named.includes(`${assistant.name} ${executive.name}`);
        const fit = fitFor(office, assistant, executive, monday).total + draw.between(0, 12);
        return { assistant, isPromised, fit: isPromised ? 1000 : fit };
      })
      .sort((a, b) => b.fit - a.fit)
      .filter(({ isPromised }, i) => isPromised || i < wanted)
      .map(({ assistant }, i) => ({
        executive: executive.name,
        assistant: assistant.name,
        role: "backup" as const,
        rank: i + 1,
        from: executive.supports
          .flatMap((s) => (s.assistantId === assistant.id && s.to ? [addDays(s.to, 1)] : []))
          .reduce(laterDay, laterDay(assistant.hiredOn ?? from, from)),
      }));
  });
  await write(ctx, backups);
}

async function write({ db, now }: Ctx, supports: Support[]): Promise<void> {
  await db.supportAssignment.createMany({
    data: supports.map(({ executive, assistant, role, rank, dutyIds, from, to }) => ({
      id: demoId("support", `${executive} ${assistant} ${role} ${from}`),
      executiveId: executiveId(executive),
      assistantId: assistantId(assistant),
      role,
      rank: rank ?? 1,
      dutyIds: dutyIds ?? [],
      fromOn: dayToDate(from),
      toOn: to ? dayToDate(to) : null,
      createdAt: new Date(Math.min(now.getTime(), dayToDate(from).getTime())),
    })),
  });
}
