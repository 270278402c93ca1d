import { describe, expect, it } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { messages } from "@/lib/i18n/messages";
import { INPUT_FAULT_CODES } from "@/lib/server/issues";
import { readSources } from "@/tests/support/architecture/source";

const CHECKS = /\b(?:error|message): "([a-z_]+)"/g;

describe("the codes of faults", () => {
  it.each(LOCALES)("have words each, and no words are for another, in %s", (locale) => {
    expect(Object.keys(messages[locale].errors.field).sort()).toEqual([...INPUT_FAULT_CODES].sort());
  });

  it("are known wherever a schema says one", () => {
    const schemas = [...readSources(".")].filter(([path]) =>
      /^lib\/.*(schema[a-z-]*|cursor|day)\.ts$/.test(path),
    );
    const said = schemas.flatMap(([, source]) => [...source.matchAll(CHECKS)].map(([, code]) => code));
    expect(said).toContain("ends_before_start");
    expect(said.filter((code) => !INPUT_FAULT_CODES.some((known) => known === code))).toEqual([]);
  });
});
