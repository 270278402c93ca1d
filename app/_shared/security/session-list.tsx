"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Badge } from "@/components/ui/layout/badge";
import { deviceOf } from "@/lib/accounts/rules-device";
import type { OwnSession } from "@/lib/auth/own-sessions";
import { endOtherSessions, endSession } from "./actions";

/** The browsers somebody is signed in with, and the way out of each but this. */
export function SessionList({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = useTranslations("accounts.security");
  const refusals = useRefusalWords();
  const hasOthers = sessions.some(({ isThis }) => !isThis);
  return (
    <div className="grid gap-3">
      <ul>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </ul>
      {hasOthers ? (
        <Form action={endOtherSessions} refusals={refusals} done={t("ended", { count: sessions.length - 1 })}>
          <Button type="submit" className="w-fit">
            {t("endOthers")}
          </Button>
        </Form>
      ) : (
        <p className="text-sm text-ink-2">{t("onlyThis")}</p>
      )}
    </div>
  );
}

function SessionRow({ session: { id, agent, openedAt, lastSeenAt, isThis } }: { session: OwnSession }) {
  const t = useTranslations("accounts.security");
  const format = useFormatter();
  const refusals = useRefusalWords();
  const { browser, system } = deviceOf(agent);
  const device = t("device", { browser: browser ?? "none", system: system ?? "none" });
  const [opened, seen] = [openedAt, lastSeenAt].map((at) => format.dateTime(at, "moment"));
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-1 border-b border-hair py-2">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
          {device}
          {isThis && (
            <Badge icon={null} tone="outline">
              {t("this")}
            </Badge>
          )}
        </p>
        <p className="tnum text-xs text-ink-2">{t("seen", { opened: opened ?? "", seen: seen ?? "" })}</p>
      </div>
      {!isThis && (
        <Form action={endSession} refusals={refusals} done={t("ended", { count: 1 })}>
          <input type="hidden" name="id" value={id} />
          <Button type="submit" aria-label={t("endOf", { device })}>
            {t("end")}
          </Button>
        </Form>
      )}
    </li>
  );
}
