"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { cityOf, useMeetingWords } from "./use-meeting-words";

const never = () => () => undefined;
const browserZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

type YourTimeProps = { startsAt: string; minutes: number; timeZone: string };

/** The same time on the reader's own clock, where that is another one; both places are named. */
export function YourTime({ startsAt, minutes, timeZone }: YourTimeProps) {
  const t = useTranslations("meetings.poll");
  const own = useSyncExternalStore(never, browserZone, () => timeZone);
  const words = useMeetingWords(minutes);
  const [theirs, yours] = [words(startsAt, timeZone), words(startsAt, own)];
  if (theirs.day === yours.day && theirs.hours === yours.hours) return null;
  return (
    <span className="tnum block text-sm text-ink-2">
      {t("yourTime", { city: cityOf(own), day: yours.day, hours: yours.hours })}
    </span>
  );
}
