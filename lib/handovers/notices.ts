import { IdFact, publicText } from "@/lib/facts";
import { declareNotice, declareNotices, type NoticeIcon, RangeFact } from "@/lib/notices/schema";

const PARAMS = { handoverId: IdFact, executive: publicText("name of a person"), range: RangeFact };

/** Tells some of a handover's people what became of it. A notice names the executive and the days, never what is written. */
export async function tellOfHandovers(
  tx: Ctx | SystemCtx,
  kind: HandoverNotice["kind"],
  handoverIds: readonly string[],
  told: readonly Told[],
): Promise<void> {
  if (handoverIds.length === 0) return;
  const rows = await tx.db.handover.findMany({
    where: { id: { in: [...handoverIds] } },
    select: {
      id: true,
      fromOn: true,
      fromPart: true,
      toOn: true,
      toPart: true,
      owner: { select: { userId: true } },
      coverAssistant: { select: { userId: true } },
      executive: {
        select: {
          user: { select: { name: true } },
          pool: { select: { managers: { select: { userId: true } } } },
        },
      },
    },
    orderBy: { id: "asc" },
  });
  for (const { executive, ...row } of rows) {
    const people = {
      cover: row.coverAssistant ? [row.coverAssistant.userId] : [],
      owner: row.owner ? [row.owner.userId] : [],
      managers: executive.pool.managers.map((manager) => manager.userId),
    };
    await notify(
      tx,
      told.flatMap((who) => people[who]),
      {
        kind,
        params: {
          handoverId: row.id,
          executive: executive.user.name,
          range: {
            from: dayFromDate(row.fromOn),
            fromPart: row.fromPart,
            to: dayFromDate(row.toOn),
            toPart: row.toPart,
          },
        },
      },
    );
  }
}

function forManagersToo(icon: NoticeIcon = "handover") {
  const audience = { assistant: toAssistant, manager: toManager };
  return declareNotice({ params: PARAMS, audience, urgency: "now", icon, ...DELIVERY });
}

/** What is told of a handover: for whom and when, never what is written in it. */
export const handoverNotice = declareNotices({
  handover_drafted: forAssistants(),
  handover_ready: forAssistants(),
  handover_acknowledged: forAssistants(),
  handover_question: forManagersToo(),
  handover_answered: forAssistants(),
  handover_handed_back: forAssistants(),
  access_not_granted: forManagersToo("access"),
  access_not_withdrawn: forManagersToo("access"),
});

export type HandoverNoticeKind = keyof typeof handoverNotice.declared;
