import { type Refusal, refuse } from "@/lib/result";

/** The tables whose rows have a status that only moves change. */
export type MovedTable =
  | "absences"
  | "applications"
  | "cases"
  | "coverage_assignments"
  | "coverage_plans"
  | "enrolments"
  | "handovers"
  | "interviews"
  | "job_offers"
  | "letters"
  | "mentorships"
  | "office_meetings"
  | "requisitions"
  | "shift_requests"
  | "support_requests"
  | "arrangements"
  | "learning_options"
  | "training_sessions"
  | "trial_pairings";

/** What the audit log calls a row of each of them. */
export const AUDITED_AS: Readonly<Record<MovedTable, string>> = {
  absences: "absence",
  arrangements: "arrangement",
  learning_options: "learning_option",
  applications: "application",
  cases: "case",
  coverage_assignments: "coverage_assignment",
  coverage_plans: "coverage_plan",
  enrolments: "enrolment",
  handovers: "handover",
  interviews: "interview",
  job_offers: "job_offer",
  letters: "letter",
  mentorships: "mentorship",
  office_meetings: "meeting",
  requisitions: "requisition",
  shift_requests: "shift_request",
  support_requests: "support_request",
  training_sessions: "training_session",
  trial_pairings: "trial",
};

/** From which statuses a move leads, and where to; null where it changes the row and keeps its status. */
type Move<S extends string> = { from: readonly S[]; to: S | null };

/** Every legal move of a table's rows; the trigger in the database knows the same ones. */
export type MoveTable<S extends string, M extends string> = {
  table: MovedTable;
  statuses: readonly S[];
  moves: Readonly<Record<M, Move<S>>>;
};

/** A row with a status, as it was read. */
export type Movable<S extends string = string> = { status: S; version: number };

export type MoveRefusal = "not_possible_now" | "changed_since_read";

/** Names the moves of a table: what is not named is not possible. */
export function defineMoves<const S extends string, M extends string>(
  table: MovedTable,
  statuses: readonly S[],
  moves: Record<M, Move<NoInfer<S>>>,
): MoveTable<S, M> {
  return { table, statuses, moves };
}

/** The status a move leads to, or null where it is not possible from the present one. */
export function statusAfter<S extends string, M extends string>(
  { moves }: MoveTable<S, M>,
  status: S,
  move: M,
): S | null {
  const { from, to } = moves[move];
  return from.includes(status) ? (to ?? status) : null;
}

/** The status a move leads to, for a caller that has checked already; an impossible one is a fault of the program. */
export function requireStatusAfter<S extends string, M extends string>(
  table: MoveTable<S, M>,
  status: S,
  move: M,
): S {
  const following = statusAfter(table, status, move);
  if (following === null) throw new Error(`${table.table}: ${move} is not possible from ${status}`);
  return following;
}

/** The moves possible from a status, among those asked for. */
export function movesFrom<S extends string, M extends string, A extends M>(
  table: MoveTable<S, M>,
  status: S,
  among: readonly A[],
): A[] {
  return among.filter((move) => statusAfter(table, status, move) !== null);
}

/** True when some move leads from one status to another. */
export function isLegal<S extends string>(table: MoveTable<S, string>, from: S, to: S): boolean {
  return legalPairs(table).some((pair) => pair.from === from && pair.to === to);
}

/** Each pair of different statuses that some move leads between, once. */
export function legalPairs<S extends string>({ moves }: MoveTable<S, string>): { from: S; to: S }[] {
  const pairs = new Map<string, { from: S; to: S }>();
  for (const move of Object.values<Move<S>>(moves))
    for (const from of move.from)
      if (move.to !== null && move.to !== from) pairs.set(`${from} ${move.to}`, { from, to: move.to });
  return [...pairs.values()];
}

/** Why a move is refused: the status does not allow it, or the row is no longer the version that was read. */
export function refusalOfMove<S extends string, M extends string>(
  table: MoveTable<S, M>,
  { status, version }: Movable<S>,
  move: M,
  readVersion: number,
): Refusal<MoveRefusal> | null {
  const details = { status, version };
  if (statusAfter(table, status, move) === null) return refuse("not_possible_now", { details });
  return readVersion === version ? null : refuse("changed_since_read", { details });
}
