import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/layout/notice";
import { useMeetingWords } from "./use-meeting-words";
import { YourTime } from "./your-time";

type SettledTimeProps = { startsAt: string; minutes: number; timeZone: string };

/** The time a meeting was settled on, on the clock it is planned on and on the reader's own. */
export function SettledTime({ startsAt, minutes, timeZone }: SettledTimeProps) {
  const t = useTranslations("meetings.poll");
  const { day, hours } = useMeetingWords(minutes)(startsAt, timeZone);
  return (
    <Notice>
      {t("settledOn", { day, hours })}
      <YourTime {...{ startsAt, minutes, timeZone }} />
    </Notice>
  );
}
