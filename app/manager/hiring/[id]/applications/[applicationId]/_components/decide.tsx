"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Select } from "@/components/ui/forms/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Notice } from "@/components/ui/layout/notice";
import { isStage, moveTo, NO_REASONS, STAGES } from "@/lib/hiring/applications/rules";
import type { ApplicationView } from "@/lib/hiring/applications/schema";
import { moveCandidate, release, takeBackNo } from "../../../../actions";

/** What can be done with an application now: on to the next stage, to another one, or a no that can be taken back for a minute. */
export function Decide({ application }: { application: ApplicationView }) {
  const t = useTranslations("hiring.decide");
  const status = useTranslations("hiring.board.status");
  const refusals = useRefusalWords();
  const hidden = (
    <>
      <input type="hidden" name="id" value={application.id} />
      <input type="hidden" name="version" value={application.version} />
    </>
  );
  if (application.canUndoUntil)
    return (
      <Form action={takeBackNo} done={t("undone")} refusals={refusals}>
        {hidden}
        <Notice>{t("noGoes")}</Notice>
        <Button type="submit">{t("undo")}</Button>
      </Form>
    );
  const { status: current } = application;
  if (!isStage(current)) return <p className="text-sm text-ink-2">{t(`ended.${current}`)}</p>;
  const following = STAGES[STAGES.indexOf(current) + 1];
  return (
    <div className="grid justify-items-start gap-3">
      {application.isHeld && (
        <Form action={release} done={t("released")} refusals={refusals}>
          {hidden}
          <Button type="submit">{t("release")}</Button>
        </Form>
      )}
      <Form action={moveCandidate} done={t("moved")} refusals={refusals}>
        {hidden}
        <input type="hidden" name="move" value={following ? moveTo(following) : "hire"} />
        <Button type="submit" variant="primary">
          {following ? t("moveTo", { status: status(following) }) : t("hire")}
        </Button>
      </Form>
      <Disclosure tone="quiet" summary={t("other")}>
        <Form action={moveCandidate} done={t("moved")} refusals={refusals} className="gap-2 py-2">
          {hidden}
          <Select
            name="move"
            label={t("stage")}
            options={STAGES.filter((stage) => stage !== current).map((stage) => ({
              value: moveTo(stage),
              label: status(stage),
            }))}
            isRequired
          />
          <Button type="submit" className="w-fit">
            {t("move")}
          </Button>
        </Form>
      </Disclosure>
      <Disclosure tone="quiet" summary={t("no")}>
        <Form action={moveCandidate} done={t("noSent")} refusals={refusals} className="gap-2 py-2">
          {hidden}
          <input type="hidden" name="move" value="answer_no" />
          <Select
            name="noReason"
            label={t("reason")}
            description={t("reasonHint")}
            options={NO_REASONS.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            isRequired
          />
          <Button type="submit" className="w-fit">
            {t("sendNo")}
          </Button>
        </Form>
      </Disclosure>
    </div>
  );
}
