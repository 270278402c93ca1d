"use client";
import { Link2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { type ReactNode, useActionState, useRef, useState } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { Button } from "@/components/ui/forms/button";
import { boxStyle } from "@/components/ui/forms/checkbox-style";
import type { FormValues } from "@/components/ui/forms/form-context";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { cx } from "@/components/ui/layout/cx";
import { Notice } from "@/components/ui/layout/notice";
import { type InvitationsMade, type InvitedList, MOST_INVITED } from "@/lib/accounts/schema";
import { MadeLinks } from "./made-links";

type InviteAnswer = { status: string; values: FormValues; reason?: string; value?: InvitationsMade };

export type InvitePeopleProps<S extends InviteAnswer> = {
  list: InvitedList;
  poolId?: string;
  /** How many of the list were never invited, on all its pages. */
  neverInvited: number;
  /** Whether the page shows people who can be chosen. */
  hasChoice: boolean;
  /** The address people reach Standby at. */
  publicUrl: string;
  action: (previous: S, form: FormData) => Promise<S>;
  /** The list, whose rows hold a checkbox `userIds[]`. */
  children?: ReactNode;
};

const NOBODY: InvitationsMade = { made: [], invitedBefore: [], refused: [] };

/** A list whose people can be invited, some or all at once; it shows the links once, and asks before it replaces one. */
export function InvitePeople<S extends InviteAnswer>(props: InvitePeopleProps<S>) {
  const { list, poolId, neverInvited, hasChoice, publicUrl, action, children } = props;
  const t = useTranslations("accounts.inviteMany");
  const wordsOf = useRefusalWords();
  const form = useRef<HTMLFormElement>(null);
  const [chosen, setChosen] = useState(0);
  const [answer, send, isPending] = useActionState(
    action as unknown as (previous: InviteAnswer, form: FormData) => Promise<InviteAnswer>,
    { status: "idle", values: {} } as InviteAnswer,
  );
  const made = useAllMade(answer.value);
  const { invitedBefore, refused } = answer.value ?? NOBODY;
  const isShown = hasChoice || neverInvited > 0;

  function count() {
    setChosen(form.current?.querySelectorAll("[name='userIds[]']:checked").length ?? 0);
  }

  return (
    <div className="grid min-w-0 content-start">
      <div className={cx("grid gap-3 py-3 empty:hidden", children && "px-(--edge)")}>
        {answer.reason && (
          <Notice role="alert" tone="gap">
            {wordsOf(answer)}
          </Notice>
        )}
        {answer.status === "invalid" && <Notice role="alert">{t("choosePeople")}</Notice>}
        {made.length > 0 && <MadeLinks made={made} publicUrl={publicUrl} />}
        {refused.length > 0 && <Refused refused={refused} />}
        {invitedBefore.length > 0 && <InvitedBefore people={invitedBefore} send={send} />}
      </div>
      <form
        ref={form}
        action={send}
        onChange={count}
        // The boxes are empty only after it.
        onReset={() => setTimeout(count)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.target as Element).matches("[type=checkbox]"))
            event.preventDefault();
        }}
        className="min-w-0"
      >
        {poolId && <input type="hidden" name="poolId" value={poolId} />}
        {isShown && (
          <div
            className={cx(
              "flex min-h-11 flex-wrap items-center gap-x-4 gap-y-2 bg-canvas py-1.5 text-sm",
              children ? "border-b border-line px-(--edge)" : "rounded-lg px-3",
            )}
          >
            {hasChoice && <ChooseAll form={form} onChosen={count} />}
            <p className="min-w-0 text-ink-2">
              {chosen > 0 ? t("chosen", { count: chosen }) : t("neverInvited", { count: neverInvited })}
            </p>
            <Choices {...{ list, chosen, neverInvited, hasChoice, isPending }} />
          </div>
        )}
        {children}
      </form>
    </div>
  );
}

/** All links made while the page is open: a second round adds to the first. */
function useAllMade(value: InvitationsMade | undefined): InvitationsMade["made"] {
  const [seen, setSeen] = useState<InvitationsMade>();
  const [made, setMade] = useState<InvitationsMade["made"]>([]);
  if (!value || value === seen) return made;
  const ids = new Set(value.made.map(({ userId }) => userId));
  const all = [...value.made, ...made.filter(({ userId }) => !ids.has(userId))];
  setSeen(value);
  setMade(all);
  return all;
}

type ChoicesProps = {
  list: InvitedList;
  chosen: number;
  neverInvited: number;
  hasChoice: boolean;
  isPending: boolean;
};

function Choices({ list, chosen, neverInvited, hasChoice, isPending }: ChoicesProps) {
  const t = useTranslations("accounts.inviteMany");
  const isAlive = useIsAlive();
  const most = Math.min(neverInvited, MOST_INVITED);
  return (
    <div className="ml-auto flex flex-wrap gap-2">
      {hasChoice && (chosen > 0 || !isAlive) && (
        <Button
          type="submit"
          variant={chosen > 0 ? "primary" : "outline"}
          isPending={isPending}
          icon={<Link2 aria-hidden />}
        >
          {chosen > 0 ? t("inviteChosen", { count: chosen }) : t("inviteTicked")}
        </Button>
      )}
      {neverInvited > 0 && chosen === 0 && (
        <Button
          type="submit"
          name="everybody"
          value={list}
          variant="primary"
          isPending={isPending}
          icon={<Link2 aria-hidden />}
        >
          {neverInvited > most ? t("inviteFirst", { count: most }) : t("inviteAll", { count: most })}
        </Button>
      )}
    </div>
  );
}

type ChooseAllProps = { form: { current: HTMLFormElement | null }; onChosen: () => void };

function ChooseAll({ form, onChosen }: ChooseAllProps) {
  const t = useTranslations("accounts.inviteMany");
  if (!useIsAlive()) return null;
  function choose(isOn: boolean) {
    for (const box of form.current?.querySelectorAll<HTMLInputElement>("[name='userIds[]']") ?? [])
      box.checked = isOn;
    onChosen();
  }
  return (
    <label className="flex items-center gap-2 touch:min-h-11">
      <input type="checkbox" onChange={(event) => choose(event.target.checked)} className={boxStyle} />
      {t("chooseAll")}
    </label>
  );
}

type InvitedBeforeProps = { people: InvitationsMade["invitedBefore"]; send: (form: FormData) => void };

function InvitedBefore({ people, send }: InvitedBeforeProps) {
  const t = useTranslations("accounts.inviteMany");
  const format = useFormatter();
  return (
    <Notice
      role="alert"
      actions={
        <form action={send}>
          <input type="hidden" name="again" value="true" />
          {people.map(({ userId }) => (
            <input key={userId} type="hidden" name="userIds[]" value={userId} />
          ))}
          <Button type="submit">{t("inviteAgain", { count: people.length })}</Button>
        </form>
      }
    >
      <p className="font-semibold">{t("before", { count: people.length })}</p>
      <p>
        {format.list(
          people.map(({ name, invitedAt }) =>
            invitedAt ? t("beforeOne", { name, day: format.dateTime(new Date(invitedAt), "day") }) : name,
          ),
        )}
      </p>
      <p>{t("beforeHint")}</p>
    </Notice>
  );
}

function Refused({ refused }: { refused: InvitationsMade["refused"] }) {
  const t = useTranslations("accounts.inviteMany");
  const wordsOf = useRefusalWords();
  return (
    <Notice role="status">
      <p className="font-semibold">{t("refused", { count: refused.length })}</p>
      <ul>
        {refused.map(({ userId, name, reason }) => (
          <li key={userId}>
            {name}: {wordsOf({ reason })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
