import type { Locale } from "@/lib/i18n/locales";
import type { Day } from "@/lib/time/day";

export const AD_SECTIONS = ["work", "who", "bring", "offer", "how"] as const;
export type AdSection = (typeof AD_SECTIONS)[number];

/** An ad in one language. */
export type AdText = { title: string } & Record<AdSection, string>;
/** An ad in both; what is not written yet is empty. */
export type AdTexts = Record<Locale, AdText>;

export const AD_STATES = ["draft", "waiting", "open", "closed"] as const;
export type AdState = (typeof AD_STATES)[number];

type AdDates = {
  publishedAt: Date | null;
  closedAt: Date | null;
  opensOn: Day | null;
  closesOn: Day;
  /** The requisition is open: on hold, filled or cancelled there is nothing to apply for. */
  isWanted: boolean;
};

/** How an ad stands on a day of its pool; the last day counts to its end. */
export function adStateOn(
  today: Day,
  { publishedAt, closedAt, opensOn, closesOn, isWanted }: AdDates,
): AdState {
  if (publishedAt === null) return "draft";
  if (closedAt !== null || !isWanted || closesOn < today) return "closed";
  return opensOn !== null && opensOn > today ? "waiting" : "open";
}

/** True when every section of a language is written. */
export function isAdComplete(text: AdText): boolean {
  return text.title !== "" && AD_SECTIONS.every((section) => text[section] !== "");
}

/** The languages an ad can be read in. */
export function languagesOf(texts: AdTexts): Locale[] {
  return (["en", "sv"] as const).filter((locale) => isAdComplete(texts[locale]));
}

/** The parts of an address that a title becomes, with a tail that keeps namesakes apart. */
export function slugOf(title: string, id: string): string {
  const plain = title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `${plain || "job"}-${id.slice(-6)}`;
}

const PRIVATE_WORDS =
  /\b(present|current|previous|nuvarande|tidigare) (pay|salary|wage|lön)|\b(how old|age|born|ålder|gammal|född)\b|\b(married|children|pregnan\w*|family|gift|barn|gravid|familj\w*)\b|\b(health|illness|disab\w*|sick|hälsa|sjukdom\w*|funktions\w*)\b|\b(nationality|ethnic\w*|origin|nationalitet|etnisk\w*|ursprung)\b|\b(religio\w*|belief|tro|politic\w*|politisk\w*|union|fack\w*)\b/iu;

/** True for a question that seems to ask for pay history, age, family, health, origin or belief. */
export function seemsPrivate(question: string): boolean {
  return PRIVATE_WORDS.test(question);
}

/** The lines of a section; those that begin with a dash are a list. */
export function blocksOf(text: string): ({ paragraph: string } | { list: string[] })[] {
  const blocks: ({ paragraph: string } | { list: string[] })[] = [];
  for (const line of text.split(/\r?\n/).map((one) => one.trim())) {
    if (line === "") continue;
    const item = /^[-–•*]\s+(.*)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (item === undefined) blocks.push({ paragraph: line });
    else if (last && "list" in last) last.list.push(item);
    else blocks.push({ list: [item] });
  }
  return blocks;
}
