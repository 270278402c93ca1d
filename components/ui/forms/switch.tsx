"use client";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useActionState, useId, useOptimistic, useRef } from "react";
import { cx } from "@/components/ui/layout/cx";
import { notify, notifyFault } from "@/components/ui/overlays/toast";
import { Button } from "./button";
import { choiceStyle } from "./checkbox-style";
import { FieldDescription } from "./field";
import type { FormAnswer, FormProps } from "./form";
import { asOwnAction } from "./own-actions";
import { unansweredBy } from "./unanswered";
import { useIsAlive } from "./use-is-alive";

const switchStyle = cx(
  "relative mt-px h-5 w-8 shrink-0 appearance-none rounded-full border-[1.5px] border-line-2 bg-surface transition-colors duration-120",
  "before:absolute before:top-[1.5px] before:left-[1.5px] before:size-3.5 before:rounded-full before:bg-ink-3 before:transition-transform before:duration-120",
  "hover:border-ink-3 checked:border-accent checked:bg-accent checked:before:translate-x-3 checked:before:bg-accent-ink",
  "forced-colors:h-4 forced-colors:w-4 forced-colors:appearance-auto forced-colors:before:hidden touch:mt-0",
);

type SwitchProps<S extends FormAnswer> = {
  /** A server action made with formAction; it reads `name` as "true", or nothing where it is off. */
  action: FormProps<S>["action"];
  name: string;
  label: string;
  description?: string;
  isOn: boolean;
  /** The words for the reason the verb refuses with. */
  refusals: FormProps<S>["refusals"];
  /** What is said when it is turned on, and when it is turned off. */
  done: { on: string; off: string };
};

/** A setting that takes effect at once, and goes back with words where it is refused; before JavaScript a button sends it. */
export function Switch<S extends FormAnswer>(props: SwitchProps<S>) {
  const { action, name, label, description, isOn, refusals, done } = props;
  const t = useTranslations("common.action");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const isAlive = useIsAlive();
  const [shown, show] = useOptimistic(isOn);
  const act = action as unknown as (previous: FormAnswer, sent: FormData) => Promise<FormAnswer>;
  const [answer, send] = useActionState(act, { status: "idle", values: {} });

  function turn(isNowOn: boolean) {
    const sent = new FormData(form.current ?? undefined);
    startTransition(async () => {
      show(isNowOn);
      try {
        const next = await asOwnAction(() => act(answer, sent));
        if (next.status === "done") notify(isNowOn ? done.on : done.off);
        else notifyFault(refusals(next));
      } catch (error) {
        unstable_rethrow(error);
        notifyFault(refusals({ reason: unansweredBy(error, navigator.onLine) }));
      }
    });
  }

  return (
    <form ref={form} action={send} className="grid justify-items-start gap-1">
      <label className={choiceStyle}>
        <input
          type="checkbox"
          role="switch"
          name={name}
          value="true"
          id={id}
          checked={shown}
          aria-checked={shown}
          aria-describedby={description ? `${id}-description` : undefined}
          onChange={(event) => turn(event.target.checked)}
          className={switchStyle}
        />
        <span className="font-medium">{label}</span>
      </label>
      {description && <FieldDescription id={id}>{description}</FieldDescription>}
      {!isAlive && <Button type="submit">{t("save")}</Button>}
    </form>
  );
}
