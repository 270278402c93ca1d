"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { ConfirmDialog } from "@/components/ui/overlays/dialog";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import type { AccountView } from "@/lib/accounts/schema";
import * as actions from "../actions";

/** Shuts or opens an account and gives or takes the administrator's role, each after asking. */
export function AccessButtons({ account, isOwn }: { account: AccountView; isOwn: boolean }) {
  const t = useTranslations("accounts.account");
  const { state, roles } = account;
  const isAdministrator = roles.includes("administrator");
  return (
    <div className="grid justify-items-start gap-3">
      {isOwn && <p className="text-sm text-ink-2">{t("ownAccount")}</p>}
      <div className="flex flex-wrap gap-2">
        {isAdministrator ? (
          <Change account={account} call={actions.unmake} words={UNMAKE} isDangerous />
        ) : (
          state !== "disabled" && <Change account={account} call={actions.make} words={MAKE} />
        )}
        {state === "disabled" && <Change account={account} call={actions.enable} words={ENABLE} />}
        {state !== "disabled" && !isOwn && (
          <Change account={account} call={actions.disable} words={DISABLE} isDangerous />
        )}
      </div>
    </div>
  );
}

const DISABLE = { label: "disable", title: "disableTitle", body: "disableBody", done: "disabled" } as const;
const ENABLE = { label: "enable", title: "enableTitle", body: "enableBody", done: "enabled" } as const;
const MAKE = { label: "makeAdministrator", title: "makeTitle", body: "makeBody", done: "made" } as const;
const UNMAKE = {
  label: "unmakeAdministrator",
  title: "unmakeTitle",
  body: "unmakeBody",
  done: "unmade",
} as const;

type ChangeProps = {
  account: AccountView;
  call: typeof actions.disable | typeof actions.enable | typeof actions.make | typeof actions.unmake;
  words: typeof DISABLE | typeof ENABLE | typeof MAKE | typeof UNMAKE;
  isDangerous?: boolean;
};

function Change({ account: { userId, name }, call, words, isDangerous }: ChangeProps) {
  const t = useTranslations("accounts.account");
  const wordsOf = useRefusalWords();
  async function change() {
    const answer = await call({ userId });
    if (answer.ok) notify(t(words.done, { name }));
    else notifyFault(wordsOf(answer));
  }
  return (
    <ConfirmDialog
      title={t(words.title, { name })}
      description={t(words.body, { name })}
      trigger={<Button>{t(words.label)}</Button>}
      confirmLabel={t(words.label)}
      isDangerous={isDangerous}
      onConfirm={change}
    />
  );
}
