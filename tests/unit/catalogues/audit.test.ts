import { describe, expect, it } from "vitest";
import { z } from "zod";
import { JOB_WORDS } from "@/app/admin/_components/use-audit-sentence";
import { absenceAudit } from "@/lib/absences/audit";
import { partsOf } from "@/lib/accounts/rules-audit-facts";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { AUDIT, type AuditAction, auditActionsSeenBy } from "@/lib/catalogues/audit";
import { publicText } from "@/lib/facts";
import { messages } from "@/lib/i18n/messages";
import { JOB_NAMES } from "@/lib/jobs/names";
import { readSources } from "@/tests/support/architecture/source";
import { factsOf, isPlainFact } from "@/tests/support/facts";
import { argumentsIn, flatMessages } from "@/tests/support/messages";

const actions = Object.keys(AUDIT) as AuditAction[];

describe("the catalogue of the audit log", () => {
  it("holds what every domain declares, each action once", () => {
    const declared = [...readSources(".")]
      .filter(([path]) => /^lib\/.*\/audit\.ts$/.test(path) && !path.startsWith("lib/catalogues/"))
      .flatMap(([, source]) => [...source.matchAll(/^ {2}"([a-z_]+\.[a-z_]+)":/gm)].map((match) => match[1]));
    expect(declared.sort()).toEqual([...actions].sort());
  });

  it.each(["en", "sv"] as const)(
    "has words in %s for each action and kind of record that somebody reads, and for no other",
    (locale) => {
      const { action, kind } = messages[locale].accounts.audit;
      const worded = Object.entries(action).flatMap(([area, words]) =>
        Object.keys(words).map((word) => `${area}.${word}`),
      );
      const read = auditActionsSeenBy("administrators");
      expect(worded.sort()).toEqual([...read].sort());
      const kinds = new Set(read.map((one) => AUDIT[one].entityType));
      expect(Object.keys(kind).sort()).toEqual([...kinds].sort());
    },
  );

  it.each(["en", "sv"] as const)(
    "has a sentence in %s for each action that somebody reads, of nothing but what its rows know",
    (locale) => {
      const sentences = new Map(flatMessages(messages[locale].accounts.audit.sentence));
      const read = auditActionsSeenBy("administrators");
      expect([...sentences.keys()].sort()).toEqual([...read].sort());
      const unknown = read.flatMap((action) => {
        const { entityType, data } = AUDIT[action];
        const known = new Set<string>(["actor", ...partsOf(entityType, Object.keys(data.shape))]);
        const asked = argumentsIn(sentences.get(action) ?? "");
        return asked.filter((part) => !known.has(part)).map((part) => `${action}: ${part}`);
      });
      expect(unknown).toEqual([]);
    },
  );

  it("knows what each job is called", () => {
    expect(Object.keys(JOB_WORDS).sort()).toEqual([...JOB_NAMES].sort());
  });

  it.each(actions)("%s keeps no private words", (action) => {
    const leaks = factsOf(AUDIT[action].data).filter((fact) => !isPlainFact(fact));
    expect(leaks.map((fact) => fact.path)).toEqual([]);
  });

  it("finds a private word by its type", () => {
    const parts = {
      note: z.string(),
      free: z.string().max(80),
      of: z.array(z.strictObject({ any: z.unknown() })),
    };
    const facts = factsOf(z.strictObject({ ...parts, pool: publicText("name of a pool"), id: z.uuid() }));
    expect(facts.filter((fact) => !isPlainFact(fact)).map((fact) => fact.path)).toEqual([
      "note",
      "free",
      "of.any",
    ]);
  });
});

describe("an entry of the audit log", () => {
  const entryOf = declareAudit({
    "case.opened": { ...forAdministrators("case"), visibility: "handlers" },
    "case.closed": forAdministrators("case", { days: z.number() }),
  });

  it("knows the kind of record it is of", () => {
    expect(entryOf("case.closed", "7", { days: 3 })).toMatchObject({
      action: "case.closed",
      entityType: "case",
      entityId: "7",
      data: { days: 3 },
    });
  });

  it("is refused with a word too many", () => {
    const data = { assistantId: crypto.randomUUID(), note: "flu" };
    expect(() => absenceAudit("absence.approved", "1", data as never)).toThrow(/note/);
  });

  it("of what only handlers may read is in no list of administrators", () => {
    expect(entryOf.declared["case.opened"].visibility).toBe("handlers");
    expect(auditActionsSeenBy("administrators")).toEqual(
      actions.filter((action) => AUDIT[action].visibility === "administrators"),
    );
    const handled = auditActionsSeenBy("handlers").map((action) => action.split(".")[0]);
    expect([...new Set(handled)].sort()).toEqual(["matching", "pairing", "trial"]);
  });
});
