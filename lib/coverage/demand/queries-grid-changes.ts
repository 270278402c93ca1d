import "server-only";
import type { OfficeChanges } from "@/lib/coverage/office/queries-changes";
import {
  assistantsNamedBy,
  type ReadExecutive,
  readAssistants,
  readExecutives,
} from "@/lib/coverage/office/queries-people";
import { listExecutiveIds, withLenders } from "@/lib/coverage/office/queries-scope";
import { type OfficeAssistant, type Staffing, servedBy } from "@/lib/coverage/office/rules";
import type { Db } from "@/lib/db";
import { minutesRow, type StaffingGrid, statesRow } from "./rules-grid";

/** With more, reading everybody anew is no slower. */
const MOST_CHANGED = 100;

/** A pool's grid after some people changed: only they, and whom they serve, are read again. Null where all must be. */
export async function withChanges(
  db: Db,
  grid: StaffingGrid,
  poolId: string,
  { isWhole, assistantIds, executiveIds }: Omit<OfficeChanges, "moment">,
): Promise<StaffingGrid | null> {
  if (isWhole || assistantIds.length + executiveIds.length > MOST_CHANGED) return null;
  if (assistantIds.length + executiveIds.length === 0) return grid;
  const touched = new Set([
    ...executiveIds,
    ...assistantIds.flatMap((id) => servedBy(grid.office, id).map((executive) => executive.id)),
    ...(await listServed(db, grid.office, assistantIds)),
  ]);
  if (touched.size > MOST_CHANGED) return null;
  const read = await readTouched(db, grid.office, poolId, [...touched]);
  const executives = await inOrder(db, grid.office, poolId, touched, read);
  const covers = new Map(grid.office.covers);
  for (const id of touched) covers.delete(id);
  for (const one of read) covers.set(one.executive.id, one.covers);
  const staffing = { ...grid.office, executives, covers };
  const gone = namedIn(grid.office, touched);
  const people = await readPeople(db, staffing, poolId, { changed: assistantIds, gone, read });
  const changed = reckoned(grid, { ...staffing, assistants: people.all }, touched, people.fresh);
  const named = [...gone, ...namedIn(changed.office, touched)];
  const { before, assistantIds: earlier } = origins.get(grid) ?? { before: grid, assistantIds: [] };
  origins.set(changed, { before, assistantIds: new Set([...earlier, ...assistantIds, ...named]) });
  return changed;
}

/** The grid before some changes, and whose time they touched. */
export type GridChange = { before: StaffingGrid; assistantIds: ReadonlySet<string> };

const origins = new WeakMap<StaffingGrid, GridChange>();

/** What a grid came from, where it is one that changed, until that is forgotten. */
export function changeOf(grid: StaffingGrid): GridChange | undefined {
  return origins.get(grid);
}

/** Forgets what a grid came from, once all that is worked out has been. */
export function forgetChange(grid: StaffingGrid): void {
  origins.delete(grid);
}

function namedIn({ executives, covers }: Staffing, touched: ReadonlySet<string>): string[] {
  return executives
    .filter(({ id }) => touched.has(id))
    .flatMap(({ id, supports }) => [...supports, ...(covers.get(id) ?? [])].map((one) => one.assistantId));
}

async function listServed(
  db: Db,
  { lending, from, to }: Staffing,
  assistantIds: readonly string[],
): Promise<string[]> {
  return assistantIds.length === 0 ? [] : listExecutiveIds(db, { assistantIds }, lending, { from, to });
}

async function readTouched(
  db: Db,
  { lending, from, to }: Staffing,
  poolId: string,
  only: readonly string[],
): Promise<ReadExecutive[]> {
  const ids = await listExecutiveIds(db, { poolIds: [poolId] }, lending, { from, to, only });
  return readExecutives(db, ids, from, to);
}

/** The executives by name; the database is asked for their order only where somebody came, went or has another name. */
async function inOrder(
  db: Db,
  { executives, lending, from, to }: Staffing,
  poolId: string,
  touched: ReadonlySet<string>,
  read: readonly ReadExecutive[],
): Promise<Staffing["executives"]> {
  const fresh = new Map(read.map(({ executive }) => [executive.id, executive]));
  const before = executives.filter(({ id }) => touched.has(id));
  const isSame = before.length === fresh.size && before.every(({ id, name }) => fresh.get(id)?.name === name);
  if (isSame) return executives.map((executive) => fresh.get(executive.id) ?? executive);
  const all = new Map(executives.filter(({ id }) => !touched.has(id)).map((one) => [one.id, one]));
  for (const [id, executive] of fresh) all.set(id, executive);
  const ids = await listExecutiveIds(db, { poolIds: [poolId] }, lending, { from, to });
  return ids.flatMap((id) => all.get(id) ?? []);
}

/** Everybody the executives name and everybody of the pools, by id; and of them those who are not as they were. */
async function readPeople(
  db: Db,
  { assistants, executives, covers, lending, from, to }: Staffing,
  poolId: string,
  {
    changed,
    gone,
    read,
  }: { changed: readonly string[]; gone: readonly string[]; read: readonly ReadExecutive[] },
): Promise<{ all: Staffing["assistants"]; fresh: OfficeAssistant[] }> {
  const strangers = [...assistantsNamedBy(read)].filter((id) => !assistants.has(id));
  const pools = new Set(withLenders([poolId], lending));
  const isOfPool = (id: string) => pools.has(assistants.get(id)?.poolId ?? "");
  if (changed.length + strangers.length === 0 && gone.every(isOfPool)) return { all: assistants, fresh: [] };
  const fresh = await readAssistants(db, [...new Set([...changed, ...strangers])], from, to);
  const named = assistantsNamedBy(
    executives.map((executive) => ({ executive, covers: [...(covers.get(executive.id) ?? [])] })),
  );
  const people = new Map(assistants);
  for (const id of changed) people.delete(id);
  for (const assistant of fresh) people.set(assistant.id, assistant);
  const belongs = (one: OfficeAssistant) => pools.has(one.poolId) || named.has(one.id);
  const all = [...people.values()].filter(belongs).sort((a, b) => (a.id < b.id ? -1 : 1));
  return { all: new Map(all.map((one) => [one.id, one])), fresh: fresh.filter(belongs) };
}

function reckoned(
  grid: StaffingGrid,
  office: Staffing,
  touched: ReadonlySet<string>,
  fresh: readonly OfficeAssistant[],
): StaffingGrid {
  const { halfDays } = grid;
  const isSame = office.assistants === grid.office.assistants;
  const atWork = isSame
    ? grid.atWork
    : new Map([
        ...[...grid.atWork].filter(([id]) => office.assistants.has(id)),
        ...fresh.map((assistant) => [assistant.id, minutesRow(office, assistant, halfDays)] as const),
      ]);
  const rows = new Map([...grid.rows].filter(([id]) => !touched.has(id)));
  for (const executive of office.executives)
    if (touched.has(executive.id)) rows.set(executive.id, statesRow({ office, halfDays, atWork }, executive));
  return { office, halfDays, atWork, rows };
}
