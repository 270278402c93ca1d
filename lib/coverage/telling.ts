import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { notify } from "@/lib/notices/notice";
import { rangeOfIndexes } from "@/lib/time/half-day";
import { stretchOf } from "./office";
import { differenceOf } from "./rules/cuts";

/** Tells assistants what they cover now and no longer, and executives who covers for them, when some covers take the place of others. */
export async function tellOfChange(tx: Ctx<Manager>, goneIds: string[], liveIds: string[]): Promise<void> {
  const rows = await tx.db.coverageAssignment.findMany({
    where: { id: { in: [...goneIds, ...liveIds] } },
    include: {
      assistant: { select: { userId: true, user: { select: { name: true } } } },
      executive: { select: { userId: true, user: { select: { name: true } } } },
    },
    orderBy: { id: "asc" },
  });
  const people = new Map(
    rows.flatMap((row) => [
      [row.assistantId, { userId: row.assistant.userId, name: row.assistant.user.name }],
      [row.executiveId, { userId: row.executive.userId, name: row.executive.user.name }],
    ]),
  );
  const held = rows.map(({ id, executiveId, assistantId, offerExpiresAt, answeredAt, status, ...row }) => ({
    id,
    executiveId,
    assistantId,
    offeredUntil: status === "confirmed" || answeredAt ? null : offerExpiresAt,
    ...stretchOf(row),
  }));
  const before = held.filter((cover) => goneIds.includes(cover.id));
  const after = held.filter((cover) => liveIds.includes(cover.id));
  const { given, taken, open } = differenceOf(
    before.filter((cover) => !cover.offeredUntil),
    after.filter((cover) => !cover.offeredUntil),
  );
  const offers = differenceOf(
    before.filter((cover) => cover.offeredUntil),
    after.filter((cover) => cover.offeredUntil),
  );
  const tell = (personId: string, content: Parameters<typeof notify>[2]) => {
    const person = people.get(personId);
    return person ? notify(tx, [person.userId], content) : undefined;
  };
  const nameOf = (id: string) => people.get(id)?.name ?? "";
  for (const { executiveId, assistantId, first, last } of given) {
    const range = rangeOfIndexes(first, last);
    await tell(assistantId, { kind: "cover_assigned", params: { executive: nameOf(executiveId), range } });
    await tell(executiveId, { kind: "support_changed", params: { range, assistant: nameOf(assistantId) } });
  }
  for (const { executiveId, assistantId, first, last } of taken) {
    const params = { executive: nameOf(executiveId), range: rangeOfIndexes(first, last) };
    await tell(assistantId, { kind: "cover_released", params });
  }
  for (const { executiveId, assistantId, first, last } of offers.given) {
    const until = after.find(
      (cover) => cover.executiveId === executiveId && cover.first <= first && last <= cover.last,
    )?.offeredUntil;
    const params = {
      executive: nameOf(executiveId),
      range: rangeOfIndexes(first, last),
      until: (until ?? tx.now).toISOString(),
    };
    await tell(assistantId, { kind: "cover_offered", params });
  }
  for (const { executiveId, assistantId, first, last } of offers.taken) {
    const params = { executive: nameOf(executiveId), range: rangeOfIndexes(first, last) };
    await tell(assistantId, { kind: "offer_withdrawn", params });
  }
  for (const { executiveId, first, last } of open) {
    const params = { range: rangeOfIndexes(first, last), assistant: null };
    await tell(executiveId, { kind: "support_changed", params });
  }
}
