"use client";
import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";
import { preview, publish } from "@/app/manager/schedule/actions";
import type { PublicationSheet } from "@/app/manager/schedule/publication-sheet";
import { attempt } from "@/components/refusals/attempt";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Skeleton } from "@/components/ui/layout/skeleton";
import { Sheet } from "@/components/ui/overlays/sheet";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { undecidedCovers } from "@/lib/coverage/publishing/rules-decisions";
import { type IsoWeek, weekNumber } from "@/lib/time/iso-week";
import { useSchedule } from "../schedule-context";
import { LateNotice, PersonChanges } from "./person-changes";
import { type Decisions, decisionKey, SupportEffects } from "./support-effects";

type PublishSheetProps = { week: IsoWeek; close: () => void };

/** Reasons given, by "shift rule"; the one for a late publication stands under its own key. */
export type Reasons = Readonly<Record<string, string>>;
export const LATE = "late";

/** Before a week is published: who is told what, what needs a reason, and which executives' support changes by it. */
export function PublishSheet({ week, close }: PublishSheetProps) {
  const t = useTranslations("schedule.publish");
  const { poolId } = useSchedule();
  const refusals = useRefusalWords();
  const [sheet, setSheet] = useState<PublicationSheet | null>(null);
  const [reasons, setReasons] = useState<Reasons>({});
  const [decisions, setDecisions] = useState<Decisions>({});
  const [isPending, startTransition] = useTransition();
  useEffect(() => {
    let isOpen = true;
    attempt(() => preview({ poolId, week })).then((answer) => {
      if (!isOpen) return;
      if (answer.ok) return setSheet(answer.value);
      notifyFault(refusals(answer));
      close();
    });
    return () => {
      isOpen = false;
    };
  }, [poolId, week, close, refusals]);

  function send(assistantIds?: string[]) {
    if (!sheet) return;
    const overrides = overridesOf(sheet, reasons);
    const reason = reasons[LATE] ?? "";
    startTransition(async () => {
      const answer = await attempt(() =>
        publish({
          poolId,
          week,
          version: sheet.version,
          overrides,
          reason,
          covers: Object.values(decisions),
          ...(assistantIds && { assistantIds }),
        }),
      );
      if (!answer.ok) return notifyFault(refusals(answer));
      notify(t("done", { week: weekNumber(week), count: answer.value.told.length }));
      close();
    });
  }

  const missing = sheet ? missingIn(sheet, reasons) : 0;
  const undecided = sheet ? undecidedCovers(sheet.opened, Object.values(decisions)).length : 0;
  return (
    <Sheet
      isOpen
      isWide
      onOpenChange={(isOpen) => !isOpen && close()}
      title={t("title", { week: weekNumber(week) })}
      footer={
        sheet && (
          <>
            <span className="mr-auto self-center text-sm text-ink-2">
              {missing > 0
                ? t("missing", { count: missing })
                : undecided > 0
                  ? t("undecided", { count: undecided })
                  : t("ready")}
            </span>
            <Others sheet={sheet} reasons={reasons} onPublish={send} />
            <Button
              variant="primary"
              icon={<Send aria-hidden />}
              isDisabled={missing + undecided > 0 || sheet.drafts === 0}
              isPending={isPending}
              onPress={() => send()}
            >
              {t("publish", { count: sheet.drafts })}
            </Button>
          </>
        )
      }
    >
      {sheet ? (
        <Body {...{ sheet, reasons, setReasons, decisions, setDecisions }} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Sheet>
  );
}

type BodyProps = {
  sheet: PublicationSheet;
  reasons: Reasons;
  setReasons: (reasons: Reasons) => void;
  decisions: Decisions;
  setDecisions: (decisions: Decisions) => void;
};

function Body({ sheet, reasons, setReasons, decisions, setDecisions }: BodyProps) {
  const t = useTranslations("schedule.publish");
  const set = (key: string, words: string) => setReasons({ ...reasons, [key]: words });
  const asked = sheet.people.reduce((sum, { findings }) => sum + findings.length, 0) + (sheet.notice ? 1 : 0);
  const figures = [
    { value: String(sheet.people.length), label: t("told", { count: sheet.people.length }) },
    {
      value: asked === 0 ? "0" : t("of", { count: asked - missingIn(sheet, reasons), of: asked }),
      label: t("reasonsGiven"),
    },
    { value: String(sheet.opened.length), label: t("opens", { count: sheet.opened.length }) },
    { value: String(sheet.closed.length), label: t("closes", { count: sheet.closed.length }) },
  ];
  return (
    <div className="grid gap-5">
      <dl className="grid grid-cols-2 gap-3 border-b border-line pb-4 sm:grid-cols-4">
        {figures.map(({ value, label }) => (
          <div key={label} className="flex flex-col-reverse justify-end">
            <dt className="text-xs text-ink-2">{label}</dt>
            <dd className="tnum text-xl font-semibold tracking-tight">{value}</dd>
          </div>
        ))}
      </dl>
      <section aria-label={t("whoIsTold")}>
        <p className="flex justify-between text-xs text-ink-2">
          <span className="font-medium">{t("whoIsTold")}</span>
          <span>{t("unchanged", { count: sheet.unchanged })}</span>
        </p>
        <ul>
          {sheet.people.map((person) => (
            <PersonChanges key={person.assistantId} person={person} reasons={reasons} onReason={set} />
          ))}
        </ul>
        {sheet.notice && (
          <LateNotice
            notice={sheet.notice}
            count={sheet.people.length}
            reason={reasons[LATE] ?? ""}
            onReason={(words) => set(LATE, words)}
          />
        )}
      </section>
      {sheet.leftOut.length > 0 && (
        <section className="grid gap-1 text-sm">
          <h3 className="text-xs font-medium text-ink-2">{t("leftOut")}</h3>
          {sheet.leftOut.map(({ shiftId, name, rule }) => (
            <p key={shiftId}>
              <b className="font-semibold">{name}</b> {t(`stays.${rule}`)}
            </p>
          ))}
        </section>
      )}
      <SupportEffects
        opened={sheet.opened}
        closed={sheet.closed}
        decisions={decisions}
        onDecide={(one) => setDecisions({ ...decisions, [decisionKey(one.coverId, one)]: one })}
      />
    </div>
  );
}

type OthersProps = { sheet: PublicationSheet; reasons: Reasons; onPublish: (assistantIds: string[]) => void };

/** The way to publish those for whom nothing is missing, and leave the others drafts. */
function Others({ sheet, reasons, onPublish }: OthersProps) {
  const t = useTranslations("schedule.publish");
  const ready = sheet.people.filter(({ findings }) => findings.every((one) => isGiven(reasons, one)));
  const isLateMissing = sheet.notice !== null && !reasons[LATE];
  if (isLateMissing || ready.length === 0 || ready.length === sheet.people.length) return null;
  return (
    <Button variant="ghost" onPress={() => onPublish(ready.map(({ assistantId }) => assistantId))}>
      {t("others", { count: ready.length })}
    </Button>
  );
}

function isGiven(reasons: Reasons, { shiftId, rule }: { shiftId: string; rule: string }): boolean {
  return Boolean(reasons[`${shiftId} ${rule}`]?.trim());
}

function missingIn({ people, notice }: PublicationSheet, reasons: Reasons): number {
  const open = people.flatMap(({ findings }) => findings).filter((finding) => !isGiven(reasons, finding));
  return open.length + (notice && !reasons[LATE]?.trim() ? 1 : 0);
}

function overridesOf({ people }: PublicationSheet, reasons: Reasons) {
  return people.flatMap(({ findings }) =>
    findings.flatMap(({ shiftId, rule }) => {
      const reason = reasons[`${shiftId} ${rule}`]?.trim();
      return reason ? [{ shiftId, rule: rule as never, reason }] : [];
    }),
  );
}
