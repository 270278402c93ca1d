"use client";
import { RotateCcw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { replacing } from "@/app/manager/schedule/actions";
import type { GridShift } from "@/app/manager/schedule/schedule-data";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Skeleton } from "@/components/ui/layout/skeleton";
import { notifyFault } from "@/components/ui/overlays/toast";
import type { Replacing } from "@/lib/schedules/replacing/queries";
import { shortHoursText } from "@/lib/time/hours";
import { useSchedule } from "../schedule-context";
import { RankedPeople } from "./ranked-people";

type CalledOffProps = { shift: GridShift; close: () => void };

/** What is called off of a shift: who has it now, who could, and the way to put it back. */
export function CalledOff({ shift, close }: CalledOffProps) {
  const t = useTranslations("schedule.calledOff");
  const { acts } = useSchedule();
  const refusals = useRefusalWords();
  const [found, setFound] = useState<Replacing | null>(null);
  useEffect(() => {
    let isOpen = true;
    attempt(() => replacing({ id: shift.id })).then((answer) => {
      if (!isOpen) return;
      if (answer.ok) setFound(answer.value);
      else notifyFault(refusals(answer));
    });
    return () => {
      isOpen = false;
    };
  }, [shift.id, refusals]);

  function then(act: () => void) {
    act();
    close();
  }
  if (!found) return <Skeleton className="h-24 w-full" />;
  const isTaken = found.taken.length > 0;
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">
        {t("hours", { hours: shift.calledOff.map(shortHoursText).join(", ") })}
        {!found.isAway && isTaken && <span className="block font-normal text-ink-2">{t("backAgain")}</span>}
      </p>
      {found.taken.map(({ name, ...hours }) => (
        <p key={`${name}${hours.startMinute}`}>{t("taken", { name, hours: shortHoursText(hours) })}</p>
      ))}
      {(!isTaken || found.could.length > 0) && (
        <RankedPeople
          found={found}
          give={t("give")}
          onGive={(person, overrides) =>
            then(() => acts.replace(shift, { assistantId: person.id, name: person.name, overrides }))
          }
        />
      )}
      {(shift.off ?? []).length > 0 && (
        <Button
          icon={<RotateCcw aria-hidden />}
          className="w-fit"
          onPress={() => then(() => acts.reinstate(shift))}
        >
          {t("putBack")}
        </Button>
      )}
    </div>
  );
}
