import { getTranslations } from "next-intl/server";
import { Disclosure } from "@/components/ui/layout/disclosure";
import type { ReferenceOperation } from "@/lib/api/reference";
import { FieldList } from "./field-list";
import { MethodMark } from "./method-mark";

/** One operation: what it does and for whom, what it reads, what it answers, and a call to copy. */
export async function OperationEntry({ operation }: { operation: ReferenceOperation }) {
  const t = await getTranslations("api.reference");
  const { id, method, path, summary, description, access, parameters, body, answer, errors, curl } =
    operation;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-title`}
      className="grid scroll-mt-4 gap-3 border-t border-line pt-5"
    >
      <div className="grid gap-1">
        <h2 id={`${id}-title`} lang="en" className="text-lg font-semibold">
          {summary}
        </h2>
        <MethodMark method={method} path={path} />
        <p lang="en" className="text-base text-pretty">
          {description}
        </p>
        <p className="text-sm text-ink-2">{t(`access.${access}`)}</p>
      </div>
      <section
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t("example", { operation: summary })}
        className="overflow-x-auto rounded-md bg-sunken p-3"
      >
        <pre className="font-mono text-xs leading-5">{curl}</pre>
      </section>
      <FieldList title={t("parameters")} fields={parameters} required={t("required")} />
      <FieldList title={t("body")} fields={body} required={t("required")} />
      <Disclosure
        tone="strong"
        summary={t("answers", { status: answer.status })}
        className="grid gap-2 text-sm"
      >
        <div className="grid gap-3 pt-2">
          <FieldList
            title={t("answer", { status: answer.status })}
            fields={answer.fields}
            optional={t("sometimes")}
          />
          <ul lang="en" className="grid gap-1 text-sm text-ink-2">
            {errors.map((error) => (
              <li key={error.status}>
                <span className="tnum font-medium text-ink">{error.status}</span> {error.description}
              </li>
            ))}
          </ul>
        </div>
      </Disclosure>
    </article>
  );
}
