import "server-only";
import { renameAccounts, writeInvitedAccounts } from "@/lib/accounts/service-rows";
import type { Manager } from "@/lib/actor";
import type { WrittenAssistant } from "@/lib/assistants/service-rows";
import type { Ctx } from "@/lib/context";
import type { WrittenExecutive } from "@/lib/executives/service-rows";
import { isChange, type OfficePlan, type PersonWish, type Planned } from "@/lib/imports/plan/rules";

type Ids = ReadonlyMap<string, string>;

/** Invites the new accounts and corrects names; answers every account's id by its address. */
export async function writeAccounts(tx: Ctx<Manager>, plan: OfficePlan, known: Ids): Promise<Ids> {
  const invited = await writeInvitedAccounts(tx, plan.newAccounts);
  await renameAccounts(tx, plan.renamed);
  return new Map([...known, ...invited]);
}

/** The assistants a plan makes or changes; hours that the file does not correct stay as they are. */
export function assistantRowsOf(plan: OfficePlan, userIds: Ids, poolIds: Ids): WrittenAssistant[] {
  return toWrite(plan.assistants).map(({ known, columns, wanted: { email, record } }) => {
    const { pool, site, phone, seniority, ftePercent, hiredOn, leavesOn, hours, skills, languages } = record;
    return {
      known,
      userId: idOf(userIds, email),
      fields: { poolId: idOf(poolIds, pool), site, phone, seniority, ftePercent, hiredOn, leavesOn },
      hours: known === null || columns.includes("working_days") ? hours : null,
      skills,
      languages,
    };
  });
}

/** The executives a plan makes or changes. */
export function executiveRowsOf(plan: OfficePlan, userIds: Ids, poolIds: Ids): WrittenExecutive[] {
  return toWrite(plan.executives).map(({ known, wanted: { email, record } }) => {
    const { pool, title, department, tier, site, phone, onsite, leavesOn, duties, languages } = record;
    return {
      known,
      userId: idOf(userIds, email),
      fields: { poolId: idOf(poolIds, pool), title, department, tier, site, phone, onsite, leavesOn },
      duties,
      languages,
    };
  });
}

function toWrite<T>(planned: readonly Planned<PersonWish<T>>[]): Planned<PersonWish<T>>[] {
  return planned.filter((one) => one.known === null || isChange(one));
}

function idOf(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error("an import wants to write about somebody it has not made");
  return id;
}
