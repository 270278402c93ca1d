import { CalendarCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { YourTime } from "@/components/meetings/your-time";

type Time = { day: string; startsAt: string; endsAt: string };
type TimeChoicesProps = {
  action: (form: FormData) => Promise<void>;
  first: readonly Time[];
  times: readonly Time[];
  zone: string;
  timeZone: string;
  minutes: number;
};

/** Free times as native radio buttons, the next few first and then day by day; it needs no script. */
export function TimeChoices({ action, first, times, zone, timeZone, minutes }: TimeChoicesProps) {
  const t = useTranslations("careers.interview");
  const format = useFormatter();
  const dayOf = (at: string) =>
    format
      .dateTime(new Date(at), { weekday: "short", day: "numeric", month: "short", timeZone })
      .replace(/^(\p{L}+), /u, "$1 ");
  const days = [...new Set(times.map(({ day }) => day))].map((day) =>
    times.filter((time) => time.day === day),
  );
  return (
    <form action={action} className="grid gap-6">
      <fieldset className="grid gap-3">
        <legend className="text-xl font-semibold">{t("next")}</legend>
        <p className="text-base text-ink-2">{zone}</p>
        <div className="grid grid-cols-2 gap-3">
          {first.map((time) => (
            <Choice key={time.startsAt} {...{ time, timeZone, minutes }} day={dayOf(time.startsAt)} />
          ))}
        </div>
      </fieldset>
      <fieldset className="grid">
        <legend className="pb-2 text-xl font-semibold">{t("otherDay")}</legend>
        {days.map((some) => (
          <details key={some[0]?.day} className="border-t border-line last:border-b">
            <summary className="flex min-h-13 cursor-default items-center gap-3 text-[1.0625rem]">
              <span>{dayOf(some[0]?.startsAt ?? "")}</span>
              <span className="tnum ml-auto text-base text-ink-2">{t("count", { count: some.length })}</span>
            </summary>
            <div className="grid grid-cols-3 gap-2 pb-4 sm:grid-cols-4">
              {some.map((time) => (
                <Choice key={time.startsAt} {...{ time, timeZone, minutes }} />
              ))}
            </div>
          </details>
        ))}
      </fieldset>
      <div className="sticky bottom-0 -mx-5 border-t border-line bg-surface px-5 py-4">
        <button
          type="submit"
          className="inline-flex h-13 w-full items-center justify-center gap-2 rounded-lg bg-accent px-5 text-[1.0625rem] font-semibold text-surface"
        >
          <CalendarCheck aria-hidden className="size-5" />
          {t("book")}
        </button>
      </div>
    </form>
  );
}

type ChoiceProps = { time: Time; day?: string; timeZone: string; minutes: number };

function Choice({ time, day, timeZone, minutes }: ChoiceProps) {
  const t = useTranslations("careers.interview");
  const format = useFormatter();
  const clock = (at: string) =>
    format.dateTime(new Date(at), { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
  return (
    <label className="tnum grid min-h-11 cursor-default place-content-center rounded-xl border border-line-2 px-2 py-2 text-center has-checked:border-2 has-checked:border-accent has-checked:bg-own-bg has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2">
      <input type="radio" name="startsAt" value={time.startsAt} required className="sr-only" />
      <span className="font-semibold">
        {day && `${day}, `}
        {clock(time.startsAt)}
      </span>
      {day && (
        <span className="text-base text-ink-2">
          {t("until", { time: clock(time.endsAt) })}
          <YourTime startsAt={time.startsAt} minutes={minutes} timeZone={timeZone} />
        </span>
      )}
    </label>
  );
}
