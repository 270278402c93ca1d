import { createHash } from "node:crypto";
import { TZDate } from "@date-fns/tz";
import { randomStream } from "@/lib/solver/random";
import type { Day } from "@/lib/time/day";

/** The same id for the same words on every machine: a UUID of version 8. */
export function demoId(kind: string, key: string): string {
  const hex = createHash("sha256").update(`standby demo ${kind} ${key}`).digest("hex");
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export type Draw = {
  between: (least: number, most: number) => number;
  happens: (chance: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
};

/** Repeatable chance for one matter: the same words give the same draws, whatever else is drawn. */
export function drawFor(matter: string): Draw {
  const seed = createHash("sha256").update(matter).digest().readUInt32BE();
  const next = randomStream(seed);
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    happens: (chance) => next() < chance,
    pick: (list) => list[between(0, list.length - 1)] as (typeof list)[number],
  };
}

/** The instant a clock on the wall shows some minutes after midnight on a day. */
export function instantAt(timeZone: string, on: Day, minutes: number): Date {
  const [year = 0, month = 1, date = 1] = on.split("-").map(Number);
  const local = new TZDate(year, month - 1, date, Math.floor(minutes / 60), minutes % 60, timeZone);
  return new Date(local.getTime());
}

/** "anna.malm@standby.example" for Anna Malm. */
export function emailOf(name: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/ø/g, "o");
  return `${plain.replace(/[^a-z-]+/g, ".")}@standby.example`;
}

/** A phone number nobody has, of those that the United Kingdom and Sweden keep for fiction. */
export function phoneOf(timeZone: string, name: string): string {
  const draw = drawFor(`phone ${name}`);
  const number = (least: number, most: number, digits: number) =>
    String(draw.between(least, most)).padStart(digits, "0");
  return timeZone === "Europe/London"
    ? `+44 7700 900${number(0, 999, 3)}`
    : `+46 70 174 06 ${number(5, 99, 2)}`;
}
