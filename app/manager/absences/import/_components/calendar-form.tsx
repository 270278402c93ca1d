"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CheckAndImport } from "@/components/imports/check-and-import";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { FileDrop } from "@/components/ui/files/file-drop";
import type { FileState } from "@/components/ui/files/file-slots";
import { Checkbox } from "@/components/ui/forms/checkbox";
import { Form } from "@/components/ui/forms/form";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { TextField } from "@/components/ui/forms/text-field";
import type { CalendarReport } from "@/lib/calendars/schema";
import type { FormState } from "@/lib/server/form-action";
import { upload } from "../actions";
import { CalendarOutcome } from "./calendar-outcome";

/** Choose a calendar file, check it, and import the very same one: it stays chosen. */
export function CalendarForm({ types }: { types: { value: string; label: string }[] }) {
  const t = useTranslations("calendars");
  const words = useTranslations("imports");
  const [isOutdated, setOutdated] = useState(false);
  const [report, setReport] = useState<CalendarReport | null>(null);
  const isReady = report !== null && !isOutdated && !report.applied && report.faultCount === 0;

  function show(answer: FormState<CalendarReport>) {
    setReport(answer.status === "done" ? answer.value : null);
    setOutdated(false);
  }

  function stateOf(last: CalendarReport | null, isWaiting: boolean): FileState {
    if (isWaiting) return { words: words("drop.checking"), tone: "waiting" };
    if (!last) return { words: words("drop.unchecked"), tone: "waiting" };
    return last.faultCount > 0
      ? { words: words("drop.faults", { count: last.faultCount }), tone: "bad" }
      : { words: words("drop.good"), tone: "good" };
  }

  return (
    <Form
      action={upload}
      refusals={useRefusalWords()}
      values={{ type: types[0]?.value ?? "", status: "approved" }}
      onDone={show}
      receipt={(answer: FormState<CalendarReport>) =>
        answer.status === "done" && !isOutdated && <CalendarOutcome report={answer.value} />
      }
      className="gap-5"
    >
      <FileDrop
        label={t("import.file")}
        slots={[{ name: "file", label: t("import.file"), hint: t("import.fileHint") }]}
        accept=".ics,text/calendar"
        words={{
          choose: t("import.drop.choose"),
          drop: t("import.drop.rest"),
          hint: t("import.fileHint"),
          unplaced: String,
        }}
        stateOf={(_, __, isWaiting) => stateOf(isOutdated ? null : report, isWaiting)}
        onChange={() => setOutdated(true)}
      />
      <Select name="type" label={t("import.type")} options={types} isRequired className="max-w-72" />
      <RadioGroup
        name="status"
        label={t("import.status")}
        appearance="segmented"
        options={(["approved", "requested"] as const).map((value) => ({
          value,
          label: t(`import.${value}`),
        }))}
      />
      <Checkbox name="asRequested" label={words("asRequested")} onChange={() => setOutdated(true)} />
      <TextField
        name="assistantEmail"
        type="email"
        label={t("import.email")}
        description={t("import.emailHint")}
        isRequired={false}
      />
      <CheckAndImport isReady={isReady} words={{ check: t("import.check"), import: t("import.import") }} />
    </Form>
  );
}
