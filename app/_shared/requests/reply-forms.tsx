"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { TextArea } from "@/components/ui/forms/text-area";
import { TextField } from "@/components/ui/forms/text-field";
import type { SavedReplyView } from "@/lib/requests/replies/schema";
import { add, change } from "./reply-actions";

/** Saves another reply: one's own, or of one of the pools one manages. */
export function AddReply({ pools }: { pools: Option[] }) {
  const t = useTranslations("requests.replies");
  return (
    <DisclosedForm action={add} summary={t("add")} submit={t("add")} done={t("added")} fields={{}} adds>
      {pools.length > 0 && (
        <Select name="poolId" label={t("whose")} options={pools} placeholder={t("own")} isRequired={false} />
      )}
      <ReplyFields />
    </DisclosedForm>
  );
}

/** Changes a saved reply. */
export function ChangeReply({ reply }: { reply: SavedReplyView }) {
  const t = useTranslations("requests.replies");
  const { id, version, title } = reply;
  return (
    <DisclosedForm
      action={change}
      summary={t("change")}
      label={t("changeOf", { title })}
      submit={t("save")}
      done={t("saved")}
      fields={{ id, version }}
    >
      <ReplyFields reply={reply} />
    </DisclosedForm>
  );
}

function ReplyFields({ reply }: { reply?: SavedReplyView }) {
  const t = useTranslations("requests.replies");
  return (
    <>
      <TextField name="title" label={t("name")} maxLength={80} defaultValue={reply?.title} isRequired />
      <TextArea
        name="text"
        label={t("text")}
        description={t("hint", {
          executive: t("field.executive"),
          assistant: t("field.assistant"),
          request: t("field.request"),
        })}
        maxLength={4000}
        rows={4}
        defaultValue={reply?.text}
        isRequired
      />
    </>
  );
}
