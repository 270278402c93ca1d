"use client";
import { useTranslations } from "next-intl";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { Form } from "@/components/ui/forms/form";
import { Dialog } from "@/components/ui/overlays/dialog";
import type { AccountView } from "@/lib/accounts/schema";
import * as actions from "../actions";

/** Shuts or opens an account, gives or takes the administrator's role and what is asked of its second factor, each after asking. */
export function AccessButtons({ account, isOwn }: { account: AccountView; isOwn: boolean }) {
  const { state, roles, factor } = account;
  const isAdministrator = roles.includes("administrator");
  const isOpen = state !== "disabled";
  return (
    <div className="flex flex-wrap gap-2">
      {isAdministrator ? (
        <Change account={account} act="unmake" isDangerous />
      ) : (
        isOpen && <Change account={account} act="make" />
      )}
      {!isOwn && factor.since && <Change account={account} act="resetFactor" isDangerous />}
      {account.linkedAt && <Change account={account} act="unlink" isDangerous />}
      {!isOwn && isOpen && factor.required === "no" && <Change account={account} act="requireFactor" />}
      {!isOwn && factor.required === "by_administrator" && (
        <Change account={account} act="stopRequiringFactor" />
      )}
      {!isOpen && <Change account={account} act="enable" />}
      {isOpen && !isOwn && <Change account={account} act="disable" isDangerous />}
      {!isOpen && !isOwn && <Change account={account} act="erase" isDangerous />}
    </div>
  );
}

type ChangeProps = {
  account: AccountView;
  act: keyof typeof WORDS;
  isDangerous?: boolean;
};

const WORDS = {
  disable: {
    call: actions.disable,
    label: "disable",
    title: "disableTitle",
    body: "disableBody",
    done: "disabled",
  },
  erase: { call: actions.erase, label: "erase", title: "eraseTitle", body: "eraseBody", done: "erased" },
  enable: {
    call: actions.enable,
    label: "enable",
    title: "enableTitle",
    body: "enableBody",
    done: "enabled",
  },
  make: {
    call: actions.make,
    label: "makeAdministrator",
    title: "makeTitle",
    body: "makeBody",
    done: "made",
  },
  unmake: {
    call: actions.unmake,
    label: "unmakeAdministrator",
    title: "unmakeTitle",
    body: "unmakeBody",
    done: "unmade",
  },
  resetFactor: {
    call: actions.resetFactor,
    label: "resetFactor",
    title: "resetTitle",
    body: "resetBody",
    done: "reset",
  },
  unlink: {
    call: actions.unlink,
    label: "unlink",
    title: "unlinkTitle",
    body: "unlinkBody",
    done: "unlinked",
  },
  requireFactor: {
    call: actions.requireFactor,
    label: "requireFactor",
    title: "requireTitle",
    body: "requireBody",
    done: "required",
  },
  stopRequiringFactor: {
    call: actions.stopRequiringFactor,
    label: "stopRequiring",
    title: "stopRequiringTitle",
    body: "stopRequiringBody",
    done: "notRequired",
  },
} as const;

function Change({ account: { userId, name }, act, isDangerous }: ChangeProps) {
  const t = useTranslations("accounts.account");
  const common = useTranslations("common.action");
  const refusals = useRefusalWords();
  const { call, label, title, body, done } = WORDS[act];
  return (
    <Dialog
      isAlert
      title={t(title, { name })}
      description={t(body, { name })}
      trigger={<Button>{t(label)}</Button>}
    >
      {(close) => (
        <Form action={call} refusals={refusals} done={t(done, { name })} onDone={close}>
          <input type="hidden" name="userId" value={userId} />
          <div className="flex flex-wrap justify-end gap-2">
            <Button onPress={close}>{common("cancel")}</Button>
            <Button type="submit" variant={isDangerous ? "danger" : "primary"}>
              {t(label)}
            </Button>
          </div>
        </Form>
      )}
    </Dialog>
  );
}
