import "server-only";
import type { Manager } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import { canManagePool } from "@/lib/pools/policy";
import type { SkillMatrixInput, SkillMatrixView } from "./schema";

const PEOPLE_PER_PAGE = 60;

type DutyRow = SkillMatrixView["duties"][number];
type PersonRow = SkillMatrixView["people"][number] & { total: number };

/** The levels of a pool's people, by name, in every duty that its executives ask for or somebody holds. */
export async function getSkillMatrix(
  ctx: Ctx<Manager>,
  { poolId, page }: SkillMatrixInput,
): Promise<SkillMatrixView> {
  if (!canManagePool(ctx.actor, poolId)) throw new NotFoundError("pool");
  const [duties, people] = await Promise.all([listNeeds(ctx, poolId), listPeople(ctx, poolId, page)]);
  const total = people[0]?.total ?? 0;
  return {
    duties,
    people: people.map(({ total: _, ...person }) => person),
    total,
    nextPage: page * PEOPLE_PER_PAGE < total ? page + 1 : null,
  };
}

const MOST_PAGES = 50;

/** The same of everybody of the pool, for a file. */
export async function listWholeMatrix(
  ctx: Ctx<Manager>,
  poolId: string,
): Promise<Pick<SkillMatrixView, "duties" | "people">> {
  const first = await getSkillMatrix(ctx, { poolId, page: 1 });
  const people = [...first.people];
  for (let page = first.nextPage; page && page <= MOST_PAGES; ) {
    const next = await getSkillMatrix(ctx, { poolId, page });
    people.push(...next.people);
    page = next.nextPage;
  }
  return { duties: first.duties, people };
}

/** What executives of the pool ask for on the day it is there, and how many of its people hold that. */
function listNeeds({ db, now }: Ctx, poolId: string): Promise<DutyRow[]> {
  return db.$queryRaw`
    WITH today AS (SELECT (${now}::timestamptz AT TIME ZONE time_zone)::date AS day FROM pools WHERE id = ${poolId}::uuid),
    held AS (
      SELECT k.duty_id, k.proficiency, u.name FROM assistant_skills k JOIN assistants a ON a.id = k.assistant_id
      JOIN users u ON u.id = a.user_id, today
      WHERE a.pool_id = ${poolId}::uuid AND (a.leaves_on IS NULL OR a.leaves_on >= today.day)),
    asked AS (
      SELECT r.duty_id, max(r.min_proficiency) AS needed, count(*) AS executives
      FROM duty_requirements r JOIN executives e ON e.id = r.executive_id, today
      WHERE e.pool_id = ${poolId}::uuid AND (e.leaves_on IS NULL OR e.leaves_on >= today.day)
        AND r.cover_level <> 'defer' AND r.minutes_per_day > 0
      GROUP BY r.duty_id)
    SELECT d.id AS "dutyId", asked.needed::int, coalesce(asked.executives, 0)::int AS executives, able.count::int AS able,
      CASE WHEN able.count = 1 THEN able.name END AS only
    FROM duties d LEFT JOIN asked ON asked.duty_id = d.id,
      LATERAL (SELECT count(*), min(h.name) AS name FROM held h
        WHERE h.duty_id = d.id AND h.proficiency >= coalesce(asked.needed, 1)) able
    WHERE asked.duty_id IS NOT NULL OR EXISTS (SELECT FROM held h WHERE h.duty_id = d.id)
    ORDER BY d.sort_order, d.id`;
}

function listPeople({ db, now }: Ctx, poolId: string, page: number): Promise<PersonRow[]> {
  return db.$queryRaw`
    SELECT a.id, u.name, count(*) OVER ()::int AS total,
      (SELECT coalesce(json_object_agg(k.duty_id, k.proficiency), '{}') FROM assistant_skills k
        WHERE k.assistant_id = a.id) AS levels
    FROM assistants a JOIN users u ON u.id = a.user_id JOIN pools p ON p.id = a.pool_id
    WHERE a.pool_id = ${poolId}::uuid
      AND (a.leaves_on IS NULL OR a.leaves_on >= (${now}::timestamptz AT TIME ZONE p.time_zone)::date)
    ORDER BY lower(u.name), a.id LIMIT ${PEOPLE_PER_PAGE} OFFSET ${(page - 1) * PEOPLE_PER_PAGE}`;
}
