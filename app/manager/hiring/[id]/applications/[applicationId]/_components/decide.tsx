"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { Notice } from "@/components/ui/layout/notice";
import { isStage, moveTo, NO_REASONS, STAGES } from "@/lib/hiring/applications/rules";
import type { ApplicationView } from "@/lib/hiring/applications/schema";
import { moveCandidate, release, takeBackNo } from "../../../../actions";

/** What can be done with an application now: on to the next stage, to another one, or a no that can be taken back for a minute. */
export function Decide({ application }: { application: ApplicationView }) {
  const t = useTranslations("hiring.decide");
  const status = useTranslations("hiring.board.status");
  const refusals = useRefusalWords();
  const { id, version, status: current } = application;
  const fields = { id, version };
  if (application.canUndoUntil)
    return (
      <Form action={takeBackNo} done={t("undone")} refusals={refusals}>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <Notice>{t("noGoes")}</Notice>
        <Button type="submit">{t("undo")}</Button>
      </Form>
    );
  if (!isStage(current)) return <p className="text-sm text-ink-2">{t(`ended.${current}`)}</p>;
  const following = STAGES[STAGES.indexOf(current) + 1];
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-2">
        {application.isHeld && (
          <TapForm action={release} fields={fields} label={t("release")} done={t("released")} />
        )}
        {following && following !== "offered" && (
          <TapForm
            action={moveCandidate}
            fields={{ ...fields, move: moveTo(following) }}
            label={t("moveTo", { status: status(following) })}
            done={t("moved")}
            variant="primary"
          />
        )}
      </div>
      <DisclosedForm
        {...{ action: moveCandidate, fields }}
        summary={t("other")}
        submit={t("move")}
        done={t("moved")}
      >
        <Select
          name="move"
          label={t("stage")}
          options={STAGES.filter((stage) => stage !== current).map((stage) => ({
            value: moveTo(stage),
            label: status(stage),
          }))}
          isRequired
        />
      </DisclosedForm>
      <DisclosedForm
        action={moveCandidate}
        fields={{ ...fields, move: "answer_no" }}
        summary={t("no")}
        submit={t("sendNo")}
        done={t("noSent")}
      >
        <Select
          name="noReason"
          label={t("reason")}
          description={t("reasonHint")}
          options={NO_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
          isRequired
        />
      </DisclosedForm>
    </div>
  );
}
