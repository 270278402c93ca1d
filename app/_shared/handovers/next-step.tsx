"use client";
import { CheckCheck, MailOpen, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { TextArea } from "@/components/ui/forms/text-area";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { HandoverView } from "@/lib/handovers/schema";
import { acknowledge, close, giveBack, ready } from "./actions";

/** What the reader can do next with the whole handover. */
export function NextStep({ handover }: { handover: HandoverView }) {
  const t = useTranslations("handovers.move");
  const { id, version, can } = handover;
  const fields = { id, version };
  return (
    <div className="flex flex-wrap items-start gap-2 empty:hidden print:hidden">
      {can.includes("acknowledge") && (
        <TapForm
          action={acknowledge}
          fields={fields}
          label={t("acknowledge")}
          done={t("acknowledgeDone")}
          icon={<MailOpen aria-hidden />}
          variant="primary"
        />
      )}
      {can.includes("markReady") && (
        <TapForm
          action={ready}
          fields={fields}
          label={t("ready")}
          done={t("readyDone")}
          icon={<CheckCheck aria-hidden />}
          variant="primary"
        />
      )}
      {can.includes("handBack") && <HandBackForm handover={handover} />}
      {can.includes("close") && (
        <div className="grid justify-items-start gap-1">
          <TapForm
            action={close}
            fields={fields}
            label={t("close")}
            done={t("closeDone")}
            icon={<CheckCheck aria-hidden />}
            variant="primary"
          />
          <p className="text-sm text-ink-2">{t("closeHint")}</p>
        </div>
      )}
    </div>
  );
}

function HandBackForm({ handover: { id, version, hasEnded } }: { handover: HandoverView }) {
  const t = useTranslations("handovers.move");
  return (
    <Disclosure summary={t("handBack")} open={hasEnded} className="w-full max-w-xl">
      <Form action={giveBack} done={t("handBackDone")} refusals={useRefusalWords()} className="gap-3 py-2">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextArea name="note" label={t("handBackNote")} maxLength={2000} isRequired={false} />
        <Button type="submit" variant="primary" icon={<Undo2 aria-hidden />} className="w-fit">
          {t("handBack")}
        </Button>
      </Form>
    </Disclosure>
  );
}
