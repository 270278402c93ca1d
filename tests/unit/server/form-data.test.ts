import { describe, expect, it } from "vitest";
import { objectOf, typedValues } from "@/lib/server/form-data";

function formOf(...pairs: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of pairs) form.append(name, value);
  return form;
}

describe("the object a form describes", () => {
  it("nests by dots and lists by brackets", () => {
    const form = formOf(
      ["name", "Ana"],
      ["hours.1.starts", "08:00"],
      ["hours.1.ends", "17:00"],
      ["hours.2.starts", "09:00"],
      ["languages[]", "sv"],
      ["languages[]", "en"],
    );
    expect(objectOf(form)).toEqual({
      name: "Ana",
      hours: { 1: { starts: "08:00", ends: "17:00" }, 2: { starts: "09:00" } },
      languages: ["sv", "en"],
    });
  });

  it("leaves out what is empty, without a file, or the framework's own", () => {
    const form = formOf(
      ["note", ""],
      ["languages[]", ""],
      ["file", new File([], "")],
      ["$ACTION_ID_1", "x"],
      ["kept", "0"],
    );
    expect(objectOf(form)).toEqual({ kept: "0" });
  });

  it("takes the last of a name asked for twice, as a checkbox with its hidden field sends it", () => {
    expect(objectOf(formOf(["pinned", "off"], ["pinned", "on"]))).toEqual({ pinned: "on" });
  });

  it.each([
    "__proto__.polluted",
    "a.__proto__.polluted",
    "constructor.prototype.polluted",
    "__proto__[]",
    "__proto__",
  ])("has no field %s", (name) => {
    expect(objectOf(formOf([name, "yes"], [name, "again"]))).toEqual({});
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it("never writes into what every object inherits", () => {
    const inherited = ["toString", "valueOf", "hasOwnProperty"].map((name): [string, string] => [
      `${name}.x`,
      "1",
    ]);
    const object = objectOf(formOf(...inherited));
    expect(Object.keys(object)).toEqual(["toString", "valueOf", "hasOwnProperty"]);
    expect(Object.keys(Object.prototype.toString)).toEqual([]);
  });

  it("keeps the nested value when a plain one of that name came first", () => {
    expect(objectOf(formOf(["a", "1"], ["a.b", "2"]))).toEqual({ a: { b: "2" } });
  });
});

describe("what was typed", () => {
  it("is kept as text, lists as lists, without passwords, files and framework fields", () => {
    const form = formOf(
      ["name", " Ana "],
      ["languages[]", "sv"],
      ["days", "1"],
      ["days", "2"],
      ["password", "secret"],
      ["newPassword", "secret"],
      ["$ACTION_KEY", "k"],
      ["file", new File(["x"], "x.csv")],
    );
    expect(typedValues(form)).toEqual({ name: " Ana ", "languages[]": ["sv"], days: ["1", "2"], file: "" });
  });

  it("stays a plain object whatever the fields are called", () => {
    const values = typedValues(formOf(["__proto__", "a"], ["__proto__", "b"], ["constructor", "c"]));
    expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
    expect(values).toEqual({});
  });
});
