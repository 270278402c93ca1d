import fc from "fast-check";
import { expect, it } from "vitest";
import { ReportSicknessInput } from "@/lib/absences/requests/schema";
import {
  cancelAbsence,
  declineAbsence,
  recordAbsence,
  requestAbsence,
  withdrawAbsence,
} from "@/lib/absences/requests/service";
import { askCancellation, grantCancellation } from "@/lib/absences/requests/service-cancellation";
import { endAbsence, prolongAbsence, reportSickness } from "@/lib/absences/requests/service-sickness";
import { requireAssistantRecord } from "@/lib/assistants/queries";
import { changeAssistant } from "@/lib/assistants/service";
import { getBoard } from "@/lib/coverage/board/queries";
import { AssignCoverInput, BoardInput } from "@/lib/coverage/board/schema";
import { assignCover } from "@/lib/coverage/board/service";
import { gapsOpenedBy } from "@/lib/coverage/leave-cover/queries-gaps";
import { importOffice } from "@/lib/imports/service";
import { RestrictPairingInput } from "@/lib/matching/schema";
import { restrictPairing } from "@/lib/matching/service";
import { addDays, type Day, day } from "@/lib/time/day";
import { coverAsProposed } from "../support/cards";
import { asAssistantOf } from "../support/contexts";
import { testDb } from "../support/database";
import { cases } from "../support/deep";
import { makeRecord, makeRequest } from "../support/factories/absences";
import { makeAssistantChange } from "../support/factories/assistants";
import { executiveIdsInOrder, readFacts } from "../support/office-facts";
import { type CoverageOffice, createCoverageOffice } from "../support/offices/coverage";
import { recount } from "../support/recount";
import { current } from "../support/versions";

const FIRST = day("2026-08-17");
const LAST = day("2026-08-30");
const PEOPLE = ["ana", "ben", "cia", "dan"] as const;
const EXECUTIVES = ["xenia", "yngve", "zoe", "bo"] as const;
const SEEDS = cases({ ordinary: 1, deep: 12 });
const CHANGES = cases({ ordinary: 30, deep: 120 });

type Who = (typeof PEOPLE)[number];
type Change = {
  kind: string;
  who: Who;
  executive: (typeof EXECUTIVES)[number];
  start: number;
  length: number;
  pick: number;
};

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(
    "ask",
    "ask",
    "approve",
    "approve",
    "record",
    "ill",
    "ill",
    "end",
    "end",
    "prolong",
    "cancel",
    "decline",
    "withdraw",
    "take back",
    "hours",
    "cover",
    "cover",
    "restrict",
    "sheet",
  ),
  who: fc.constantFrom(...PEOPLE),
  executive: fc.constantFrom(...EXECUTIVES),
  start: fc.integer({ min: -2, max: 10 }),
  length: fc.integer({ min: 0, max: 5 }),
  pick: fc.nat(),
});

const on = (days: number): Day => addDays(FIRST, days);

/** Tries a change by one of the doors; what is refused has changed nothing and is as good as any. */
async function make(office: CoverageOffice, { kind, who, executive, start, length, pick }: Change) {
  const { manager, ids } = office;
  const own = await asAssistantOf(office.userIds[who] ?? "");
  const days = { from: on(start), to: on(start + length) };
  const one = async (...statuses: ("requested" | "approved" | "cancellation_requested")[]) => {
    const rows = await testDb().absence.findMany({
      where: { assistantId: ids[who], status: { in: statuses } },
      orderBy: { id: "asc" },
    });
    const row = rows[pick % Math.max(1, rows.length)];
    return row && { ...(await current("absences", row.id)), note: "" };
  };
  switch (kind) {
    case "ask":
      return requestAbsence(own, makeRequest(days), gapsOpenedBy);
    case "record":
      return recordAbsence(manager, makeRecord(ids[who], { ...days, status: "approved" }), gapsOpenedBy);
    case "ill":
      return reportSickness(
        own,
        ReportSicknessInput.parse({ ...days, fromPart: pick % 2 ? "am" : "pm" }),
        gapsOpenedBy,
      );
    case "approve": {
      const asked = await one("requested", "approved");
      return asked && coverAsProposed(manager, asked.id);
    }
    case "end":
    case "prolong": {
      const { note: _, ...known } = (await one("approved")) ?? { note: "" };
      if (!("id" in known)) return null;
      const until = {
        ...known,
        to: on(start + length - 2),
        toPart: pick % 2 ? ("am" as const) : ("pm" as const),
      };
      return kind === "end" ? endAbsence(manager, until) : prolongAbsence(manager, until, gapsOpenedBy);
    }
    case "cancel": {
      const approved = await one("approved");
      return approved && cancelAbsence(manager, approved);
    }
    case "decline": {
      const asked = await one("requested");
      return asked && declineAbsence(manager, asked);
    }
    case "withdraw": {
      const asked = await one("requested");
      return asked && withdrawAbsence(own, { id: asked.id, version: asked.version });
    }
    case "take back": {
      const approved = await one("approved");
      if (!approved) return null;
      await askCancellation(own, { ...approved, fromPart: "am" });
      const back = await one("cancellation_requested");
      return back && grantCancellation(manager, back);
    }
    case "hours": {
      const view = await requireAssistantRecord(manager, ids[who]);
      const week = [1, 2, 3, 4, 5].filter((weekday) => (pick >> weekday) % 4 !== 0);
      const hours = week.map((weekday) => ({
        weekday,
        startsAtMinute: 480,
        endsAtMinute: pick % 3 ? 1020 : 720,
      }));
      return changeAssistant(manager, makeAssistantChange(view, { hours, hoursFrom: on(start) }));
    }
    case "cover":
      return assignCover(
        manager,
        AssignCoverInput.parse({
          executiveId: ids[executive],
          assistantId: ids[who],
          ...days,
          fromPart: "am",
          toPart: "pm",
        }),
      );
    case "restrict":
      return restrictPairing(
        manager,
        RestrictPairingInput.parse({
          executiveId: ids[executive],
          assistantId: ids[who],
          kind: pick % 2 ? "hard" : "soft",
          reviewOn: "2026-11-17",
        }),
      );
    default: {
      const status = pick % 3 ? "approved" : "requested";
      const sheet = `assistant_email,type,from,to,status\n${who}@x.example,vacation,${days.from},${days.to},${status}\n`;
      return importOffice(manager, {
        files: { absences: sheet },
        dryRun: pick % 2 === 0,
        poolDefaults: { timeZone: "Europe/Stockholm", holidayRegion: "SE" },
      });
    }
  }
}

/** The board says half-day by half-day what a count of the tables gives. */
async function expectBoardToBeTrue(office: CoverageOffice) {
  const board = await getBoard(
    office.manager,
    BoardInput.parse({ poolId: office.poolId, from: FIRST, to: LAST }),
  );
  const counted = recount(await readFacts(FIRST, LAST, []));
  const numbers = await executiveIdsInOrder();
  const shown = board.executives.flatMap(({ id, slots }) =>
    slots.map(({ on, part, status }) => `e${numbers.indexOf(id)} ${on}${part} ${status}`),
  );
  expect(shown.sort()).toEqual([...counted].map(([at, { status }]) => `${at} ${status}`).sort());
}

/** Covers and accepted gaps for an absence lie within it, and it is to be. */
async function expectRecordsToFit() {
  const strays = await testDb().$queryRaw<{ what: string }[]>`
    SELECT 'cover ' || c.start_on || ' of ' || a.status || ' ' || a.start_on || '–' || a.end_on AS what
    FROM coverage_assignments c JOIN absences a ON a.id = c.absence_id
    WHERE c.status IN ('offered', 'accepted', 'confirmed', 'active')
      AND (a.status NOT IN ('approved', 'cancellation_requested')
        OR NOT minutes_away(a.start_on, a.start_part, a.end_on, a.end_part, NULL, NULL)
          @> minutes_away(c.start_on, c.start_part, c.end_on, c.end_part, NULL, NULL))
    UNION ALL
    SELECT 'accepted ' || g."on" || ' of ' || a.status || ' ' || a.start_on || '–' || a.end_on
    FROM accepted_gaps g JOIN absences a ON a.id = g.absence_id
    WHERE a.status NOT IN ('approved', 'cancellation_requested')
      OR NOT minutes_away(a.start_on, a.start_part, a.end_on, a.end_part, NULL, NULL)
        @> minutes_away(g."on", g.part, g."on", g.part, NULL, NULL)`;
  expect(strays.map(({ what }) => what)).toEqual([]);
}

it.each(Array.from({ length: SEEDS }, (_, i) => 4 * i + 4))(
  "an office is told truly after every change through every door: %s",
  async (seed) => {
    const office = await createCoverageOffice();
    await testDb().leaveType.update({ where: { id: "vacation" }, data: { countsAgainstAllowance: true } });
    const done: string[] = [];
    for (const one of fc.sample(change, { seed, numRuns: CHANGES })) {
      const answer = await make(office, one);
      const isDone = answer?.ok;
      done.push(`${isDone ? "" : "not "}${one.kind} ${one.who} ${one.executive} ${one.start}+${one.length}`);
      if (!isDone) continue;
      try {
        await expectRecordsToFit();
        await expectBoardToBeTrue(office);
      } catch (error) {
        throw new Error(`${done.join("\n")}\n${String(error)}`, { cause: error });
      }
    }
    const kinds = new Set(done.flatMap((words) => (words.startsWith("not ") ? [] : words.split(" ")[0])));
    expect(kinds.size).toBeGreaterThan(5);
  },
  180_000,
);
