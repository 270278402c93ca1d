import "server-only";
import { HOURS, WORK_HOURS } from "@/lib/assistants/queries-hours";
import { CEFR_LEVELS, type CefrLevel } from "@/lib/assistants/schema";
import { halfDaysCovered } from "@/lib/covers/queries-history";
import type { Db } from "@/lib/db";
import { groupedBy } from "@/lib/groups";
import { restrictionsInForce } from "@/lib/matching/queries";
import { addDays, type Day } from "@/lib/time/day";
import { Prisma } from "@/prisma/generated/client/client";
import {
  capacityOf,
  type MatchedAssistant,
  type MatchedExecutive,
  type MatchedPair,
  STRANGERS,
  withoutObjected,
} from "./rules-facts";

/** Whom to read of a pool; everybody of a kind that is left out. */
export type MatchedScope = { executiveIds?: readonly string[]; assistantIds?: readonly string[] };

/** Whom an assistant supports as their own on a day, and how many minutes a week of it are theirs. */
export type OwnShareOfWeek = {
  assistantId: string;
  executiveId: string;
  isPrimary: boolean;
  /** For all duties of the executive. */
  isWhole: boolean;
  minutes: number;
};

/** All that fits in a pool are worked out from on a day. */
export type MatchedPool = {
  assistants: readonly (MatchedAssistant & { load: number; capacity: number })[];
  executives: readonly MatchedExecutive[];
  own: readonly OwnShareOfWeek[];
  pairOf: (assistantId: string, executiveId: string) => MatchedPair;
};

const KNOWN_DAYS = 365;

/** Reads what fits in a pool are worked out from on a day, in as many statements for one person as for a thousand. */
export async function readMatchedPool(
  db: Db,
  poolId: string,
  on: Day,
  scope: MatchedScope = {},
): Promise<MatchedPool> {
  const assistants = await readMatchedAssistants(db, poolId, on, scope.assistantIds);
  const own = await readOwnShares(db, poolId, on);
  const ownOf = groupedBy(own, ({ assistantId }) => assistantId);
  const people = assistants.map((assistant) => ({
    ...assistant,
    load: (ownOf.get(assistant.id) ?? []).reduce((sum, one) => sum + one.minutes, 0),
    capacity: capacityOf(assistant.hours, on),
  }));
  return forExecutives(db, { assistants: people, own }, poolId, on, scope.executiveIds);
}

/** The same people with other executives of the pool. */
export async function forExecutives(
  db: Db,
  { assistants, own }: Pick<MatchedPool, "assistants" | "own">,
  poolId: string,
  on: Day,
  executiveIds: readonly string[] | undefined,
): Promise<MatchedPool> {
  const executives = await readMatchedExecutives(db, poolId, on, executiveIds);
  const pairs = await readPairs(
    db,
    executives.map(({ id }) => id),
    on,
  );
  const minutes = new Map(own.map((one) => [`${one.assistantId} ${one.executiveId}`, one.minutes]));
  return {
    ...{ assistants, executives, own },
    pairOf: (assistantId, executiveId) => {
      const key = `${assistantId} ${executiveId}`;
      return { ...STRANGERS, ...pairs.get(key), ownMinutes: minutes.get(key) ?? 0 };
    },
  };
}

type ExecutiveRow = Omit<MatchedExecutive, "languages"> & {
  languages: { language: string; level: CefrLevel | null }[];
};

async function readMatchedExecutives(
  db: Db,
  poolId: string,
  on: Day,
  ids: readonly string[] | undefined,
): Promise<MatchedExecutive[]> {
  const rows = await db.$queryRaw<ExecutiveRow[]>`
    SELECT e.id, u.name, e.title, e.site, e.onsite AS "isOnsite", e.tier,
      (SELECT ${HOURS} FROM support_hours p WHERE p.executive_id = e.id) AS hours,
      (SELECT coalesce(json_agg(json_build_object('dutyId', r.duty_id, 'minutes', r.minutes_per_day,
          'needed', r.min_proficiency) ORDER BY r.duty_id), '[]')
        FROM duty_requirements r WHERE r.executive_id = e.id AND r.minutes_per_day > 0) AS duties,
      (SELECT coalesce(json_agg(json_build_object('language', l.language, 'level', l.level) ORDER BY l.language), '[]')
        FROM executive_languages l WHERE l.executive_id = e.id) AS languages,
      (SELECT coalesce(json_agg(json_build_object('styleId', a.work_style_id, 'asked', a.level,
          'importance', round(w.importance * 100)::int) ORDER BY w.sort_order), '[]')
        FROM asked_work_styles a JOIN work_styles w ON w.id = a.work_style_id WHERE a.executive_id = e.id) AS styles,
      (SELECT years FROM asked_experience x WHERE x.executive_id = e.id) AS "yearsAsked"
    FROM executives e JOIN users u ON u.id = e.user_id
    WHERE e.pool_id = ${poolId}::uuid AND (e.leaves_on IS NULL OR e.leaves_on >= ${on}::date)
      ${ids ? Prisma.sql`AND e.id = ANY(${[...ids]}::uuid[])` : Prisma.empty}
    ORDER BY e.id`;
  return rows.map(({ languages, ...row }) => ({
    ...row,
    languages: languages.map(({ language, level }) => ({ language, needed: level ? rankOf(level) : 1 })),
  }));
}

type AssistantRow = Omit<MatchedAssistant, "skills" | "languages" | "styles" | "leftOut"> & {
  skills: [string, number][];
  languages: [string, CefrLevel][];
  styles: [string, number][];
  objected: string[];
};

/** Styles count once the person has read how matching works and has rated themselves. */
async function readMatchedAssistants(
  db: Db,
  poolId: string,
  on: Day,
  ids: readonly string[] | undefined,
): Promise<MatchedAssistant[]> {
  const rows = await db.$queryRaw<AssistantRow[]>`
    SELECT s.id, u.name, s.site, s.hired_on::text AS "hiredOn", s.leaves_on::text AS "leavesOn",
      (SELECT ${WORK_HOURS} FROM working_patterns p WHERE p.assistant_id = s.id) AS hours,
      (SELECT coalesce(json_agg(json_build_array(k.duty_id, k.proficiency)), '[]') FROM assistant_skills k
        WHERE k.assistant_id = s.id) AS skills,
      (SELECT coalesce(json_agg(json_build_array(l.language, l.level)), '[]') FROM assistant_languages l
        WHERE l.assistant_id = s.id) AS languages,
      (SELECT coalesce(json_agg(json_build_array(w.work_style_id,
          (w.self_rating + coalesce(w.manager_rating, w.self_rating)) / 2.0)), '[]')
        FROM assistant_work_styles w JOIN matching_notices n ON n.assistant_id = w.assistant_id
        WHERE w.assistant_id = s.id AND w.self_rating IS NOT NULL AND n.acknowledged_at IS NOT NULL) AS styles,
      (SELECT years FROM held_experience x WHERE x.assistant_id = s.id) AS years,
      (SELECT coalesce(json_agg(r.rating ORDER BY r.at, r.rating), '[]') FROM (
        SELECT rating, rated_at AS at FROM outcome_ratings WHERE assistant_id = s.id
        UNION ALL SELECT rating, said_at FROM trial_check_ins WHERE assistant_id = s.id
      ) r WHERE r.at >= ${addDays(on, -KNOWN_DAYS)}::date) AS ratings,
      (SELECT coalesce(json_agg(o.figure), '[]') FROM figure_objections o
        WHERE o.assistant_id = s.id AND o.answered_at IS NULL) AS objected
    FROM assistants s JOIN users u ON u.id = s.user_id
    WHERE s.pool_id = ${poolId}::uuid AND (s.leaves_on IS NULL OR s.leaves_on >= ${addDays(on, -1)}::date)
      ${ids ? Prisma.sql`AND s.id = ANY(${[...ids]}::uuid[])` : Prisma.empty}
    ORDER BY s.id`;
  return rows.map(({ skills, languages, styles, objected, ...row }) =>
    withoutObjected(
      {
        ...row,
        skills: new Map(skills),
        languages: new Map(languages.map(([language, level]) => [language, rankOf(level)])),
        styles: new Map(styles),
        leftOut: new Set(),
      },
      objected,
    ),
  );
}

function rankOf(level: CefrLevel): number {
  return CEFR_LEVELS.indexOf(level) + 1;
}

/** Own support of the pool's assistants on a day. Who share a duty have an even part of it each; without hours an executive has five days. */
function readOwnShares(db: Db, poolId: string, on: Day): Promise<OwnShareOfWeek[]> {
  return db.$queryRaw`
    WITH own AS (
      SELECT executive_id, assistant_id, duty_ids, role FROM support_assignments
      WHERE role <> 'backup' AND from_on <= ${on}::date AND (to_on IS NULL OR to_on >= ${on}::date)
    ), shares AS (
      SELECT o.executive_id, o.assistant_id,
        r.minutes_per_day::numeric / count(*) OVER (PARTITION BY r.executive_id, r.duty_id) AS minutes
      FROM own o JOIN duty_requirements r ON r.executive_id = o.executive_id
        AND (cardinality(o.duty_ids) = 0 OR r.duty_id = ANY(o.duty_ids))
    ), days AS (
      SELECT executive_id, count(DISTINCT weekday) FILTER (WHERE valid_from <= ${on}::date
        AND (valid_to IS NULL OR valid_to >= ${on}::date)) AS days
      FROM support_hours GROUP BY executive_id
    ), minutes AS (
      SELECT executive_id, assistant_id, sum(minutes) AS minutes FROM shares GROUP BY executive_id, assistant_id
    )
    SELECT o.assistant_id AS "assistantId", o.executive_id AS "executiveId", bool_or(o.role = 'primary') AS "isPrimary",
      bool_or(cardinality(o.duty_ids) = 0) AS "isWhole",
      coalesce(round(max(m.minutes) * coalesce(max(d.days), 5)), 0)::int AS minutes
    FROM own o JOIN assistants s ON s.id = o.assistant_id AND s.pool_id = ${poolId}::uuid
    LEFT JOIN minutes m ON m.executive_id = o.executive_id AND m.assistant_id = o.assistant_id
    LEFT JOIN days d ON d.executive_id = o.executive_id
    GROUP BY o.assistant_id, o.executive_id
    ORDER BY o.executive_id, o.assistant_id`;
}

type PairFacts = Pick<MatchedPair, "hasBeenPrimary" | "isKeptApart" | "wishes">;

/** What pairs of some executives have behind them; who is in none of it is a stranger. */
async function readPairs(
  db: Db,
  executiveIds: readonly string[],
  on: Day,
): Promise<Map<string, Partial<MatchedPair>>> {
  const ids = [...executiveIds];
  const rows = await db.$queryRaw<(PairFacts & { pair: string })[]>`
    WITH facts AS (
      SELECT assistant_id, executive_id, true AS was_primary, false AS is_apart, NULL::int AS wish
        FROM support_assignments
        WHERE executive_id = ANY(${ids}::uuid[]) AND role = 'primary' AND from_on < ${on}::date
      UNION ALL SELECT assistant_id, executive_id, false, true, NULL FROM pairing_restrictions
        WHERE executive_id = ANY(${ids}::uuid[]) AND kind = 'hard' AND ${restrictionsInForce(on)}
      UNION ALL SELECT assistant_id, executive_id, false, false, (wish = 'gladly')::int FROM pairing_wishes
        WHERE executive_id = ANY(${ids}::uuid[])
    )
    SELECT assistant_id || ' ' || executive_id AS pair, bool_or(was_primary) AS "hasBeenPrimary",
      bool_or(is_apart) AS "isKeptApart",
      coalesce(json_agg(wish ORDER BY wish) FILTER (WHERE wish IS NOT NULL), '[]') AS wishes
    FROM facts GROUP BY assistant_id, executive_id`;
  const pairs = new Map<string, Partial<MatchedPair>>(rows.map(({ pair, ...facts }) => [pair, facts]));
  for (const [pair, halfDays] of await halfDaysCovered(db, ids, on))
    pairs.set(pair, { ...pairs.get(pair), halfDaysCovered: halfDays });
  return pairs;
}
