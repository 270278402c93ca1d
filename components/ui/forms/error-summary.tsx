"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Notice } from "@/components/ui/layout/notice";
import type { FormContextValue } from "./form-context";

type ErrorSummaryProps = {
  answer: { status: string };
  /** What is said first of an answer that refuses. */
  title: string;
  errors: FormContextValue["errors"];
  formId: string;
  /** A way on from what stands in between. */
  children?: ReactNode;
};

/** What stands between the form and done; takes focus when it appears unless a field in it has, and each line leads to its field. */
export function ErrorSummary({ answer, title, errors, formId, children }: ErrorSummaryProps) {
  const t = useTranslations("common.form");
  const box = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const [labels, setLabels] = useState<Record<string, string>>({});
  const failed = answer.status === "invalid" || answer.status === "refused";

  useEffect(() => {
    if (answer.status !== "invalid" && answer.status !== "refused") return;
    setLabels(
      Object.fromEntries(
        errors.map(({ name }) => [name, labelOf(fieldFor(box.current?.closest("form"), formId, name))]),
      ),
    );
    if (!box.current?.contains(document.activeElement)) box.current?.focus();
  }, [answer, errors, formId]);

  if (!failed) return null;
  return (
    <Notice ref={box} tabIndex={-1} role="group" aria-labelledby={titleId} tone="gap">
      <p id={titleId} className="font-semibold">
        {answer.status === "invalid" ? t("summary", { count: errors.length }) : title}
      </p>
      <ul className="mt-0.5 grid gap-0.5">
        {errors.map(({ name, message }) => (
          <li key={`${name} ${message}`}>
            {labels[name] ? (
              <a
                href={`#${formId}-${name}`}
                className="underline underline-offset-2"
                onClick={(event) => {
                  event.preventDefault();
                  fieldFor(event.currentTarget.closest("form"), formId, name)?.focus();
                }}
              >
                {labels[name]}
              </a>
            ) : null}
            {labels[name] ? ": " : ""}
            {message}
          </li>
        ))}
      </ul>
      {children}
    </Notice>
  );
}

function fieldFor(
  form: HTMLFormElement | null | undefined,
  formId: string,
  path: string,
): HTMLElement | null {
  if (!form || !path) return null;
  const listPath = `${path.replace(/\.\d+$/, "")}[]`;
  const byId = [path, listPath].map((name) => document.getElementById(`${formId}-${name}`)).find(Boolean);
  return byId ?? form.querySelector<HTMLElement>(`[name="${CSS.escape(path)}"]`);
}

function labelOf(field: HTMLElement | null): string {
  if (field instanceof HTMLFieldSetElement) return ownText(field.querySelector("legend"));
  const around = (field as HTMLInputElement | null)?.labels?.[0];
  return ownText(around ?? (field && document.querySelector(`label[for="${CSS.escape(field.id)}"]`)));
}

function ownText(element: Element | null | undefined): string {
  const text = [...(element?.childNodes ?? [])].find((node) => node.nodeType === Node.TEXT_NODE)?.textContent;
  return (text ?? element?.textContent ?? "").trim();
}
