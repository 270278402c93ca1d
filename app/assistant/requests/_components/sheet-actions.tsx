"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useRefusalWords } from "@/components/refusals/use-refusal-words";
import { useUndoable } from "@/components/refusals/use-undoable";
import { ChangeForm } from "@/components/requests/change-form";
import { type MoveAction, useMoved } from "@/components/requests/use-request-moves";
import { DateField } from "@/components/ui/dates/date-field";
import { TimeField } from "@/components/ui/dates/time-field";
import { Form, type FormProps } from "@/components/ui/forms/form";
import { LinkButton } from "@/components/ui/forms/link-button";
import { PlainButton } from "@/components/ui/forms/plain-button";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { Select } from "@/components/ui/forms/select";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { Kbd } from "@/components/ui/layout/kbd";
import { WAITS_FOR } from "@/lib/requests/rules-choices";
import type { FormState } from "@/lib/server/form-action";
import { change, finish, keep, merge, passOn, resume, split, start, takeOver, wait } from "../actions";
import type { Sheet } from "./read-sheet";

type Merged = { id: string; version: number; stays: string };

/** What can be done with a request, each with its key; what needs a choice opens below. */
export function SheetActions({ sheet }: { sheet: Sheet }) {
  const t = useTranslations("requests.sheet");
  const letters = useTranslations("letters");
  const { request, isMine, colleagues } = sheet;
  const { status, heldBecause } = request;
  const isOpen = !["resolved", "closed", "cancelled"].includes(status);
  if (!isOpen) return null;
  const canKeep = isMine && (heldBecause === "cover" || heldBecause === "backup");
  return (
    <div className="flex flex-wrap items-start gap-2">
      {(status === "new" || status === "assigned") && (
        <Move sheet={sheet} action={start} keyName="s" isMain label={t("start")} />
      )}
      {status === "waiting" && <Move sheet={sheet} action={resume} keyName="s" isMain label={t("resume")} />}
      {status !== "waiting" && <WaitFor sheet={sheet} />}
      <Move sheet={sheet} action={finish} keyName="d" label={t("done")} isMain={status === "in_progress"} />
      {!isMine && <Move sheet={sheet} action={takeOver} keyName="t" label={t("takeOver")} />}
      {canKeep && <Move sheet={sheet} action={keep} label={t("keep")} />}
      {isMine && colleagues.length > 0 && <PassOn sheet={sheet} />}
      {sheet.meeting && (
        <LinkButton href={sheet.meeting.href} variant="outline">
          {t(sheet.meeting.isBegun ? "openMeeting" : "planMeeting")}
        </LinkButton>
      )}
      <LinkButton href={`/assistant/letters/new?request=${request.id}`}>{letters("write")}</LinkButton>
      {sheet.others.length > 0 && <Merge sheet={sheet} />}
      <Opening label={t("change")} keyName="e">
        <ChangeForm request={request} types={sheet.types} action={change} />
      </Opening>
    </div>
  );
}

type MoveProps = {
  sheet: Sheet;
  action: unknown;
  label: string;
  keyName?: string;
  isMain?: boolean;
  children?: ReactNode;
};

function Move({ sheet: { request }, action, label, keyName, isMain = false, children }: MoveProps) {
  const moved = useMoved(request, undefined);
  return (
    <Form
      action={action as FormProps<Awaited<ReturnType<MoveAction>>>["action"]}
      refusals={useRefusalWords()}
      onDone={moved}
      className="gap-1"
    >
      <input type="hidden" name="id" value={request.id} />
      <input type="hidden" name="version" value={request.version} />
      {children}
      <PlainButton type="submit" variant={isMain ? "primary" : "outline"} data-key={keyName}>
        {label}
        {keyName && <Kbd className="max-md:hidden">{keyName.toUpperCase()}</Kbd>}
      </PlainButton>
    </Form>
  );
}

const MENU =
  "[&>summary]:before:hidden [&>summary]:after:hidden [&>summary>svg]:hidden [&>summary]:flex [&>summary]:h-8 [&>summary]:touch:h-11 [&>summary]:items-center [&>summary]:gap-1.5 [&>summary]:rounded-md [&>summary]:border [&>summary]:border-line [&>summary]:px-3 [&>summary]:py-0 [&>summary]:text-sm [&>summary]:font-medium [&>summary]:text-ink relative";
const PANEL =
  "z-20 mt-1 grid gap-3 rounded-xl border border-line bg-surface p-4 shadow-float md:absolute md:right-0 md:w-80";

type OpeningProps = { label: string; keyName: string; children: ReactNode };

/** A button, with its key, that opens a form below it. */
function Opening({ label, keyName, children }: OpeningProps) {
  return (
    <Disclosure
      className={MENU}
      summary={
        <span data-key={keyName} className="contents">
          {label}
          <Kbd className="max-md:hidden">{keyName.toUpperCase()}</Kbd>
        </span>
      }
    >
      <div className={PANEL}>{children}</div>
    </Disclosure>
  );
}

/** Two requests about one thing become one: the older stays, and for some seconds they can be split again. */
function Merge({ sheet: { request, others } }: { sheet: Sheet }) {
  const t = useTranslations("requests.merge");
  const undoable = useUndoable();
  const undo = async ({ id, version }: Merged) => {
    const form = new FormData();
    form.set("id", id);
    form.set("version", String(version));
    const answer = await split({ status: "idle", values: {} }, form);
    return answer.status === "done" ? ({ ok: true } as const) : { ok: false as const, ...answer };
  };
  return (
    <Opening label={t("title")} keyName="m">
      <Form
        action={merge}
        refusals={useRefusalWords()}
        onDone={(answer: FormState<Merged>) => {
          if (answer.status === "done") undoable(t("done"), () => undo(answer.value));
        }}
        className="gap-3"
      >
        <input type="hidden" name="id" value={request.id} />
        <input type="hidden" name="version" value={request.version} />
        <Select name="intoId" label={t("with")} options={others} isRequired />
        <p className="text-sm text-ink-2">{t("explain")}</p>
        <PlainButton type="submit" variant="primary" className="w-fit">
          {t("submit")}
        </PlainButton>
      </Form>
    </Opening>
  );
}

/** For whom it waits, and until when. */
function WaitFor({ sheet }: { sheet: Sheet }) {
  const t = useTranslations("requests.sheet");
  const { executiveName } = sheet.request;
  return (
    <Opening label={t("wait")} keyName="w">
      <Move sheet={sheet} action={wait} label={t("waitNow")} isMain>
        <RadioGroup
          name="for"
          label={t("waitFor")}
          defaultValue="requester"
          options={WAITS_FOR.map((value) => ({
            value,
            label: value === "requester" ? executiveName : t("waitThird"),
          }))}
        />
        <div className="flex gap-2">
          <DateField name="untilOn" label={t("until")} isRequired={false} />
          <TimeField name="untilTime" label={t("untilTime")} isRequired={false} />
        </div>
      </Move>
    </Opening>
  );
}

/** To whom of those who support or cover the executive. */
function PassOn({ sheet }: { sheet: Sheet }) {
  const t = useTranslations("requests.sheet");
  return (
    <Opening label={t("passOn")} keyName="a">
      <Move sheet={sheet} action={passOn} label={t("passOnNow")} isMain>
        <Select name="assistantId" label={t("passOnTo")} options={sheet.colleagues} />
      </Move>
    </Opening>
  );
}
