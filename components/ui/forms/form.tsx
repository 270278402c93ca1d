"use client";
import dynamic from "next/dynamic";
import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  Fragment,
  type ReactNode,
  type SubmitEvent,
  startTransition,
  useActionState,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { cx } from "@/components/ui/layout/cx";
import { notify } from "@/components/ui/overlays/toast";
import { ErrorSummary } from "./error-summary";
import { FormContext, type FormContextValue, type FormValues } from "./form-context";
import { RestoredNotice, ShowCurrent, UnsentNotice } from "./form-notices";
import { asOwnAction } from "./own-actions";
import { isSignIn, redirectTarget, type Unanswered, unansweredBy } from "./unanswered";
import { useDraft } from "./use-draft";
import { useDrawnFor } from "./use-drawn-for";

const ProofField = dynamic(async () => (await import("./proof-field")).ProofField);

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
  /** Nothing of what is typed is kept in the browser. */
  keepsNothing?: boolean;
  /** What is said first where it is refused; "Not saved" unless told otherwise. */
  refusedTitle?: string;
  /** What stands above the fields once it is done, before hydration too. */
  receipt?: (answer: S) => ReactNode;
  className?: string;
  "aria-label"?: string;
  children: ReactNode;
};

/**
 * A form around a server action: works before hydration, is done once however often it is sent, keeps what was typed until an
 * answer says it is done, and gathers errors in a summary.
 */
export function Form<S extends FormAnswer>(props: FormProps<S>) {
  const {
    action,
    values = {},
    refusals,
    done,
    onDone,
    resetWhenDone,
    keepsNothing,
    refusedTitle,
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
  const draft = useDraft(form, !keepsNothing);
  const [unsent, setUnsent] = useState<Unanswered | null>(null);
  const underWay = useRef(false);
  const submitter = useRef<HTMLElement | null>(null);
  const t = useTranslations("common.form");
  const wordsFor = useErrorWords(refusals);
  const drawn = useDrawnFor(form, values);
  const kept = answer.status === "invalid" || answer.status === "refused";

  const context = useMemo<FormContextValue>(
    () => ({
      id,
      values: { ...values, ...draft.restored?.values, ...(kept ? answer.values : {}) },
      errors: wordsFor(answer),
    }),
    [id, answer, kept, values, draft.restored, wordsFor],
  );

  // With the drawing of the answer and not after it: who answers what is read at once must not be taken for a second press.
  useLayoutEffect(() => {
    if (answer === handled.current) return;
    handled.current = answer;
    if (isDone(answer) && resetWhenDone) form.current?.reset();
    // Not before the fields are empty: until then a second Enter would send the same words with the next key.
    underWay.current = false;
  }, [answer, resetWhenDone]);

  // Said here and not in an effect: what was done may take the form itself off the page.
  function tell(next: FormAnswer) {
    draft.renewKey();
    if (!isDone(next)) return;
    draft.forget();
    drawn.release();
    if (next.status === "done_before") return notify(t("sentBefore"));
    if (done) notify(done);
    onDone?.(next as S);
  }

  async function sendOnce(data: FormData) {
    try {
      const next = await asOwnAction(() => act(answer, data));
      startTransition(() => setLive(next));
      tell(next);
    } catch (error) {
      underWay.current = false;
      const target = redirectTarget(error);
      if (target !== null && !isSignIn(target)) draft.forget();
      unstable_rethrow(error);
      startTransition(() => setUnsent(unansweredBy(error, navigator.onLine)));
    }
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    submitter.current = event.nativeEvent.submitter as HTMLElement | null;
    const data = drawn.asRead(new FormData(event.currentTarget, submitter.current));
    draft.keep();
    setUnsent(null);
    startTransition(() => sendOnce(data));
  }

  function retry() {
    const button = submitter.current;
    form.current?.requestSubmit(button?.isConnected && button.matches("[type=submit]") ? button : null);
  }

  return (
    <FormContext value={context}>
      <form
        {...rest}
        ref={form}
        action={send}
        onSubmit={submit}
        onChange={() => {
          drawn.hold();
          draft.keep();
        }}
        noValidate
        autoComplete={keepsNothing ? "off" : undefined}
        className={cx("grid content-start gap-4", className)}
      >
        <input type="hidden" name="$KEY" value={draft.key} suppressHydrationWarning />
        {unsent && <UnsentNotice why={unsent} onRetry={retry} />}
        {draft.restored && <RestoredNotice onDiscard={draft.forget} />}
        {!unsent && (
          <ErrorSummary
            key={String(kept)}
            answer={answer}
            title={asksForProof(answer) ? t("proof.title") : (refusedTitle ?? t("refused"))}
            errors={context.errors}
            formId={id}
          >
            {asksForProof(answer) && <ProofField by={answer.details?.by} />}
            {answer.reason === "changed_since_read" && <ShowCurrent />}
          </ErrorSummary>
        )}
        {answer.status === "done" && receipt?.(answer as S)}
        <Fragment key={draft.restored ? "restored" : drawn.key}>{children}</Fragment>
      </form>
    </FormContext>
  );
}

function asksForProof({ reason, path }: FormAnswer): boolean {
  return reason === "proof_needed" || path === "$PROOF";
}

function isDone({ status }: FormAnswer): boolean {
  return status === "done" || status === "done_before";
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
