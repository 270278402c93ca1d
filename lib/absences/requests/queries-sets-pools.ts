import "server-only";
import { touching } from "@/lib/absences/balances/queries-ledgers";
import type { Ctx } from "@/lib/context";
import { groupedBy } from "@/lib/groups";
import { type Refusal, refuse } from "@/lib/result";
import { dayOfColumn, earlierDay, laterDay } from "@/lib/time/day";
import { mostAtOnce, type Stretch } from "@/lib/time/stretch";
import { stretchOfColumns } from "@/lib/time/stretch-columns";
import { BOOKED_STATUSES } from "./rules-statuses";

/** The days on which no leave is granted in some pools. */
export async function listHardBlackouts(ctx: Ctx, poolIds: string[]) {
  const rows = await ctx.db.blackoutPeriod.findMany({
    where: { poolId: { in: poolIds }, kind: "hard" },
    orderBy: [{ fromOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ poolId, name, fromOn, toOn }) => ({
    poolId,
    name,
    from: dayOfColumn(fromOn),
    to: dayOfColumn(toOn),
  }));
}

type Grouped = {
  person: { id: string };
  stretch: Stretch;
  leave: { known: { id: string } | null };
};

/** The leave by which more of a group would be away than may, each beside those before it; the groups are locked. */
export async function refusalsOfGroups<D extends Grouped>(
  ctx: Ctx,
  drafts: readonly D[],
): Promise<Map<D, Refusal<"group_away">>> {
  const refusals = new Map<D, Refusal<"group_away">>();
  const [first] = drafts;
  if (!first) return refusals;
  const groups = await lockedGroupsOf(ctx, [...new Set(drafts.map(({ person }) => person.id))]);
  if (groups.length === 0) return refusals;
  const from = drafts.map(({ stretch }) => stretch.from).reduce(earlierDay);
  const to = drafts.map(({ stretch }) => stretch.to).reduce(laterDay);
  const members = groups.flatMap((group) => group.members.map(({ assistantId }) => assistantId));
  const changed = new Set(drafts.flatMap(({ leave }) => leave.known?.id ?? []));
  const rows = await ctx.db.absence.findMany({
    where: {
      assistantId: { in: [...new Set(members)] },
      status: { in: [...BOOKED_STATUSES] },
      ...touching({ ...first.stretch, from, to }),
    },
  });
  const standing = rows.filter(({ id }) => !changed.has(id));
  const awayOf = new Map(
    [...groupedBy(standing, (row) => row.assistantId)].map(([id, some]) => [id, some.map(stretchOfColumns)]),
  );
  for (const draft of drafts) {
    const { person, stretch } = draft;
    const crowded = groups.find(({ members, mostAway }) => {
      const others = members.filter(({ assistantId }) => assistantId !== person.id);
      if (others.length === members.length) return false;
      return (
        mostAtOnce(
          others.flatMap(({ assistantId }) => awayOf.get(assistantId) ?? []),
          stretch,
        ) >= mostAway
      );
    });
    if (crowded)
      refusals.set(draft, refuse("group_away", { path: "from", details: { group: crowded.name } }));
    else awayOf.set(person.id, [...(awayOf.get(person.id) ?? []), stretch]);
  }
  return refusals;
}

async function lockedGroupsOf(ctx: Ctx, assistantIds: string[]) {
  await ctx.db.$queryRaw`
    SELECT id FROM apart_groups WHERE id IN
      (SELECT group_id FROM apart_group_members WHERE assistant_id = ANY(${assistantIds}::uuid[]))
    ORDER BY id FOR NO KEY UPDATE`;
  return ctx.db.apartGroup.findMany({
    where: { members: { some: { assistantId: { in: assistantIds } } } },
    select: { name: true, mostAway: true, members: { select: { assistantId: true } } },
    orderBy: { name: "asc" },
  });
}
