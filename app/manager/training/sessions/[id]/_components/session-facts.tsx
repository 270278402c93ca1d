import { CalendarClock, GraduationCap, MapPin } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWords } from "@/components/time/use-day-words";
import { hoursText } from "@/lib/time/hours";
import type { SessionView } from "@/lib/training/sessions/schema";

/** When and where a session is, who holds it, and until when one may sign up and cancel. */
export function SessionFacts({ session }: { session: SessionView }) {
  const t = useTranslations("training.session");
  const dayWords = useDayWords();
  const { dates, location, link, trainer, trainerName, trainerContact, signUpUntil, cancelUntil } = session;
  const limits = [
    signUpUntil && t("signUpUntil", { day: dayWords(signUpUntil) }),
    cancelUntil && t("cancelUntil", { day: dayWords(cancelUntil) }),
  ].filter(Boolean);
  return (
    <ul className="-mx-(--edge) -mt-4 flex min-h-11 flex-wrap items-center gap-x-6 gap-y-1 border-b border-line px-(--edge) py-2 text-sm text-ink-2 [&_svg]:size-4 [&_svg]:shrink-0">
      <li className="tnum font-medium text-ink">
        {dates.length === 0
          ? t("noDateYet")
          : dates.map((date) => `${dayWords(date.on)}, ${hoursText(date)}`).join(" · ")}
      </li>
      {(location || link) && (
        <li className="flex min-w-0 items-center gap-1.5">
          <MapPin aria-hidden />
          {[location, link && t("byLink")].filter(Boolean).join(" · ")}
        </li>
      )}
      {(trainer || trainerName) && (
        <li className="flex items-center gap-1.5">
          <GraduationCap aria-hidden />
          {[trainerName, trainer, trainerContact].filter(Boolean).join(" · ")}
        </li>
      )}
      {limits.length > 0 && (
        <li className="flex items-center gap-1.5">
          <CalendarClock aria-hidden />
          {limits.join(" · ")}
        </li>
      )}
    </ul>
  );
}
