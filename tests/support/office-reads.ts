import { asAssistant, asExecutive, asManager, getPerson } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { getBoard } from "@/lib/coverage/board/queries";
import { BoardInput } from "@/lib/coverage/board/schema";
import { getExecutiveSupport } from "@/lib/coverage/serving/queries-support";
import { getAssistantWeek } from "@/lib/coverage/serving/queries-week";
import type { createDb } from "@/lib/db";
import { day } from "@/lib/time/day";
import { isoWeekOf } from "@/lib/time/iso-week";
import { MONDAY_MORNING } from "./contexts";
import { WEEK } from "./offices/coverage";

type Db = ReturnType<typeof createDb>;

/** What everybody reads of an office in week 34 of 2026, one line for each fact, so that two readings can be compared. */
export async function readOffice(db: Db): Promise<Record<string, string[]>> {
  const users = await db.user.findMany({ orderBy: { email: "asc" } });
  const people = await Promise.all(users.map((user) => getPerson(db, user.id, MONDAY_MORNING)));
  const read: Record<string, string[]> = {};
  for (const person of people) {
    if (!person) continue;
    const name = users.find((user) => user.id === person.userId)?.name ?? "";
    const ctx = { db, now: MONDAY_MORNING };
    const [manager, assistant, executive] = [asManager(person), asAssistant(person), asExecutive(person)];
    if (manager && manager.managedPoolIds.length > 0)
      read[`board of ${name}`] = await boardLines({ ...ctx, actor: manager });
    if (assistant) read[`week of ${name}`] = await weekLines({ ...ctx, actor: assistant });
    if (executive) read[`support of ${name}`] = await supportLines({ ...ctx, actor: executive });
  }
  return read;
}

async function boardLines(ctx: Ctx<NonNullable<ReturnType<typeof asManager>>>): Promise<string[]> {
  const [poolId = ""] = ctx.actor.managedPoolIds;
  const board = await getBoard(ctx, BoardInput.parse({ poolId, ...WEEK }));
  const nameOf = (id: string | null) => board.assistants.find((one) => one.id === id)?.name ?? "nobody";
  const slots = board.executives.flatMap(({ name, slots }) =>
    slots.map(({ on, part, status, assistantId, pinned, isOffered, pieces }) => {
      const parts = pieces.map((piece) => partText(piece, nameOf(piece.assistantId)));
      const flags = [pinned ? "pinned" : "", isOffered ? "offered" : ""];
      return words(name, on, part, status, nameOf(assistantId), ...flags, ...parts);
    }),
  );
  return [`${board.gaps} gaps`, ...slots];
}

async function weekLines(ctx: Ctx<NonNullable<ReturnType<typeof asAssistant>>>): Promise<string[]> {
  const { days } = await getAssistantWeek(ctx, { week: isoWeekOf(day(WEEK.from)) });
  return days.flatMap(({ on, parts }) =>
    parts.flatMap(({ part, state, executives, coveredByOthers }) => [
      words(on, part, state),
      ...executives.map((one) =>
        words(on, part, one.kind, String(one.minutes), one.coverFor ?? "", partText(one, one.name)),
      ),
      ...coveredByOthers.map((one) =>
        words(on, part, "by", one.coveredBy ?? "nobody", partText(one, one.name)),
      ),
    ]),
  );
}

async function supportLines(ctx: Ctx<NonNullable<ReturnType<typeof asExecutive>>>): Promise<string[]> {
  const { days } = await getExecutiveSupport(ctx, { days: 7 });
  return days.flatMap(({ on, parts }) =>
    parts.map(({ part, status, assistantName, pieces }) =>
      words(
        on,
        part,
        status,
        assistantName ?? "nobody",
        ...pieces.map((piece) => partText(piece, piece.assistantName ?? "nobody")),
      ),
    ),
  );
}

type Part = { window: { startMinute: number; endMinute: number } | null; dutyIds: readonly string[] };

function partText({ window, dutyIds }: Part, name: string): string {
  const hours = window ? `${window.startMinute}-${window.endMinute}` : "";
  return `(${words(name, hours, ...dutyIds)})`;
}

function words(...parts: string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}
