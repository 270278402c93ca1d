import "server-only";
import { blackoutsIn } from "@/lib/absences/requests/queries-checks";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { readFree, readOfficeGrid } from "@/lib/coverage/demand/queries-grid";
import type { CoverChoice } from "@/lib/coverage/leave-cover/rules-choices";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import { ok, type Result, refuse } from "@/lib/result";
import { type Day, dayToDate } from "@/lib/time/day";
import { dayIn } from "@/lib/time/zone";
import type { Split } from "@/lib/training/cohort/result";
import { requireCourse } from "@/lib/training/courses/queries";
import { LIVE_ENROLMENT } from "@/lib/training/enrolments/rules-statuses";
import { splitInWorker } from "@/lib/training/worker/split";
import { type AskedCohort, askCohort, bookedCoverOf, sessionTimes } from "./rules";
import type { ProposeSplitsInput, SplitsView, SplitView } from "./schema";

const BUDGET_MS = 12_000;
const SEED = 1;

type SplitsRefusal = "due_before_today" | "room_too_short" | "nobody_to_place";

/**
 * Splits the people of a pool into sessions of a course that leave nobody open, up to three of them, with why fewer sessions are
 * impossible. Nothing is written.
 */
export async function proposeSplits(
  ctx: Ctx<Manager>,
  input: ProposeSplitsInput,
  signal?: AbortSignal,
): Promise<Result<SplitsView, SplitsRefusal>> {
  const { poolId, from, to, courseId, seats, ...room } = input;
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const course = await requireCourse(ctx, courseId);
  const { timeZone } = await ctx.db.pool.findUniqueOrThrow({
    where: { id: poolId },
    select: { timeZone: true },
  });
  if (from <= dayIn(timeZone, ctx.now)) return refuse("due_before_today", { path: "from" });
  const hard = (await blackoutsIn(ctx, poolId, { from, to })).filter(({ kind }) => kind === "hard");
  const isBarred = (on: Day) => hard.some((one) => one.from <= on && on <= one.to);
  const times = sessionTimes(from, to, room, course.minutes).filter(({ on }) => !isBarred(on));
  if (times.length === 0)
    return refuse("room_too_short", { path: "endMinute", details: { minutes: course.minutes } });
  const people = await listToPlace(ctx, input);
  if (people.length === 0) return refuse("nobody_to_place");
  const grid = await readOfficeGrid(ctx, poolId, from, to);
  const memberIds = people.map(({ id }) => id);
  const asked = askCohort(grid, await readFree(ctx, grid), { poolId, memberIds, times, seats });
  const result = await splitInWorker(asked.problem, { seed: SEED, budget: { ms: BUDGET_MS } }, signal);
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const executiveOf = new Map(grid.office.executives.map(({ id, name }) => [id, name]));
  const person = (id: string) => ({ id, name: nameOf.get(id) ?? "" });
  return ok({
    people: people.length,
    sessionsAtLeast: result.sessionsAtLeast,
    mostAtOnce: Math.max(0, ...result.bounds.map(({ most }) => most)),
    splits: differing(result.splits).map((split) => viewOf(asked, split, person)),
    unplaceable: result.unplaceable.map(({ id, window, open }) => ({
      ...person(id),
      on: asked.times.get(window ?? "")?.on ?? null,
      executives: [
        ...new Set(
          open.flatMap((piece) => executiveOf.get(asked.pieces.get(piece)?.executiveId ?? "") ?? []),
        ),
      ],
    })),
  });
}

/** Of splits that are the same the first. */
function differing(splits: readonly Split[]): Split[] {
  const seen = new Set<string>();
  return splits.filter(({ sessions, covers }) => {
    const key = JSON.stringify([sessions, covers]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function listToPlace(
  { db }: Ctx,
  { poolId, courseId, assistantIds, from, to }: ProposeSplitsInput,
): Promise<{ id: string; name: string }[]> {
  const rows = await db.assistant.findMany({
    where: {
      poolId,
      ...(assistantIds && { id: { in: assistantIds } }),
      enrolments: { none: { courseId, status: { in: [...LIVE_ENROLMENT, "attended"] } } },
      AND: [
        { OR: [{ leavesOn: null }, { leavesOn: { gte: dayToDate(from) } }] },
        { OR: [{ hiredOn: null }, { hiredOn: { lte: dayToDate(to) } }] },
      ],
    },
    select: { id: true, user: { select: { name: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
    take: 200,
  });
  return rows.map(({ id, user }) => ({ id, name: user.name }));
}

/** A split with each cover beside the person whom it lets go: the last of a piece's own people in their order. */
function viewOf(
  { problem, times, pieces }: AskedCohort,
  { kind, isProven, sessions, covers, unplaced }: Split,
  person: (id: string) => { id: string; name: string },
): SplitView {
  const pieceOf = new Map(problem.pieces.map((piece) => [piece.id, piece]));
  const order = sessions.flatMap(({ people }) => people);
  const coversOf = new Map<string, CoverChoice[]>();
  let coverMinutes = 0;
  for (const { piece: id, by } of covers) {
    const [piece, asked] = [pieceOf.get(id), pieces.get(id)];
    if (!piece || !asked) continue;
    coverMinutes += piece.minutes;
    const last = [...piece.own].sort((a, b) => order.indexOf(a) - order.indexOf(b)).at(-1) ?? "";
    coversOf.set(last, [...(coversOf.get(last) ?? []), bookedCoverOf(asked, by)]);
  }
  return {
    ...{ kind, isProven, coverMinutes },
    sessions: sessions.flatMap(({ window, people }) => {
      const time = times.get(window);
      if (!time) return [];
      return [{ ...time, people: people.map((id) => ({ ...person(id), covers: coversOf.get(id) ?? [] })) }];
    }),
    unplaced: unplaced.map(person),
  };
}
