"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { FormDisclosure } from "@/components/ui/forms/form-disclosure";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { SessionView } from "@/lib/training/sessions/schema";
import { SessionFields } from "../../../_components/session-fields";
import { callOff, saveSession } from "../../../actions";

/** Changing a session and cancelling it, each behind a line that opens. */
export function ChangeSession({ session }: { session: SessionView }) {
  const t = useTranslations("training.change");
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
          <SessionFields />
          <Button type="submit" className="w-fit">
            {t("save")}
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
