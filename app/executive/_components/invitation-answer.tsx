"use client";
import { useTranslations } from "next-intl";
import { TapForm } from "@/app/_shared/forms/tap-form";
import type { MeetingReply } from "@/lib/meetings/rules-choices";
import { answerMeeting } from "../actions";

type InvitationAnswerProps = { id: string; title: string; reply: MeetingReply | null };

/** Says yes or no to a settled meeting; the answer that stands is the filled button. */
export function InvitationAnswer({ id, title, reply }: InvitationAnswerProps) {
  const t = useTranslations("meetings.invited");
  return (
    <div className="flex flex-wrap items-center gap-2">
      {reply && <span className="text-sm text-ink-2">{t(`said.${reply}`)}</span>}
      {(["accepted", "declined"] as const)
        .filter((one) => one !== reply)
        .map((one) => (
          <TapForm
            key={one}
            action={answerMeeting}
            fields={{ id, reply: one }}
            label={t(one)}
            of={t("of", { answer: t(one), title })}
            variant={one === "accepted" && !reply ? "primary" : "outline"}
          />
        ))}
    </div>
  );
}
