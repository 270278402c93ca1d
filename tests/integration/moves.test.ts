import { describe, expect, it } from "vitest";
import { ABSENCE_MOVES } from "@/lib/absences/requests/rules";
import { PLAN_MOVES } from "@/lib/coverage/plans/rules-moves";
import { COVER_MOVES } from "@/lib/covers/rules-moves";
import { CASE_MOVES } from "@/lib/disputes/cases/rules";
import { HANDOVER_MOVES } from "@/lib/handovers/rules-moves";
import { APPLICATION_MOVES } from "@/lib/hiring/applications/rules";
import { INTERVIEW_MOVES } from "@/lib/hiring/interviews/rules";
import { JOB_OFFER_MOVES } from "@/lib/hiring/offers/rules";
import { REQUISITION_MOVES } from "@/lib/hiring/requisitions/rules";
import { OFFICE_MEETING_MOVES } from "@/lib/meetings/rules";
import { MENTORSHIP_MOVES } from "@/lib/mentoring/pairs/rules";
import { legalPairs, type MoveTable } from "@/lib/moves/rules";
import { REQUEST_MOVES } from "@/lib/requests/rules";
import { SHIFT_REQUEST_MOVES } from "@/lib/schedules/swaps/rules";
import { ARRANGEMENT_MOVES } from "@/lib/training/arrangements/rules";
import { ENROLMENT_MOVES } from "@/lib/training/enrolments/rules";
import { OPTION_MOVES } from "@/lib/training/options/rules";
import { SESSION_MOVES } from "@/lib/training/sessions/rules";
import { asOwner } from "@/tests/support/database";

const TABLES: MoveTable<string, string>[] = [
  ABSENCE_MOVES,
  CASE_MOVES,
  COVER_MOVES,
  HANDOVER_MOVES,
  PLAN_MOVES,
  REQUEST_MOVES,
  SHIFT_REQUEST_MOVES,
  ENROLMENT_MOVES,
  SESSION_MOVES,
  ARRANGEMENT_MOVES,
  OPTION_MOVES,
  MENTORSHIP_MOVES,
  REQUISITION_MOVES,
  OFFICE_MEETING_MOVES,
  APPLICATION_MOVES,
  INTERVIEW_MOVES,
  JOB_OFFER_MOVES,
];

describe("the legal moves in the database", () => {
  it.each(TABLES.map((table) => [table.table, table] as const))(
    "are those of the program for %s",
    async (name, table) => {
      const { rows } = await asOwner((sql) =>
        sql.query<{ moves: string }>(
          "SELECT encode(tgargs, 'escape') AS moves FROM pg_trigger WHERE tgrelid = $1::regclass AND tgname = $2",
          [name, `${name}_move_on`],
        ),
      );
      const known = rows[0]?.moves.split("\\000").filter((move) => move !== "") ?? [];
      expect(known.sort()).toEqual(
        legalPairs(table)
          .map(({ from, to }) => `${from} > ${to}`)
          .sort(),
      );
    },
  );

  it.each(TABLES.map((table) => [table.table, table] as const))(
    "and the statuses are those of the column for %s",
    async (name, { statuses }) => {
      const { rows } = await asOwner((sql) =>
        sql.query<{ label: string }>(
          `SELECT e.enumlabel AS label FROM pg_attribute a JOIN pg_enum e ON e.enumtypid = a.atttypid
           WHERE a.attrelid = $1::regclass AND a.attname = 'status'`,
          [name],
        ),
      );
      expect(rows.map(({ label }) => label).sort()).toEqual([...statuses].sort());
    },
  );
});

/** Ids that name no row of one table, each with its reason. */
const WITHOUT_FOREIGN_KEY: Record<string, string> = {
  "audit_events.actor_id": "the chain of the log holds whatever becomes of an account",
  "calendar_feeds.subject_id": "an assistant, an executive or a pool, as its kind says",
  "handover_items.source_id": "a request, a routine or a date; the item stays when its source goes",
  "import_changes.record_id": "a person, support or an absence, as its kind says",
  "office_changes.subject_id": "whom a transaction changed, who may be gone since",
  "scorecards.interview_id": "one of a panel, named by interview and account together",
  "scorecards.user_id": "one of a panel, named by interview and account together",
  "webhook_deliveries.event_id": "names what happened to every program alike, and is no record",
};

describe("ids in the database", () => {
  it("have a foreign key each, but for those that are listed with a reason", async () => {
    const { rows } = await asOwner((sql) =>
      sql.query<{ name: string }>(
        `SELECT c.relname || '.' || a.attname AS name
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.atttypid = 'uuid'::regtype AND a.attname LIKE '%\\_id'
           AND NOT EXISTS (SELECT FROM pg_constraint f
             WHERE f.contype = 'f' AND f.conrelid = c.oid AND f.conkey = ARRAY[a.attnum])
         ORDER BY 1`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(WITHOUT_FOREIGN_KEY));
  });

  it("are indexed where a foreign key has them", async () => {
    const { rows } = await asOwner((sql) =>
      sql.query<{ name: string }>(
        `SELECT c.relname || '.' || a.attname AS name
         FROM pg_constraint f JOIN pg_class c ON c.oid = f.conrelid
         JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = f.conkey[1]
         JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'public' AND f.contype = 'f' AND cardinality(f.conkey) = 1
           AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indkey[0] = a.attnum)
         ORDER BY 1`,
      ),
    );
    expect(rows.map(({ name }) => name)).toEqual([]);
  });
});
