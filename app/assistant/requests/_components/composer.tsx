"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { FilePick } from "@/components/ui/files/file-pick";
import { Form } from "@/components/ui/forms/form";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { TextArea } from "@/components/ui/forms/text-area";
import { firstNameOf } from "@/components/ui/layout/avatar";
import { Kbd } from "@/components/ui/layout/kbd";
import { MOST_FILE_BYTES, MOST_FILES } from "@/lib/files/rules-limits";
import { compose } from "../actions";
import type { Sheet } from "./read-sheet";
import { SavedReplies } from "./saved-replies";

/** One field for what is said: to the executive, internal, or a question to wait for. */
export function Composer({ sheet: { request, mentionable, replies } }: { sheet: Sheet }) {
  const t = useTranslations("requests.composer");
  const { id, version, executiveName, serviceLevel, status } = request;
  const name = firstNameOf(executiveName);
  const counts = serviceLevel.answer?.state === "running" || serviceLevel.answer?.state === "missed";
  const canAsk = !["waiting", "resolved", "closed", "cancelled"].includes(status);
  return (
    <Form
      action={compose}
      refusals={useRefusalWords()}
      resetWhenDone
      aria-label={t("label")}
      className="sticky bottom-0 print:hidden gap-2 rounded-xl border border-line-2 bg-surface p-2 focus-within:border-accent"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <RadioGroup
        name="to"
        label={t("to")}
        isLabelHidden
        appearance="segmented"
        defaultValue="executive"
        className="w-fit"
        options={[
          { value: "executive", label: t("toExecutive", { name }) },
          { value: "internal", label: t("internal") },
        ]}
      />
      <TextArea
        name="text"
        label={t("text")}
        isLabelHidden
        placeholder={counts ? t("placeholderFirst", { name }) : t("placeholder", { name })}
        rows={2}
        maxLength={4000}
        isRequired
        data-key="r"
        className="[&_textarea]:border-0! [&_textarea]:shadow-none! [&_textarea]:outline-none! [&_textarea]:focus-visible:ring-0!"
      />
      {mentionable.length > 0 && (
        <p className="px-3 text-xs text-ink-2">
          {t("mention", { names: mentionable.map((one) => `@${firstNameOf(one)}`).join(", ") })}
        </p>
      )}
      <FilePick mostBytes={MOST_FILE_BYTES} mostFiles={MOST_FILES} className="px-3" />
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto flex items-center gap-1 pl-1 text-xs text-ink-2 max-md:hidden">
          <Kbd>R</Kbd> {t("keyReply")}
        </span>
        <SavedReplies replies={replies} />
        {canAsk && (
          <PlainButton type="submit" name="ask" value="on" variant="outline">
            {t("ask")}
          </PlainButton>
        )}
        <PlainButton type="submit" variant="primary">
          {t("send")}
        </PlainButton>
      </div>
    </Form>
  );
}
