"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { clockText } from "@/lib/time/hours";
import type { SessionView } from "@/lib/training/sessions/schema";
import { DateRows } from "../../../_components/date-rows";
import { SessionFields } from "../../../_components/session-fields";
import { callOff, moveDates, saveSession } from "../../../actions";

/** Changing a session and cancelling it, each behind a line that opens. */
export function ChangeSession({ session }: { session: SessionView }) {
  const t = useTranslations("training.change");
  const move = useTranslations("training.move");
  const refusals = useRefusalWords();
  const { id, version } = session;
  const asRead = (
    <>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  );
  return (
    <div className="grid max-w-md gap-1">
      <Form
        key={version}
        action={saveSession}
        values={valuesOf(session)}
        done={t("saved")}
        refusals={refusals}
      >
        {asRead}
        <FormDisclosure summary={t("open")}>
          <input type="hidden" name="trainer" value={session.trainer} />
          <SessionFields />
          <Button type="submit" className="w-fit">
            {t("save")}
          </Button>
        </FormDisclosure>
      </Form>
      <Form
        key={`${version} dates`}
        action={moveDates}
        values={datesOf(session)}
        done={move("done")}
        refusals={refusals}
      >
        {asRead}
        <FormDisclosure summary={move("open")}>
          <p className="text-sm text-ink-2">{move("explain")}</p>
          <DateRows />
          <Button type="submit" className="w-fit">
            {move("submit")}
          </Button>
        </FormDisclosure>
      </Form>
      <Disclosure tone="quiet" summary={t("cancel")}>
        <Form action={callOff} done={t("cancelled")} refusals={refusals} className="gap-2 py-1 text-sm">
          {asRead}
          <p className="text-ink-2">{t("explain", { held: session.held, waiting: session.waiting })}</p>
          <Button type="submit" variant="danger" className="w-fit">
            {t("confirm")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}

function valuesOf({ capacity, minimum, location, link, trainer, signUpUntil, cancelUntil }: SessionView) {
  return {
    capacity: String(capacity),
    minimum: String(minimum),
    location,
    link,
    trainer,
    signUpUntil: signUpUntil ?? "",
    cancelUntil: cancelUntil ?? "",
  };
}

function datesOf({ dates }: SessionView): Record<string, string> {
  const rows = dates.flatMap(({ on, startMinute, endMinute }, row) => [
    [`dates.${row}.on`, on],
    [`dates.${row}.startMinute`, clockText(startMinute)],
    [`dates.${row}.endMinute`, clockText(endMinute)],
  ]);
  return Object.fromEntries(rows);
}
