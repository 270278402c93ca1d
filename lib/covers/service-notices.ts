import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import type { NoticeToSend } from "@/lib/notices/schema";
import { notify } from "@/lib/notices/service-notify";
import { spanOfColumns } from "@/lib/time/stretch-columns";
import { coverNotice } from "./notices";
import { isUnansweredOffer } from "./rules";
import { differenceOf, type PersonHolding } from "./rules-cuts";
import { extentWords } from "./rules-extent";

/**
 * Tells assistants what they cover now and no longer, executives who covers for them, and managers whose people another
 * pool borrows, when some covers take the place of others. `back` is the own assistant who is there again, where that is
 * why covers end.
 */
export async function notifyCoverChange(
  tx: Ctx | SystemCtx,
  goneIds: readonly string[],
  liveIds: readonly string[],
  back: string | null = null,
): Promise<void> {
  const rows = await readParties(tx, [...goneIds, ...liveIds]);
  const covers = rows.map((row) => ({ ...row, ...spanOfColumns(row) }));
  const before = covers.filter((cover) => goneIds.includes(cover.id));
  const after = covers.filter((cover) => liveIds.includes(cover.id));
  const byExecutive = new Map(rows.map((row) => [row.executiveId, row.executive]));
  const byAssistant = new Map(rows.map((row) => [row.assistantId, row.assistant]));
  const dutiesOf = (executiveId: string) =>
    byExecutive.get(executiveId)?.dutyRequirements.map(({ dutyId }) => dutyId) ?? [];
  const isAgreed = (cover: PartiesRow) => !isUnansweredOffer(cover);
  const agreed = differenceOf(before.filter(isAgreed), after.filter(isAgreed), dutiesOf);
  const offers = differenceOf(before.filter(isUnansweredOffer), after.filter(isUnansweredOffer), dutiesOf);
  const noticesOf = (
    holdings: PersonHolding[],
    write: (parties: Parties) => NoticeToSend[],
  ): NoticeToSend[] =>
    holdings.flatMap(({ executiveId, assistantId, ...extent }) => {
      const executive = byExecutive.get(executiveId);
      const assistant = byAssistant.get(assistantId);
      if (!executive || !assistant) return [];
      const { dutyIds, ...range } = extentWords(extent);
      return write({ assistant, executive, range, duties: dutyIds ? { dutyIds } : {} });
    });
  await notify(
    tx,
    ...noticesOf(agreed.given, givenNotices),
    ...noticesOf(agreed.taken, takenNotices),
    ...noticesOf(agreed.open, (parties) => openNotices(parties, back)),
    ...offers.given.flatMap((one) =>
      noticesOf([one], (parties) => offerNotices(parties, offerOf(after, one))),
    ),
    ...noticesOf(offers.taken, withdrawnNotices),
  );
}

function readParties(tx: Ctx | SystemCtx, ids: string[]) {
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

type PartiesRow = Awaited<ReturnType<typeof readParties>>[number];
type Parties = Pick<PartiesRow, "assistant" | "executive"> & {
  range: Omit<ReturnType<typeof extentWords>, "dutyIds">;
  /** The duties, where they are not all. */
  duties: { dutyIds?: string[] };
};

type OfferRow = PersonHolding & Pick<PartiesRow, "id" | "offerExpiresAt">;

/** The offer that a person holds at an executive, where it is one: several can't be answered by one notice. */
function offerOf(
  offers: readonly OfferRow[],
  { executiveId, assistantId }: PersonHolding,
): { coverId?: string; until: string } {
  const own = offers.filter((one) => one.executiveId === executiveId && one.assistantId === assistantId);
  const until = (own[0]?.offerExpiresAt ?? new Date(0)).toISOString();
  return { ...(own.length === 1 && own[0] && { coverId: own[0].id }), until };
}

function givenNotices({ assistant, executive, range, duties }: Parties): NoticeToSend[] {
  const isLent = assistant.poolId !== executive.poolId;
  const names = { assistant: assistant.user.name, executive: executive.user.name };
  const lenders = isLent ? assistant.pool.managers.map((manager) => manager.userId) : [];
  return [
    coverNotice("cover_assigned", [assistant.userId], { executive: names.executive, range, ...duties }),
    coverNotice("support_changed", [executive.userId], { range, assistant: names.assistant, ...duties }),
    coverNotice("assistant_lent", lenders, { ...names, pool: executive.pool.name, range }),
  ];
}

function takenNotices({ assistant, executive, range, duties }: Parties): NoticeToSend[] {
  const params = { executive: executive.user.name, range, ...duties };
  return [coverNotice("cover_released", [assistant.userId], params)];
}

function openNotices({ executive, range, duties }: Parties, back: string | null): NoticeToSend[] {
  return [coverNotice("support_changed", [executive.userId], { range, assistant: back, ...duties })];
}

function offerNotices(
  { assistant, executive, range }: Parties,
  offer: { coverId?: string; until: string },
): NoticeToSend[] {
  const params = { executive: executive.user.name, range, ...offer };
  return [coverNotice("cover_offered", [assistant.userId], params)];
}

function withdrawnNotices({ assistant, executive, range }: Parties): NoticeToSend[] {
  return [coverNotice("offer_withdrawn", [assistant.userId], { executive: executive.user.name, range })];
}
