import "server-only";
import type { Ctx } from "@/lib/context";
import { Prisma } from "@/prisma/generated/client/client";
import type { SupportRequestView } from "../schema";
import { excerptOf, hitsIn } from "./rules";

/** So many requests hold a frequent word that reading the latest one after another soon finds a page of them. */
const FREQUENT = 1_000;

/** What was typed as PostgreSQL searches for it, and the requests found: all of them, or as many as make it frequent. */
async function searchFor({ db }: Pick<Ctx, "db">, typed: string): Promise<{ search: string; ids: string[] }> {
  const [row] = await db.$queryRaw<{ search: string; ids: string[] }[]>`
    SELECT coalesce(standby_request_search(${typed})::text, '') AS search,
      to_json(ARRAY(SELECT standby_found_requests(${typed}, ${FREQUENT}))) AS ids`;
  return row ?? { search: "", ids: [] };
}

/**
 * True where each typed word begins a word of the request, the row `r`, is of its stem or begins the name of its type. Nobody
 * finds a confidential request by words they may not read, and no executive what is internal.
 */
export async function isFoundByWords(ctx: Ctx, typed: string): Promise<Prisma.Sql> {
  const { userId, executive, assistant } = ctx.actor;
  const { search, ids } = await searchFor(ctx, typed);
  const hasWords = (column: Prisma.Sql) =>
    Prisma.sql`EXISTS (SELECT FROM request_words w WHERE w.request_id = r.id AND ${column} @@ ${search}::tsquery)`;
  const isOwn = Prisma.sql`r.executive_id IS NOT DISTINCT FROM ${executive?.id ?? null}::uuid`;
  const isFound =
    ids.length < FREQUENT ? Prisma.sql`r.id = ANY(${ids}::uuid[])` : hasWords(Prisma.sql`w.everything`);
  return Prisma.sql`${isFound}
    AND (NOT ${isOwn} OR ${hasWords(Prisma.sql`w.shared`)})
    AND (NOT r.confidential OR ${isOwn}
      OR r.assignee_id = ${assistant?.id ?? null}::uuid OR r.created_by_id = ${userId}::uuid)`;
}

const MOST_TEXTS = 500;
const LONGEST_TEXT = 4_000;

/** Where else than in its summary each of some found requests holds what was typed, by its id: a piece of details, comment or caller. */
export async function listExcerpts(
  { db, actor }: Ctx,
  found: readonly Pick<SupportRequestView, "id" | "summary">[],
  typed: string,
): Promise<Map<string, string>> {
  const ids = found
    .filter(({ summary }) => summary !== "" && hitsIn(summary, typed).length === 0)
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const rows = await db.$queryRaw<{ id: string; texts: string[] }[]>`
    SELECT id, json_agg(text ORDER BY place) AS texts FROM (
      SELECT r.id, t.text, t.place FROM support_requests r CROSS JOIN LATERAL (
        SELECT r.details AS text, '-infinity'::timestamptz AS place
        UNION ALL SELECT concat_ws(', ', m.caller, nullif(m.company, ''), nullif(m.number_text, '')), '-infinity'
          FROM phone_messages m WHERE m.request_id = r.id
        UNION ALL SELECT value, '-infinity' FROM jsonb_each_text(r.fields)
        UNION ALL SELECT left(c.text, ${LONGEST_TEXT}), c.created_at FROM request_comments c WHERE c.request_id = r.id
          AND (NOT c.is_internal OR r.executive_id IS DISTINCT FROM ${actor.executive?.id ?? null}::uuid)) t
      WHERE r.id = ANY(${ids}::uuid[]) AND t.text <> '' ORDER BY t.place LIMIT ${MOST_TEXTS}) texts
    GROUP BY id`;
  return new Map(
    rows.flatMap(({ id, texts }) => {
      const excerpt = excerptOf(texts, typed);
      return excerpt === null ? [] : [[id, excerpt] as const];
    }),
  );
}
