import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import { LOCALES, localeTag } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { COLUMNS, FAULT_CODES, IMPORT_FILES, WARNING_CODES } from "@/lib/imports/schema";
import { readFiles } from "@/lib/imports/sheets/queries";

it.each(LOCALES)("every fault, warning and column has words (%s)", (locale) => {
  const { fault, warning, help } = messages[locale].imports;
  expect(Object.keys(fault).sort()).toEqual([...FAULT_CODES].sort());
  expect(Object.keys(warning).sort()).toEqual([...WARNING_CODES].sort());
  for (const file of IMPORT_FILES) {
    const { required, optional } = COLUMNS[file];
    expect(Object.keys(help.columns[file]).sort()).toEqual([...required, ...optional].sort());
  }
});

it.each(LOCALES)("a remedy is said with its values (%s)", (locale) => {
  const t = createTranslator({
    locale: localeTag(locale),
    messages: messages[locale],
    namespace: "imports.fault",
  });
  const header = "executive_email,assistant_email,roel,from,to";
  for (const { code, values } of readFiles({ support: header }).faults) {
    expect(t(`${code}.remedy`, values as never)).toMatch(/role|roel|rubrikrad|header/);
  }
});
