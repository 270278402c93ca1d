import { useFormatter, useNow, useTranslations } from "next-intl";
import type { ServiceLevelRow } from "@/lib/requests/levels/schema";

/** Minutes as hours on a clock: "1:30 h". */
export function usePromiseMinutes() {
  const t = useTranslations("requests.promise");
  return (minutes: number): string => {
    const rest = String(minutes % 60).padStart(2, "0");
    return t("hours", { time: `${Math.floor(minutes / 60)}:${rest}` });
  };
}

/** A moment of today as a time, else with its day: "09:30", "Thu 3 Dec, 12:00". */
export function useMomentWords() {
  const format = useFormatter();
  const now = useNow();
  const dayOf = (at: Date) => format.dateTime(at, { year: "numeric", month: "numeric", day: "numeric" });
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  return (moment: string): string => {
    const at = new Date(moment);
    if (dayOf(at) === dayOf(now)) return format.dateTime(at, clock);
    const day = format.dateTime(at, { weekday: "short", day: "numeric", month: "short" });
    return `${day.replace(/^(\p{L}+), /u, "$1 ")}, ${format.dateTime(at, clock)}`;
  };
}

/** What a level is for: "Travel, urgent, tier 5"; "All requests" where it is for any. */
export function useLevelWords(names: Readonly<Record<string, string>>) {
  const t = useTranslations("requests");
  return ({ typeId, priority, tier }: Pick<ServiceLevelRow, "typeId" | "priority" | "tier">): string => {
    const parts = [
      typeId && (names[typeId] ?? typeId),
      priority && t(`priority.${priority}`),
      tier && t("levels.tierOf", { tier }),
    ].filter(Boolean);
    return parts.length > 0 ? parts.join(" · ") : t("levels.all");
  };
}
