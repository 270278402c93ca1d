import { z } from "zod";
import { visibleText } from "@/lib/text";
import { MOST_MEETING_PEOPLE } from "./rules-choices";

/** Somebody from outside who is asked to a meeting. */
export type InvitedPerson = { name: string; email: string };

const LINE = /^(?:"?([^"<>]*?)"?\s*)<([^<>\s]+)>$/;

/**
 * People as an office writes them, one a line or parted by semicolons: "Petra Sund <petra@bank.example>" or the address alone. Null where
 * a line is none; an address twice is one person.
 */
export function peopleInText(text: string): InvitedPerson[] | null {
  const people = new Map<string, InvitedPerson>();
  for (const written of text.split(/[\n;]/)) {
    const line = visibleText(written).trim().replace(/,$/, "");
    if (line === "") continue;
    const [, name = "", address = line] = LINE.exec(line) ?? [];
    const email = z.email().max(254).safeParse(address.toLowerCase());
    if (!email.success) return null;
    people.set(email.data, { name: name.trim().slice(0, 120) || email.data, email: email.data });
  }
  return people.size > MOST_MEETING_PEOPLE ? null : [...people.values()];
}
