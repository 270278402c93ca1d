"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useDayWords } from "@/components/time/use-day-words";
import { Button } from "@/components/ui/forms/button";
import { Form, type FormProps } from "@/components/ui/forms/form";
import type { SicknessTap } from "@/lib/coverage/leave-cover/rules-sickness";

type Action = FormProps<never>["action"];

type SicknessTapsProps = {
  absence: { id: string; version: number };
  taps: readonly SicknessTap[];
  prolong: unknown;
  end: unknown;
  /** Who speaks: the assistant of themselves, or the manager of them. */
  voice: "own" | "manager";
};

/** One tap each: stay away a working day longer, be back this afternoon or tomorrow, take all of it back. */
export function SicknessTaps({ absence, taps, prolong, end, voice }: SicknessTapsProps) {
  const refusals = useRefusalWords();
  const words = useTapWords(voice);
  return (
    <div className="flex flex-wrap gap-2">
      {taps.map((tap) => {
        const { label, done } = words(tap);
        return (
          <Form
            key={label}
            action={(tap.kind === "longer" ? prolong : end) as Action}
            done={done}
            refusals={refusals}
            className="gap-1"
          >
            <input type="hidden" name="id" value={absence.id} />
            <input type="hidden" name="version" value={absence.version} />
            {tap.kind === "longer" ? (
              <input type="hidden" name="to" value={tap.to} />
            ) : (
              <>
                <input type="hidden" name="to" value={tap.lastOn} />
                <input type="hidden" name="toPart" value={tap.lastPart} />
              </>
            )}
            <Button type="submit">{label}</Button>
          </Form>
        );
      })}
    </div>
  );
}

function useTapWords(voice: SicknessTapsProps["voice"]) {
  const t = useTranslations("cover.sick");
  const dayWords = useDayWords();
  return (tap: SicknessTap): { label: string; done: string } => {
    if (voice === "manager") {
      const label = tap.kind === "back" ? t(`managerBack.${tap.at}`) : t("managerLonger");
      return { label, done: t("managerDone") };
    }
    if (tap.kind === "back")
      return { label: t(`back.${tap.at}`), done: t(tap.at === "not_ill" ? "notIllDone" : "backDone") };
    const label = tap.isTomorrow ? t("longerTomorrow") : t("longerOn", { day: dayWords(tap.to) });
    return { label, done: t("longerDone") };
  };
}
