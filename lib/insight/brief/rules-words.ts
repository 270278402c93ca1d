import { dayWords, rangeWords, type TimeSpeaker } from "@/lib/i18n/time-words";
import type { Translator } from "@/lib/i18n/translator";
import { type IsoWeek, weekNumber } from "@/lib/time/iso-week";
import type { BriefLine } from "./schema";

/** What the words of a brief are made with: the reader's language and time. */
export type BriefSpeaker = { t: Translator<"brief">; time: TimeSpeaker };

/** A line of a brief in the reader's words; the page and the mail say the same. */
export function briefWords({ t, time }: BriefSpeaker, line: BriefLine): string {
  switch (line.kind) {
    case "gaps":
      return t("line.gaps", {
        executive: line.executive,
        count: line.halfDays,
        range: rangeWords(time, line.range),
      });
    case "leave":
      return t("line.leave", { name: line.name, range: rangeWords(time, line.range) });
    case "requests":
      return t("line.requests", { what: line.what, count: line.count });
    case "unread":
      return t("line.unread", {
        week: weekNumber(line.week as IsoWeek),
        pool: line.pool,
        unread: line.unread,
        told: line.told,
      });
    case "handovers":
      return t("line.handovers", {
        executive: line.executive,
        cover: line.cover ?? "",
        concern: line.concern,
        range: rangeWords(time, line.range),
      });
    case "reviews":
      return t("line.reviews", { executive: line.executive, on: dayWords(time, line.on) });
    case "training":
      return t("line.training", { name: line.name, course: line.course });
  }
}
