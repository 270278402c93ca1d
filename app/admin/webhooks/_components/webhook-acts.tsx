"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { remove, rotate, sendAgain, sendTest, turn } from "../actions";
import { NewSecret } from "./webhook-form";

/** A test, another secret, and the end of a webhook. */
export function WebhookActs({ id, isOn }: { id: string; isOn: boolean }) {
  const t = useTranslations("accounts.webhooks");
  const refusals = useRefusalWords();
  const hidden = <input type="hidden" name="id" value={id} />;
  return (
    <div className="grid gap-4">
      {isOn && (
        <Form action={sendTest} refusals={refusals} done={t("testSent")}>
          {hidden}
          <Button type="submit" icon={<Send aria-hidden />} className="w-fit">
            {t("test")}
          </Button>
        </Form>
      )}
      <Form
        action={rotate}
        refusals={refusals}
        receipt={(answer) => answer.status === "done" && <NewSecret secret={answer.value.secret} />}
      >
        {hidden}
        <Button type="submit" className="w-fit" aria-describedby="rotate-hint">
          {t("rotate")}
        </Button>
        <p id="rotate-hint" className="text-xs text-ink-2">
          {t("rotateHint")}
        </p>
      </Form>
      <Form action={turn} refusals={refusals} done={t(isOn ? "turnedOff" : "turnedOn")}>
        {hidden}
        <input type="hidden" name="isOn" value={String(!isOn)} />
        <Button type="submit" className="w-fit">
          {t(isOn ? "turnOff" : "turnOn")}
        </Button>
      </Form>
      {!isOn && (
        <Form action={remove} refusals={refusals}>
          {hidden}
          <Button type="submit" variant="danger" className="w-fit">
            {t("remove")}
          </Button>
        </Form>
      )}
    </div>
  );
}

/** Sends one event once more. */
export function SendAgain({ id, deliveryId, when }: { id: string; deliveryId: string; when: string }) {
  const t = useTranslations("accounts.webhooks");
  return (
    <Form action={sendAgain} refusals={useRefusalWords()} done={t("queuedAgain")} className="gap-1">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <Button type="submit" variant="ghost" aria-label={t("sendAgainOf", { when })}>
        {t("sendAgain")}
      </Button>
    </Form>
  );
}
