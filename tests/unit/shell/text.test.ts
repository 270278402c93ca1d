import { describe, expect, it } from "vitest";
import { EmailInput, PersonName } from "@/lib/accounts/schema";
import { manyLines, visibleText } from "@/lib/text";

describe("text from outside", () => {
  it.each([
    ["composed", "Andre\u0301 A\u030Aberg", "André Åberg"],
    ["no-break and other spaces", "Anna\u00A0Berg\u2009Lund\u3000", "Anna Berg Lund "],
    ["zero width", "Ze\u200Bro\uFEFF Wi\u00ADdth\u2060", "Zero Width"],
    ["direction", "\u202Eevil\u202C \u200FRtl\u2066\u2069", "evil Rtl"],
    ["letters that show nothing", "\u3164\u2800\u115F\u180E", ""],
    ["language tags", "a\u{E0061}b", "ab"],
    ["line separators", "a\u2028b", "a b"],
    ["joined emoji", "👩‍💻 ❤️ 👩🏽‍🚀", "👩‍💻 ❤️ 👩🏽‍🚀"],
    ["a joiner without emoji", "An\u200Dna", "Anna"],
    ["other scripts", "Łukasz Žižek Ελένη Дмитрий 林", "Łukasz Žižek Ελένη Дмитрий 林"],
  ])("is kept %s", (_what, typed, kept) => {
    expect(visibleText(typed)).toBe(kept);
    expect(visibleText(kept)).toBe(kept);
  });

  it.each(["", "   ", "\u200B", "\u00A0\u2060", "\u3164", "a\u0007b", "a\nb", "\uD800"])(
    "is no name: %j",
    (typed) => {
      expect(PersonName.safeParse(typed).success).toBe(false);
    },
  );

  it("is no longer than what is kept of it", () => {
    expect(PersonName.parse(`${"\u200B".repeat(50)}${"a".repeat(120)}`)).toHaveLength(120);
  });

  it("keeps its line breaks and tabs where it has several lines", () => {
    expect(manyLines(50).parse(" one\n\ttwo\u200B \u202Ethree ")).toBe("one\n\ttwo three");
  });

  it("is an e-mail without what can't be seen", () => {
    expect(EmailInput.parse(" \u200BAnna@Example.org\u00A0")).toBe("anna@example.org");
  });
});
