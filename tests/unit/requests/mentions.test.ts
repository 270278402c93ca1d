import { expect, it } from "vitest";
import { mentionedIn } from "@/lib/requests/comments/rules";

const people = ["Eva Hallberg", "Maria Lindgren", "Maria Åkesson"].map((name) => ({ name }));
const named = (text: string) => mentionedIn(text, people).map(({ name }) => name);

it("tells whom a text names after an @, by a first name only where it is one person's", () => {
  expect(named("@eva, is this right?")).toEqual(["Eva Hallberg"]);
  expect(named("ask @Maria")).toEqual([]);
  expect(named("ask @Maria Åkesson.")).toEqual(["Maria Åkesson"]);
  expect(named("Eva knows; eva@office.example; @Evald; @Evas")).toEqual([]);
});
