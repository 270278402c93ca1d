import "server-only";
import type { Ctx, SystemCtx } from "@/lib/context";
import { queueMails } from "@/lib/mail/service";
import { listRecipients } from "@/lib/notices/queries-recipients";
import { deliveryFor } from "@/lib/notices/rules-delivery";
import { dayOfColumn, dayToDate } from "@/lib/time/day";
import type { EnrolmentRow } from "@/lib/training/enrolments/queries-rows";
import { trainingNotice } from "@/lib/training/notices";
import type { SessionDate } from "@/lib/training/sessions/rules";
import { entryChanges } from "./rules";

type Seat = Pick<EnrolmentRow, "id" | "assistant">;

/**
 * Brings the calendar of who has a seat to its dates, none where the seat is given back: one mail for each date that is new or
 * differs. Whoever did it, its person is written to: their calendar does not know what they pressed. Those who
 * switched these mails off get none, and their entries stay what they would say.
 */
export async function tellCalendar(
  tx: Ctx | SystemCtx,
  { id: enrolmentId, assistant: { userId } }: Seat,
  dates: readonly SessionDate[],
  isAnew = false,
): Promise<void> {
  const rows = await tx.db.trainingEntry.findMany({
    where: { enrolmentId },
    select: { position: true, on: true, startMinute: true, endMinute: true, isCancelled: true },
    orderBy: { position: "asc" },
  });
  const known = new Map(rows.map(({ position, on, ...row }) => [position, { ...row, on: dayOfColumn(on) }]));
  const changes = entryChanges(known, dates, isAnew);
  const wanted = changes.length > 0 && (await wantsEntries(tx, userId)) ? changes : [];
  const mails = await queueMails(
    tx,
    wanted.map(() => ({ userId, kind: "training_entry" as const })),
  );
  for (const [i, { position, date, isCancelled }] of changes.entries()) {
    const { startMinute, endMinute } = date;
    const data = { on: dayToDate(date.on), startMinute, endMinute, isCancelled };
    const told = { changedAt: tx.now, mailId: mails[i]?.id ?? null };
    await tx.db.trainingEntry.upsert({
      where: { enrolmentId_position: { enrolmentId, position } },
      create: { enrolmentId, position, ...data, ...told },
      update: { ...data, ...told, sequence: { increment: 1 } },
      select: { id: true },
    });
  }
}

async function wantsEntries(tx: Ctx | SystemCtx, userId: string): Promise<boolean> {
  const [recipient] = await listRecipients(tx, [userId]);
  const rule = trainingNotice.declared.training_entry;
  return deliveryFor(rule, recipient?.chosen.training_entry) !== "off";
}
