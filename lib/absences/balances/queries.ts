import "server-only";
import { canSeeAbsence } from "@/lib/absences/deciders/policy";
import { getActingFor } from "@/lib/absences/deciders/queries";
import { listLeavePeople, requireLeavePerson } from "@/lib/absences/deciders/queries-people";
import { writtenAmount } from "@/lib/absences/requests/rules";
import { listLeaveTypes } from "@/lib/absences/settings/queries";
import type { LeaveTypeView } from "@/lib/absences/settings/schema-leave";
import type { Assistant, Manager, Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { type Cursor, pageOf } from "@/lib/cursor";
import { NotFoundError, WrongRoleError } from "@/lib/errors";
import { inOrderOf, listMembers } from "@/lib/pools/queries-members";
import type { Day } from "@/lib/time/day";
import { dayIn, daysOnEarth } from "@/lib/time/zone";
import { ledgerKey, loadLedgers } from "./queries-ledgers";
import { type Balance, balanceOn, type Ledger, yearOf } from "./rules";
import type { BalanceView, ListBalancesInput } from "./schema";

function balanceView({ id, measure }: LeaveTypeView, ledger: Ledger, on: Day): BalanceView {
  const { year, on: _, carriedOverUntil, ...amounts } = balanceOn(ledger, on);
  const written = Object.fromEntries(
    Object.entries(amounts).map(([key, kept]) => [key, writtenAmount(kept, measure)]),
  ) as Omit<Balance, "year" | "on" | "carriedOverUntil">;
  return { type: id, measure, year, on, carriedOverUntil, ...written };
}

async function countedTypes(ctx: Ctx): Promise<LeaveTypeView[]> {
  return (await listLeaveTypes(ctx)).filter((type) => type.countsAgainstAllowance && !type.isRetired);
}

/** How each type of leave stands on a day, for oneself or for an assistant one decides for. */
export async function listBalances(ctx: Ctx<Person>, input: ListBalancesInput): Promise<BalanceView[]> {
  const assistantId = input.assistantId ?? ctx.actor.assistant?.id;
  if (!assistantId) throw new WrongRoleError();
  const person = await requireLeavePerson(ctx, assistantId);
  if (!canSeeAbsence(ctx.actor, person.owner, await getActingFor(ctx))) throw new NotFoundError("assistant");
  const types = await countedTypes(ctx);
  const on = input.on ?? dayIn(person.pool.timeZone, ctx.now);
  const ledgers = await loadLedgers(ctx, [person], types, { year: yearOf(on) });
  return types.flatMap((type) => {
    const ledger = ledgers.get(ledgerKey(person.id, type.id));
    return ledger ? [balanceView(type, ledger, on)] : [];
  });
}

/** One's own balances today. */
export function listOwnBalances(ctx: Ctx<Assistant>): Promise<BalanceView[]> {
  return listBalances(ctx, {});
}

type PersonBalances = { assistantId: string; name: string; balances: BalanceView[] };
type PoolBalancesInput = { poolId?: string; q?: string; cursor?: Cursor; limit: number };

/** The balances of the people of the manager's pools today, by name, in a bounded number of queries. */
export async function listPoolBalances(
  ctx: Ctx<Manager>,
  input: PoolBalancesInput,
): Promise<{ items: PersonBalances[]; nextCursor: string | null }> {
  const members = await listMembers(ctx, "assistants", { ...input, show: "current" });
  const people = await listLeavePeople(
    ctx,
    members.map((member) => member.id),
  );
  const types = await countedTypes(ctx);
  const ledgers = await loadLedgers(ctx, people, types, { year: yearOf(daysOnEarth(ctx.now).from) });
  return pageOf(
    inOrderOf(members, people),
    input.limit,
    ({ member }) => ({ key: member.key, id: member.userId }),
    ({ row: person }) => ({
      assistantId: person.id,
      name: person.name,
      balances: types.flatMap((type) => {
        const ledger = ledgers.get(ledgerKey(person.id, type.id));
        return ledger ? [balanceView(type, ledger, dayIn(person.pool.timeZone, ctx.now))] : [];
      }),
    }),
  );
}
