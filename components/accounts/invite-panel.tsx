"use client";
import { Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useActionState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { CopyableLink } from "@/components/ui/forms/copyable-link";
import type { FormValues } from "@/components/ui/forms/form-context";
import { Notice } from "@/components/ui/layout/notice";
import { linkAddress } from "@/lib/accounts/rules";
import type { InvitationView, NewLink } from "@/lib/accounts/schema";
import { AccountState } from "./account-state";

type InviteAnswer = { status: string; values: FormValues; reason?: string; value?: NewLink };

export type InvitePanelProps<S extends InviteAnswer> = {
  invitation: InvitationView;
  name: string;
  /** The address people reach Standby at. */
  publicUrl: string;
  action: (previous: S, form: FormData) => Promise<S>;
};

/** Where a person stands on the way to their account, and the link that takes them on; works before hydration. */
export function InvitePanel<S extends InviteAnswer>(props: InvitePanelProps<S>) {
  const { invitation, name, publicUrl, action } = props;
  const t = useTranslations("accounts.invite");
  const wordsOf = useRefusalWords();
  const [answer, send, isPending] = useActionState(
    action as unknown as (previous: InviteAnswer, form: FormData) => Promise<InviteAnswer>,
    { status: "idle", values: {} } as InviteAnswer,
  );
  const { state, refusal, linkExpiresAt } = invitation;
  const standing = (
    <p className="text-sm">
      <AccountState account={invitation} />
    </p>
  );
  if (refusal) {
    return (
      <div className="grid gap-2">
        {standing}
        <p className="text-sm text-ink-2">{wordsOf({ reason: refusal })}</p>
      </div>
    );
  }
  const make = state === "active" ? t("makePassword") : t(state === "not_invited" ? "make" : "makeNew");
  return (
    <div className="grid max-w-xl justify-items-start gap-3">
      {standing}
      <p className="text-sm text-pretty text-ink-2">
        {t(state === "active" ? "active" : "waiting", { name })}{" "}
        {linkExpiresAt && !answer.value && t("pending")}
      </p>
      {answer.value && (
        <MadeLink
          link={answer.value}
          address={linkAddress(publicUrl, "password", answer.value.token)}
          name={name}
        />
      )}
      {answer.reason && (
        <Notice role="alert" tone="gap">
          {wordsOf(answer)}
        </Notice>
      )}
      <form action={send}>
        <input type="hidden" name="userId" value={invitation.userId} />
        <Button type="submit" isPending={isPending} icon={<Link2 aria-hidden />}>
          {make}
        </Button>
      </form>
    </div>
  );
}

function MadeLink({ link, address, name }: { link: NewLink; address: string; name: string }) {
  const t = useTranslations("accounts.invite");
  const format = useFormatter();
  return (
    <CopyableLink
      label={t("link", { name })}
      description={[
        t("shownOnce", { date: format.dateTime(link.expiresAt, "moment") }),
        ...(link.isMailed ? [t("mailed")] : []),
      ].join(" ")}
      address={address}
      words={{ copy: t("copy"), copied: t("copied") }}
    />
  );
}
