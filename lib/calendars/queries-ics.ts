import "server-only";
import { createTranslator } from "use-intl/core";
import { type Locale, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { type BusyStatus, type IcsEntry, icsInSteps } from "@/lib/ics/write";
import type { What } from "./rules-event";
import { contentOf, type Published } from "./rules-publish";

export type CalendarOf = { name: string; locale: Locale; events: readonly Published[] };

/** A feed's events as an iCalendar text, an event at a step; the same for the same events, and a cancelled one is called so. */
export function* feedInSteps({ name, locale, events }: CalendarOf): Generator<void, string> {
  const words = wordsIn(locale);
  const entries: IcsEntry[] = [];
  for (const event of events) {
    yield;
    const { when, what } = contentOf(event);
    const { uid, sequence, changedAt } = event;
    const isCancelled = event.cancelledAt !== null;
    const isOpen = (what.kind === "away" && what.isAsked) || (what.kind === "cover" && what.isOffered);
    const status = isCancelled ? "cancelled" : isOpen ? "tentative" : "confirmed";
    const summary = words(what, isCancelled);
    entries.push({ uid, sequence, changedAt, when, summary, status, busy: busyOf(what) });
  }
  return yield* icsInSteps({ method: "PUBLISH", feed: { name, refresh: "PT1H" }, entries });
}

/** Only one's own absence and meetings take one's time; all else is there to be seen. */
function busyOf(what: What): BusyStatus {
  if (what.kind === "meeting") return "busy";
  if (what.kind !== "away" || what.name !== null) return "free";
  return what.isAsked ? "tentative" : "out_of_office";
}

function wordsIn(locale: Locale): (what: What, isCancelled: boolean) => string {
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    namespace: "calendars.event",
  });
  const words = (what: What) => {
    if (what.kind === "hours") return t("hours");
    if (what.kind === "shift") return t("shift", { roles: what.roles[locale] });
    if (what.kind === "away") {
      if (what.name !== null) return t("awayOf", { name: what.name });
      return t(what.isAsked ? "asked" : "away");
    }
    if (what.kind === "meeting") return what.title ?? t("meeting", { executive: what.executive });
    if (what.kind === "cover") {
      const { executive, absent } = what;
      return absent ? t("coverFor", { executive, absent }) : t("cover", { executive });
    }
    return what.name
      ? t(`support.${what.status === "gap" ? "own" : what.status}`, { name: what.name })
      : t("gap");
  };
  return (what, isCancelled) => (isCancelled ? t("cancelled", { summary: words(what) }) : words(what));
}
