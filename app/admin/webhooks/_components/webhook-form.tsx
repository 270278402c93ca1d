"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CheckboxGroup } from "@/components/ui/forms/checkbox";
import { CopyableLink } from "@/components/ui/forms/copyable-link";
import { Form, FormActions } from "@/components/ui/forms/form";
import { TextField } from "@/components/ui/forms/text-field";
import type { WebhookView } from "@/lib/webhooks/schema";
import { change, create } from "../actions";

type WebhookFormProps = { events: readonly string[]; webhook?: WebhookView };

/** What a webhook is called, where it leads and what it is told of; of a new one the secret comes after, this once. */
export function WebhookForm({ events, webhook }: WebhookFormProps) {
  const t = useTranslations("accounts.webhooks");
  const refusals = useRefusalWords();
  const fields = <Fields events={events} {...(webhook && { webhook })} />;
  if (webhook)
    return (
      <Form action={change} refusals={refusals} done={t("saved")} className="max-w-xl">
        <input type="hidden" name="id" value={webhook.id} />
        {fields}
      </Form>
    );
  return (
    <Form
      action={create}
      refusals={refusals}
      resetWhenDone
      receipt={(answer) => answer.status === "done" && <NewSecret secret={answer.value.secret} />}
      className="max-w-xl"
    >
      {fields}
    </Form>
  );
}

function Fields({ events, webhook }: WebhookFormProps) {
  const t = useTranslations("accounts.webhooks");
  const kinds = useTranslations("noticeSettings.kind");
  return (
    <>
      <TextField name="name" label={t("name")} defaultValue={webhook?.name} maxLength={80} isRequired />
      <TextField
        name="url"
        type="url"
        label={t("url")}
        description={t("urlHint")}
        defaultValue={webhook?.url}
        maxLength={500}
        isRequired
      />
      <CheckboxGroup
        name="events[]"
        label={t("events")}
        description={t("eventsHint")}
        columns={2}
        defaultValue={webhook?.events ?? []}
        options={events.map((value) => ({ value, label: kinds(value as "cover_assigned") }))}
      />
      <FormActions>
        <Button type="submit" variant="primary">
          {t(webhook ? "save" : "submit")}
        </Button>
      </FormActions>
    </>
  );
}

/** The secret that bodies are signed with, to be copied now. */
export function NewSecret({ secret }: { secret: string }) {
  const t = useTranslations("accounts.webhooks");
  return (
    <CopyableLink
      label={t("secret")}
      description={t("shownOnce")}
      address={secret}
      words={{ copy: t("copy"), copied: t("copied") }}
      className="rounded-lg bg-sunken p-3"
    />
  );
}
