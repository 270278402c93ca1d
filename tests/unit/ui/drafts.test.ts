import { beforeEach, describe, expect, it } from "vitest";
import {
  changedSince,
  DRAFT_KEPT_MS,
  draftPlace,
  forgetDrafts,
  keepDraft,
  newFormKey,
  readDraft,
  signatureOf,
  snapshotOf,
} from "@/components/ui/forms/drafts";
import { isSignIn, redirectTarget, unansweredBy } from "@/components/ui/forms/unanswered";

const NOW = 1_000_000;
const DRAFT = { values: { summary: "A train" }, key: "k" };

/** A storage of plain properties, as a browser's is. */
function createStorage(): Storage {
  const methods = {
    getItem(name: string) {
      return (this as unknown as Record<string, string>)[name] ?? null;
    },
    setItem(name: string, text: string) {
      (this as unknown as Record<string, string>)[name] = text;
    },
    removeItem(name: string) {
      delete (this as unknown as Record<string, string>)[name];
    },
  };
  return Object.create(methods);
}

let storage: Storage;
beforeEach(() => {
  storage = createStorage();
});

describe("what is kept of a form", () => {
  it("is what was changed, and never a password, a file or a hidden field", () => {
    const drawn = snapshotOf([{ name: "summary" }, { name: "details", value: "as it was" }]);
    const now = snapshotOf([
      { name: "summary", type: "text", value: "A train" },
      { name: "details", value: "as it was" },
      { name: "secretCode", type: "text", value: "4711" },
      { name: "password", type: "text", value: "shown for a moment" },
      { name: "again", type: "password", value: "secret" },
      { name: "file", type: "file", value: "C:\\fakepath\\a.csv" },
      { name: "version", type: "hidden", value: "3" },
      { name: "link", value: "https://…", readOnly: true },
    ]);
    expect(changedSince(drawn, now)).toEqual({ summary: "A train" });
  });

  it("holds choices, and that one was taken away", () => {
    const boxes = (on: boolean) => [
      { name: "days[]", type: "checkbox", value: "mon", checked: on },
      { name: "days[]", type: "checkbox", value: "tue", checked: false },
      { name: "part", type: "radio", value: "am", checked: !on },
      { name: "part", type: "radio", value: "pm", checked: on },
    ];
    const [drawn, now] = [snapshotOf(boxes(true)), snapshotOf(boxes(false))];
    expect(changedSince(drawn, now)).toEqual({ "days[]": [], part: "am" });
  });
});

describe("a draft", () => {
  const place = draftPlace("ana", "/executive", "summary");

  it("is read again for twelve hours, with its key", () => {
    keepDraft(storage, place, DRAFT, NOW);
    expect(readDraft(storage, place, NOW + DRAFT_KEPT_MS)).toEqual(DRAFT);
    expect(readDraft(storage, place, NOW + DRAFT_KEPT_MS + 1)).toBeNull();
    expect(Object.keys(storage)).toEqual([]);
  });

  it("goes when nothing is changed any more", () => {
    keepDraft(storage, place, DRAFT, NOW);
    keepDraft(storage, place, { ...DRAFT, values: {} }, NOW);
    expect(readDraft(storage, place, NOW)).toBeNull();
  });

  it("is not read when something else lies there, and not missed when there is no room", () => {
    storage.setItem(place, "{");
    expect(readDraft(storage, place, NOW)).toBeNull();
    const full = Object.assign(createStorage(), {
      setItem: () => {
        throw new Error("quota");
      },
    });
    expect(() => keepDraft(full, place, DRAFT, NOW)).not.toThrow();
  });

  it("goes when another person signs in here, and when its own signs out", () => {
    const other = draftPlace("bo", "/executive", "summary");
    storage.setItem("theme", "dark");
    keepDraft(storage, place, DRAFT, NOW);
    keepDraft(storage, other, DRAFT, NOW);
    forgetDrafts(storage, "ana", NOW);
    expect(Object.keys(storage).sort()).toEqual([place, "theme"].sort());
    forgetDrafts(storage, null, NOW);
    expect(Object.keys(storage)).toEqual(["theme"]);
  });
});

describe("the signature of a form", () => {
  it("tells forms about different records apart, whatever their version and number of rows", () => {
    const form = (id: string, version: string, row: number) => [
      { name: "$KEY", type: "hidden", value: String(row) },
      { name: "id", type: "hidden", value: id },
      { name: "version", type: "hidden", value: version },
      { name: `skills.${row}.dutyId`, type: "select-one", value: "travel" },
    ];
    expect(signatureOf(form("a", "1", 0))).toBe(signatureOf(form("a", "2", 4)));
    expect(signatureOf(form("a", "1", 0))).not.toBe(signatureOf(form("b", "1", 0)));
  });
});

it("a key of a form is a UUID nothing else has", () => {
  expect(newFormKey()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  expect(newFormKey()).not.toBe(newFormKey());
});

describe("an error of a call", () => {
  it("means being offline, a server out of reach, or an answer that is none", () => {
    expect(unansweredBy(new TypeError("Failed to fetch"), false)).toBe("offline");
    expect(unansweredBy(new TypeError("Failed to fetch"), true)).toBe("unreachable");
    expect(unansweredBy(new Error("An unexpected response was received from the server."), true)).toBe(
      "failed",
    );
  });

  it("may be the way to another page, and that page the one to sign in at", () => {
    const error = Object.assign(new Error(), { digest: "NEXT_REDIRECT;push;/sign-in?next=%2Fa;307;" });
    expect(redirectTarget(error)).toBe("/sign-in?next=%2Fa");
    expect(redirectTarget(new Error("else"))).toBeNull();
    expect(isSignIn("/sign-in?next=%2Fa")).toBe(true);
    expect(isSignIn("/sign-in-sheet")).toBe(false);
  });
});
