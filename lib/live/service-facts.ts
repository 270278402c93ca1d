import "server-only";
import type { PublicCtx } from "@/lib/context";
import { readAuditHead, readRowsAfter } from "./queries";
import { readFacts } from "./queries-facts";
import type { LiveFact } from "./rules-facts";

/** More rows at once are an import or the like: they are not told one by one. */
const MOST_ROWS = 500;
/** So many facts are kept for those who were away a while. */
const FACTS_KEPT = 2_000;
const HEADS_KEPT = 200;

/** What one reading of the audit log brought: some facts, or that there is too much to tell one by one. */
export type Batch = { head: number; facts: LiveFact[]; isWhole: boolean; isOfAccounts: boolean };

/** What has been read of the audit log, up to its head. */
export type FactLog = {
  head: () => number;
  /** Up to where it had been read at an instant; null where that is not known any more. */
  headAt: (instant: Date) => number | null;
  /** Reads on, one reading at a time; null when there is nothing new. */
  readOn: () => Promise<Batch | null>;
  /** The facts after a number, or null when it can't be told any more what there was. */
  after: (seq: number) => LiveFact[] | null;
};

/** Begins some way before the end of the audit log, so that pages which reconnect after a restart are told what they missed. */
export async function openFactLog(makeCtx: () => PublicCtx): Promise<FactLog> {
  const last = await readAuditHead(makeCtx());
  let head = Math.max(0, last - MOST_ROWS + 1);
  let floor = head;
  let facts: LiveFact[] = [];
  const heads: { head: number; at: number }[] = [];

  async function readOn(): Promise<Batch | null> {
    const rows = await readRowsAfter(makeCtx(), head, MOST_ROWS + 1);
    const isWhole = rows.length > MOST_ROWS;
    if (rows.length === 0) return null;
    const found = isWhole ? [] : await readFacts(makeCtx(), rows);
    head = isWhole ? await readAuditHead(makeCtx()) : (rows.at(-1)?.seq ?? head);
    facts = isWhole ? [] : [...facts, ...found].slice(-FACTS_KEPT);
    if (isWhole) floor = head;
    else if (facts.length === FACTS_KEPT) floor = Math.max(floor, facts[0]?.seq ?? floor);
    noteHead();
    const isOfAccounts =
      isWhole || rows.some(({ action }) => /^(account|assistant|executive|pool|office)\./.test(action));
    return { head, facts: found, isWhole, isOfAccounts };
  }

  function noteHead(): void {
    heads.push({ head, at: Date.now() });
    if (heads.length > HEADS_KEPT) heads.shift();
  }

  await readOn();
  noteHead();
  return {
    head: () => head,
    headAt: (instant) => heads.findLast(({ at }) => at < instant.getTime())?.head ?? null,
    readOn,
    after: (seq) => (seq < floor ? null : facts.filter((fact) => fact.seq > seq)),
  };
}
