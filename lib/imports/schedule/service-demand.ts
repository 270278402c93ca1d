import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { listDemand } from "@/lib/schedules/setup/queries";
import { CreateDemandInput, type DemandView } from "@/lib/schedules/setup/schema";
import { changeDemand, createDemand } from "@/lib/schedules/setup/service";
import type { KnownSchedule } from "./queries";
import { makeOutcome, type RowsOutcome } from "./rules-outcome";
import type { DemandRow } from "./rules-rows";

/** Adds the needs of a file. One with the same role, days and hours has the number of people and the last day of the file. */
export async function applyDemand(
  tx: Ctx<Manager>,
  { pools, roles }: KnownSchedule,
  rows: readonly DemandRow[],
): Promise<RowsOutcome> {
  const { outcome, count, fault } = makeOutcome("demand");
  const byPool = new Map<string, Map<string, DemandView>>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    const poolId = pools.get(row.pool.toLowerCase())?.id;
    const role = roles.get(row.role.toLowerCase());
    if (!poolId) {
      fault(row.line, "pool_elsewhere", { column: "pool", value: row.pool });
      continue;
    }
    if (!role) {
      fault(row.line, "unknown_role", { column: "role", value: row.role });
      continue;
    }
    const known = byPool.get(poolId) ?? (await knownNeeds(tx, poolId));
    byPool.set(poolId, known);
    const key = keyOf({ ...row, roleId: role.id });
    const first = seen.get(`${poolId} ${key}`);
    if (first !== undefined) {
      fault(row.line, "row_twice", { column: "role", value: row.role }, { line: first });
      continue;
    }
    seen.set(`${poolId} ${key}`, row.line);
    const need = known.get(key);
    if (need && need.headcount === row.headcount && need.validTo === row.to) {
      count("unchanged");
      continue;
    }
    const answer = need
      ? await changeDemand(tx, changeOf(need, row))
      : await createDemand(tx, newOf(row, poolId, role.id));
    if (answer.ok) count(need ? "updated" : "created");
    else fault(row.line, "to_before_from", { column: "to", value: row.to ?? "" });
  }
  return outcome;
}

async function knownNeeds(tx: Ctx<Manager>, poolId: string): Promise<Map<string, DemandView>> {
  const needs = await listDemand(tx, poolId);
  return new Map(needs.map((need) => [keyOf({ ...need, from: need.validFrom }), need]));
}

type Keyed = Pick<DemandView, "roleId" | "weekday" | "startMinute" | "endMinute"> & {
  on: string | null;
  from: string | null;
};

/** What a need is known by; without a first day it counts from the beginning. */
function keyOf({ roleId, weekday, on, startMinute, endMinute, from }: Keyed): string {
  return [roleId, weekday ?? on, startMinute, endMinute, from ?? BEGINNING].join(" ");
}

const BEGINNING = "2000-01-01";

function changeOf({ id, version, startMinute, endMinute }: DemandView, { headcount, to }: DemandRow) {
  return { id, version, startMinute, endMinute, headcount, validTo: to };
}

function newOf(
  { weekday, on, startMinute, endMinute, headcount, from, to }: DemandRow,
  poolId: string,
  roleId: string,
) {
  return CreateDemandInput.parse({
    ...{ poolId, roleId, weekday, on, startMinute, endMinute, headcount, validTo: to },
    ...(from && { validFrom: from }),
  });
}
