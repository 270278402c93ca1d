"use client";
import { useTranslations } from "next-intl";
import {
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { cx } from "@/components/ui/layout/cx";
import { notify } from "@/components/ui/overlays/toast";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormContextValue, type FormValues } from "./form-context";

export type FormFault = { path: string; code: string; values?: Record<string, string | number> };

/** What a form's action answers; lib/server/form-action gives this shape. */
export type FormAnswer = {
  status: string;
  values: FormValues;
  faults?: FormFault[];
  reason?: string;
  path?: string;
  details?: Record<string, unknown>;
};

export type FormProps<S extends FormAnswer> = {
  action: (previous: S, form: FormData) => Promise<S>;
  /** What the fields start with. */
  values?: FormValues;
  /** The words for the reason the verb refuses with. */
  refusals: (refused: Pick<FormAnswer, "reason" | "details">) => string;
  /** A message shown as a toast when it is done. */
  done?: string;
  onDone?: (answer: S) => void;
  resetWhenDone?: boolean;
  /** What stands above the fields once it is done, before hydration too. */
  receipt?: (answer: S) => ReactNode;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/** A form around a server action: works before hydration, keeps what was typed, gathers errors in a summary. */
export function Form<S extends FormAnswer>(props: FormProps<S>) {
  const {
    action,
    values = {},
    refusals,
    done,
    onDone,
    resetWhenDone,
    receipt,
    className,
    children,
    ...rest
  } = props;
  const act = action as unknown as (previous: FormAnswer, form: FormData) => Promise<FormAnswer>;
  const [served, send] = useActionState(act, { status: "idle", values } as FormAnswer);
  const [live, setLive] = useState<FormAnswer | null>(null);
  const answer = live ?? served;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const handled = useRef(answer);
  const wordsFor = useErrorWords(refusals);
  const kept = answer.status === "invalid" || answer.status === "refused";

  const context = useMemo<FormContextValue>(
    () => ({ id, values: kept ? { ...values, ...answer.values } : values, errors: wordsFor(answer) }),
    [id, answer, kept, values, wordsFor],
  );

  useEffect(() => {
    if (answer === handled.current) return;
    handled.current = answer;
    if (answer.status === "done" && resetWhenDone) form.current?.reset();
  }, [answer, resetWhenDone]);

  // Said here and not in an effect: what was done may take the form itself off the page.
  function tell(next: FormAnswer) {
    if (next.status !== "done") return;
    if (done) notify(done);
    onDone?.(next as S);
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter as HTMLElement | null);
    startTransition(async () => {
      const next = await act(answer, data);
      startTransition(() => setLive(next));
      tell(next);
    });
  }

  return (
    <FormContext value={context}>
      <form
        {...rest}
        ref={form}
        action={send}
        onSubmit={submit}
        noValidate
        className={cx("grid content-start gap-4", className)}
      >
        <ErrorSummary key={String(kept)} answer={answer} errors={context.errors} formId={id} />
        {answer.status === "done" && receipt?.(answer as S)}
        {children}
      </form>
    </FormContext>
  );
}

function useErrorWords(refusals: FormProps<FormAnswer>["refusals"]) {
  const t = useTranslations("errors");
  return useMemo(() => {
    function field(fault: FormFault): string {
      const key = `field.${fault.code}` as "field.invalid";
      return t.has(key) ? t(key, fault.values) : t("field.invalid");
    }
    return (answer: FormAnswer): FormContextValue["errors"] => {
      if (answer.status === "invalid") {
        return (answer.faults ?? []).map((fault) => ({ name: fault.path, message: field(fault) }));
      }
      return answer.status === "refused" ? [{ name: answer.path ?? "", message: refusals(answer) }] : [];
    };
  }, [t, refusals]);
}

/** The row of buttons that ends a form. */
export function FormActions({ children, className }: { children: ReactNode; className?: string }) {
  return <div className={cx("flex flex-wrap items-center gap-2 pt-1", className)}>{children}</div>;
}
