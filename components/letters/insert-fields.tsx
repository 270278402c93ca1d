"use client";
import { useLocale, useTranslations } from "next-intl";
import { buttonStyle } from "@/components/ui/forms/button-style";
import { useIsAlive } from "@/components/ui/forms/use-is-alive";
import { Disclosure } from "@/components/ui/layout/disclosure";
import { localeOf } from "@/lib/i18n/locales";
import type { LetterLanguage } from "@/lib/letters/rules-choices";
import { MERGE_FIELDS } from "@/lib/letters/rules-fields";

/** The fields a letter can ask for: pressed, one is put where the cursor stands in subject or letter. Without a language it is the form's own. */
export function InsertFields({ language }: { language?: LetterLanguage }) {
  const t = useTranslations("letters.edit");
  const locale = localeOf(useLocale());
  const isAlive = useIsAlive();
  const shown = language ?? locale;
  return (
    <Disclosure summary={t("insert")} tone="quiet">
      <ul className="flex flex-wrap gap-1.5 py-1 text-sm text-ink-2">
        {MERGE_FIELDS.map((field) => (
          <li key={field.key}>
            {isAlive ? (
              <button
                type="button"
                className={buttonStyle()}
                aria-label={t("insertOf", { field: field[shown] })}
                // What is typed into keeps the focus, and with it the place of its cursor.
                onMouseDown={(event) => event.preventDefault()}
                onClick={({ currentTarget: { form } }) => {
                  if (form) insertAtCursor(form, `{{${field[language ?? languageIn(form) ?? locale]}}}`);
                }}
              >
                {field[shown]}
              </button>
            ) : (
              <code className="select-all">{`{{${field[shown]}}}`}</code>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function languageIn(form: HTMLFormElement): LetterLanguage | null {
  const chosen = new FormData(form).get("language");
  return chosen === "en" || chosen === "sv" ? chosen : null;
}

/** Puts a text where the cursor stands: in the subject where that is being written, else in the letter. */
function insertAtCursor(form: HTMLFormElement, text: string): void {
  const { activeElement } = document;
  const subject = form.elements.namedItem("subject");
  const body = form.elements.namedItem("body");
  const into = activeElement === subject ? subject : body;
  if (!(into instanceof HTMLInputElement || into instanceof HTMLTextAreaElement)) return;
  const { selectionStart, selectionEnd, value } = into;
  into.setRangeText(text, selectionStart ?? value.length, selectionEnd ?? value.length, "end");
  into.dispatchEvent(new Event("input", { bubbles: true }));
  into.focus();
}
