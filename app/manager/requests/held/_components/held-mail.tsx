"use client";
import { useTranslations } from "next-intl";
import { DisclosedForm } from "@/app/_shared/forms/disclosed-form";
import { TapForm } from "@/app/_shared/forms/tap-form";
import { useMomentWords } from "@/components/requests/use-promise-words";
import type { Option } from "@/components/ui/forms/options";
import { Select } from "@/components/ui/forms/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { HeldMailView } from "@/lib/requests/inbound/schema";
import { discard, release, restore } from "../actions";

/** A mail that waits for a manager: from whom, why it is held, its text, and what can be done with it. */
export function HeldMail({ mail, executives }: { mail: HeldMailView; executives: Option[] }) {
  const t = useTranslations("requests.held");
  const moment = useMomentWords();
  const { id, fromName, fromAddress, subject, text, reason, receivedAt, requestId, isDiscarded } = mail;
  const title = subject || t("noSubject");
  return (
    <li className="grid gap-2 border-b border-line px-(--edge) py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="text-sm font-semibold [overflow-wrap:anywhere]">{title}</h2>
          <p className="tnum text-xs text-ink-2 [overflow-wrap:anywhere]">
            {[fromName, fromAddress || t("noSender"), moment(receivedAt)].filter(Boolean).join(" · ")}
          </p>
          {reason && <p className="text-sm text-ink-2">{t(`reason.${reason}`)}</p>}
        </div>
        {isDiscarded ? (
          <TapForm
            action={restore}
            fields={{ id }}
            label={t("restore")}
            of={t("restoreOf", { title })}
            done={t("restored")}
          />
        ) : (
          <TapForm
            action={discard}
            fields={{ id }}
            label={t("discard")}
            of={t("discardOf", { title })}
            done={t("discarded")}
            variant="ghost"
          />
        )}
      </div>
      {text && (
        <Disclosure summary={t("text")} label={t("textOf", { title })} tone="quiet">
          <p className="mt-1 max-h-96 overflow-y-auto rounded-lg bg-canvas p-3 text-sm whitespace-pre-line [overflow-wrap:anywhere]">
            {text}
          </p>
        </Disclosure>
      )}
      {!isDiscarded && reason !== "unreadable" && (
        <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
          <DisclosedForm
            action={release}
            summary={t("asRequest")}
            label={t("asRequestOf", { title })}
            submit={t("send")}
            done={t("released")}
            fields={{ id }}
          >
            <Select
              name="executiveId"
              label={t("for")}
              options={executives}
              placeholder={t("choose")}
              isRequired
            />
          </DisclosedForm>
          {requestId && (
            <TapForm
              action={release}
              fields={{ id }}
              label={t("asAnswer")}
              of={t("asAnswerOf", { title })}
              done={t("released")}
            />
          )}
        </div>
      )}
    </li>
  );
}
