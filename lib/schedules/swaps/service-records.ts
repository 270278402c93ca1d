import "server-only";
import type { Person } from "@/lib/actor";
import { audit } from "@/lib/audit";
import type { AuditEntry } from "@/lib/audit-catalogue";
import type { Ctx, SystemCtx } from "@/lib/context";
import { notify } from "@/lib/notices/service-notify";
import { managersOf } from "@/lib/pools/queries-managers";
import { scheduleAudit } from "@/lib/schedules/audit";
import { hoursNoticeRange, scheduleNotice } from "@/lib/schedules/notices";
import { readShiftRequest, type ShiftRequestFacts } from "./queries";

export type ShiftRequestAction =
  | "shift_request.asked"
  | "shift_request.offered"
  | "shift_request.accepted"
  | "shift_request.declined"
  | "shift_request.approved"
  | "shift_request.denied"
  | "shift_request.cancelled"
  | "shift_request.expired";

/** The audit row of what was done with a request: in which pool, about which day, and whom it names. */
export function entryOfRequest(
  action: ShiftRequestAction,
  { id, poolId, shift, withShift }: ShiftRequestFacts,
  assistantId: string | null,
): AuditEntry {
  const days = [shift.on, withShift?.on ?? shift.on].sort();
  const [from, to] = [days[0] ?? shift.on, days.at(-1) ?? shift.on];
  return scheduleAudit(action, id, { poolId, assistantId, from, to });
}

/** Writes the same of a request that was just written. */
export async function auditOfRequest(
  tx: Ctx<Person>,
  action: ShiftRequestAction,
  id: string,
  assistantId: string | null,
): Promise<void> {
  const request = await readShiftRequest(tx, id);
  if (request) await audit(tx, entryOfRequest(action, request, assistantId));
}

export type RequestOutcome = "denied" | "cancelled" | "expired";

/** Tells everybody whom a request concerned that it came to nothing: its owner, who accepted, who was asked; and managers where it waited for them. */
export async function tellOfEnd(
  tx: Ctx | SystemCtx,
  request: ShiftRequestFacts,
  outcome: RequestOutcome,
): Promise<void> {
  const { id: requestId, poolId, status, owner, taker, answers, shift } = request;
  const concerned = [owner, taker, ...answers.filter(({ answer }) => answer !== "declined")];
  const users = concerned.flatMap((person) => person?.userId ?? []);
  const managers = status === "pending_approval" && outcome !== "denied" ? await managersOf(tx, poolId) : [];
  const name = (owner ?? taker ?? answers[0])?.name ?? "";
  const params = { requestId, poolId, name, outcome, range: hoursNoticeRange(shift) };
  await notify(tx, scheduleNotice("shift_request_ended", [...users, ...managers], params));
}

/** Tells the people of an approved request what they now work. */
export async function tellOfApproval(
  tx: Ctx<Person>,
  request: ShiftRequestFacts,
  takerId: string,
): Promise<void> {
  const { id: requestId, poolId, owner, answers, shift, withShift } = request;
  const taker = answers.find(({ id }) => id === takerId);
  const managers = request.kind === "ask" ? await managersOf(tx, poolId) : [];
  const common = { requestId, poolId };
  const told = (
    userId: string | undefined,
    params: { name: string; outcome: "given" | "received" | "swapped" | "taken" },
    of: typeof shift,
  ) =>
    userId
      ? [
          scheduleNotice("shift_request_ended", [userId], {
            ...common,
            ...params,
            range: hoursNoticeRange(of),
          }),
        ]
      : [];
  const names = { owner: owner?.name ?? "", taker: taker?.name ?? "" };
  const others = answers.filter(({ id, answer }) => id !== takerId && answer === "accepted");
  await notify(
    tx,
    ...(withShift
      ? [
          ...told(owner?.userId, { name: names.taker, outcome: "swapped" }, withShift),
          ...told(taker?.userId, { name: names.owner, outcome: "swapped" }, shift),
        ]
      : [
          ...told(owner?.userId, { name: names.taker, outcome: "given" }, shift),
          ...told(taker?.userId, { name: names.owner, outcome: "received" }, shift),
          ...managers.flatMap((userId) => told(userId, { name: names.taker, outcome: "taken" }, shift)),
        ]),
    ...others.flatMap(({ userId }) => [
      scheduleNotice("shift_request_ended", [userId], {
        ...common,
        name: names.taker,
        outcome: "denied" as const,
        range: hoursNoticeRange(shift),
      }),
    ]),
  );
}
