import { rangeWords, type TimeSpeaker } from "@/lib/i18n/time-words";
import type { Formatter, Translator } from "@/lib/i18n/translator";
import type { NoticeContent, NoticePart } from "./schema";

/** What the words of a notice are made with: the reader's language, time and zone. */
export type NoticeSpeaker = {
  time: TimeSpeaker;
  format: Pick<Formatter, "dateTime" | "list">;
  t: Translator<"notices">;
};

/** The words of a notice in the reader's language, made of its sentence and the parts of it; duties by the names given. */
export function noticeWords(
  { time, format, t }: NoticeSpeaker,
  { sentence, parts }: Pick<NoticeContent, "sentence" | "parts">,
  dutyNames: Readonly<Record<string, string>>,
): string {
  const wordsOf = (part: NoticePart): string => {
    if (typeof part === "string") return part;
    if ("moment" in part) return format.dateTime(new Date(part.moment), "moment");
    const range = rangeWords(time, part.range);
    if (part.dutyIds.length === 0) return range;
    const duties = part.dutyIds.map((id) => dutyNames[id] ?? id);
    return t("someDuties", { range, duties: format.list(duties, { type: "unit" }) });
  };
  const words = Object.entries(parts).map(([name, part]) => [name, wordsOf(part)]);
  // The keys are those of the catalogue; a test holds that each is there and takes these parts.
  return t(sentence as "cover_assigned", Object.fromEntries(words));
}

/** The duties that notices speak of, by id. */
export function dutiesOfNotices(notices: readonly Pick<NoticeContent, "parts">[]): string[] {
  return notices.flatMap(({ parts }) =>
    Object.values(parts).flatMap((part) =>
      typeof part === "object" && "dutyIds" in part ? part.dutyIds : [],
    ),
  );
}
