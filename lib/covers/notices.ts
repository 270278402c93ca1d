import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { stretchOf } from "@/lib/coverage/office/queries-rows";
import { notifyAll, type Told } from "@/lib/notices/service-notify";
import { differenceOf, extentWords, type Held } from "./rules-cuts";

/** Tells assistants what they cover now and no longer, executives who covers for them, and managers whose people another pool borrows, when some covers take the place of others. */
export async function tellOfChange(tx: Ctx<Manager>, goneIds: string[], liveIds: string[]): Promise<void> {
  const rows = await readCovers(tx, [...goneIds, ...liveIds]);
  const gone = new Set(goneIds);
  const held = rows.map((row) => ({ ...row, ...stretchOf(row) }));
  const duties = new Map(
    rows.map((row) => [row.executiveId, row.executive.dutyRequirements.map(({ dutyId }) => dutyId)]),
  );
  const live = new Set(liveIds);
  const dutiesOf = (executiveId: string) => duties.get(executiveId) ?? [];
  const before = held.filter((cover) => gone.has(cover.id));
  const after = held.filter((cover) => live.has(cover.id));
  const { given, taken, open } = differenceOf(
    before.filter((cover) => !isOffer(cover)),
    after.filter((cover) => !isOffer(cover)),
    dutiesOf,
  );
  const offers = differenceOf(before.filter(isOffer), after.filter(isOffer), dutiesOf);
  const assistants = new Map(rows.map((row) => [row.assistantId, row.assistant]));
  const executives = new Map(rows.map((row) => [row.executiveId, row.executive]));
  const told = (
    { executiveId, assistantId, ...extent }: Held,
    tell: (parties: Parties) => Told[],
  ): Told[] => {
    const [assistant, executive] = [assistants.get(assistantId), executives.get(executiveId)];
    const { dutyIds, ...range } = extentWords(extent);
    return assistant && executive
      ? tell({ assistant, executive, range, ...(dutyIds ? { dutyIds } : {}) })
      : [];
  };
  await notifyAll(tx, [
    ...given.flatMap((one) => told(one, tellOfCover)),
    ...taken.flatMap((one) => told(one, tellOfRelease)),
    ...open.flatMap((one) => told(one, tellOfGap)),
    ...offers.given.flatMap((one) => told(one, (parties) => tellOfOffer(parties, untilOf(after, one)))),
    ...offers.taken.flatMap((one) => told(one, tellOfWithdrawal)),
  ]);
}

function readCovers(tx: Ctx<Manager>, ids: string[]) {
  return tx.db.coverageAssignment.findMany({
    where: { id: { in: ids } },
    include: {
      assistant: {
        select: {
          userId: true,
          user: { select: { name: true } },
          poolId: true,
          pool: { select: { managers: { select: { userId: true } } } },
        },
      },
      executive: {
        select: {
          userId: true,
          user: { select: { name: true } },
          poolId: true,
          pool: { select: { name: true } },
          dutyRequirements: { select: { dutyId: true } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
}

type CoverRow = Awaited<ReturnType<typeof readCovers>>[number];
type Parties = Pick<CoverRow, "assistant" | "executive"> & {
  range: Omit<ReturnType<typeof extentWords>, "dutyIds">;
  dutyIds?: readonly string[];
};

type Answerable = Pick<CoverRow, "status" | "offerExpiresAt" | "answeredAt">;

/** True for a cover that was asked and never answered, whatever became of it. */
function isOffer({ status, offerExpiresAt, answeredAt }: Answerable): boolean {
  return status !== "confirmed" && answeredAt === null && offerExpiresAt !== null;
}

function untilOf(offers: readonly (Held & Answerable)[], { executiveId, assistantId }: Held): Date {
  const offer = offers.find((one) => one.executiveId === executiveId && one.assistantId === assistantId);
  return offer?.offerExpiresAt ?? new Date(0);
}

function tellOfOffer({ assistant, executive, range }: Parties, until: Date): Told[] {
  const params = { executive: executive.user.name, range, until: until.toISOString() };
  return [{ userId: assistant.userId, kind: "cover_offered", params }];
}

function tellOfWithdrawal({ assistant, executive, range }: Parties): Told[] {
  const params = { executive: executive.user.name, range };
  return [{ userId: assistant.userId, kind: "offer_withdrawn", params }];
}

function tellOfCover({ assistant, executive, range, ...duties }: Parties): Told[] {
  const [name, boss] = [assistant.user.name, executive.user.name];
  const isLent = assistant.poolId !== executive.poolId;
  return [
    { userId: assistant.userId, kind: "cover_assigned", params: { executive: boss, range, ...duties } },
    { userId: executive.userId, kind: "support_changed", params: { range, assistant: name, ...duties } },
    ...(isLent ? assistant.pool.managers : []).map(({ userId }) => ({
      userId,
      kind: "assistant_lent" as const,
      params: { assistant: name, executive: boss, pool: executive.pool.name, range },
    })),
  ];
}

function tellOfRelease({ assistant, executive, range, ...duties }: Parties): Told[] {
  const params = { executive: executive.user.name, range, ...duties };
  return [{ userId: assistant.userId, kind: "cover_released", params }];
}

function tellOfGap({ executive, range, dutyIds }: Parties): Told[] {
  return [
    {
      userId: executive.userId,
      kind: "support_changed",
      params: { range, assistant: null, ...(dutyIds ? { dutyIds } : {}) },
    },
  ];
}
