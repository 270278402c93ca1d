import type { ImportFile } from "@/lib/imports/schema";
import { randomStream } from "@/lib/solver/random";
import { addDays, type Day, day } from "@/lib/time/day";

export type OfficeSize = {
  assistants: number;
  executives: number;
  /** Absences for each hundred assistants, at most one each. */
  absencesPerHundred?: number;
  /** Absences of each assistant instead, one every two weeks. */
  absencesOfEach?: number;
  seed?: number;
  /** The first day of the support; absences lie in the six weeks after `awayFrom`. */
  from?: Day;
  awayFrom?: Day;
  /** The pool of each assistant and executive by their place; a fifth is in London otherwise. */
  poolOf?: (place: number) => string;
  delimiter?: "," | ";";
};

const DUTIES = [
  "phones",
  "messages",
  "correspondence",
  "calendar",
  "meetings",
  "travel",
  "expenses",
  "reception",
];
const WORKING_DAYS = ["Mon-Fri", "Mon-Fri", "Mon-Fri", "Mon-Thu", "Mon,Tue,Wed,Thu:am", "Tue-Fri"];
const SITES = ["HQ", "HQ", "North", "South"];
const SENIORITIES = ["junior", "assistant", "assistant", "senior", "lead"];
const TYPES = ["vacation", "sick", "parental", "childcare", "training", "other"];

type Dice = {
  upTo: (most: number) => number;
  of: <T>(items: readonly T[]) => T;
  isHit: (chance: number) => boolean;
};

/** Four CSV files of a believable office without faults, the same for the same seed. */
export function makeOfficeCsv(size: OfficeSize): Record<ImportFile, string> {
  const next = randomStream(size.seed ?? 1);
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  const dice: Dice = {
    upTo,
    of: <T>(items: readonly T[]) => items[upTo(items.length - 1)] as T,
    isHit: (chance) => next() < chance,
  };
  const sheet = (rows: readonly (readonly string[])[]) => csvOf(rows, size.delimiter ?? ",");
  return {
    assistants: sheet(assistantRows(size, dice)),
    executives: sheet(executiveRows(size, dice)),
    support: sheet(supportRows(size, dice)),
    absences: sheet(absenceRows(size, dice)),
  };
}

/** Rows as CSV; a field that holds a separator, a quote or a newline is quoted. */
export function csvOf(rows: readonly (readonly string[])[], delimiter: "," | ";" = ","): string {
  const field = (text: string) => (/[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(field).join(delimiter)).join("\n")}\n`;
}

const aFifthInLondon = (place: number) => (place % 5 === 4 ? "London" : "Stockholm");
const assistantEmail = (index: number) => `a${index}@office.example`;
const executiveEmail = (index: number) => `e${index}@office.example`;

function assistantRows({ assistants, poolOf = aFifthInLondon }: OfficeSize, dice: Dice): string[][] {
  const rows = Array.from({ length: assistants }, (_, i) => [
    `Åsa Assistant ${i}`,
    assistantEmail(i),
    poolOf(i),
    dice.of(SITES),
    dice.of(SENIORITIES),
    dice.of(["1", "1", "0.8", "0,5", "80%"]),
    dice.of(WORKING_DAYS),
    dice.of(["08:00", "8:30", "9.00"]),
    dice.of(["16:30", "17:00", "17:30"]),
    DUTIES.filter(() => dice.isHit(0.6))
      .map((duty) => `${duty}:${1 + dice.upTo(4)}`)
      .join(";"),
    dice.of(["sv:C2;en:C1", "en:C2", "sv:C2;en:B2;de:A2"]),
  ]);
  const header = "name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages";
  return [header.split(","), ...rows];
}

function executiveRows({ executives, poolOf = aFifthInLondon }: OfficeSize, dice: Dice): string[][] {
  const rows = Array.from({ length: executives }, (_, i) => [
    `Erik Executive ${i}`,
    executiveEmail(i),
    poolOf(i),
    dice.of(["Vice President", "Director", "Partner, Legal"]),
    dice.of(["Sales", "Finance", "R&D"]),
    String(1 + dice.upTo(4)),
    dice.of(SITES),
    dice.of(["true", "no", ""]),
    DUTIES.filter(() => dice.isHit(0.3))
      .map(
        (duty) =>
          `${duty}:${15 * (1 + dice.upTo(3))}:${1 + dice.upTo(2)}${dice.of(["", "", ":core", ":defer"])}`,
      )
      .join(";"),
    dice.of(["", "sv", "en:B2"]),
  ]);
  return ["name,email,pool,title,department,tier,site,onsite,duties,languages".split(","), ...rows];
}

function supportRows(
  { assistants, executives, from = day("2026-01-01") }: OfficeSize,
  dice: Dice,
): string[][] {
  const rows = Array.from({ length: executives }, (_, i) => {
    const primary = i % assistants;
    const backup = (primary + 1 + dice.upTo(assistants - 2)) % assistants;
    const pair = (index: number, role: string) => [executiveEmail(i), assistantEmail(index), role, from, ""];
    return assistants > 1 && dice.isHit(0.4)
      ? [pair(primary, "primary"), pair(backup, "backup")]
      : [pair(primary, "primary")];
  }).flat();
  return ["executive_email,assistant_email,role,from,to".split(","), ...rows];
}

function absenceRows(size: OfficeSize, dice: Dice): string[][] {
  const { assistants, absencesPerHundred = 40, absencesOfEach, awayFrom = day("2026-08-17") } = size;
  const count = assistants * (absencesOfEach ?? 1);
  const rows = Array.from({ length: count }, (_, place) => {
    const [i, fortnight] = [place % assistants, Math.floor(place / assistants)];
    if (!absencesOfEach && !dice.isHit(absencesPerHundred / 100)) return [];
    const from = addDays(awayFrom, absencesOfEach ? 14 * fortnight + dice.upTo(7) : dice.upTo(41));
    const days = dice.upTo(6);
    const [fromPart, toPart] = dice.of(
      [
        ["", ""],
        ["pm", ""],
        ["", "am"],
      ].slice(0, days === 0 ? 2 : 3),
    ) as [string, string];
    const status = dice.isHit(0.8) ? "approved" : "requested";
    return [[assistantEmail(i), dice.of(TYPES), from, fromPart, addDays(from, days), toPart, status]];
  }).flat();
  return ["assistant_email,type,from,from_part,to,to_part,status".split(","), ...rows];
}
