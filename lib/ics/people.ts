import ICAL from "ical.js";

/** A person an event names: their e-mail address, and whether they said no to it. */
export type IcsPerson = { email: string; hasDeclined: boolean };

const MOST_PEOPLE = 500;

/** The people of some ORGANIZER or ATTENDEE lines; rooms, things, and those without an e-mail address are none. */
export function peopleOf(lines: readonly string[] = []): IcsPerson[] {
  return lines.slice(0, MOST_PEOPLE).flatMap((line) => personOf(line) ?? []);
}

/** What an ATTENDEE line says of the part somebody takes (RFC 5545, 3.2.12), in capitals; null where it names no person. */
export function attendeePart(line: string): { email: string; part: string } | null {
  const property = propertyOf(line);
  if (!property) return null;
  const parameter = (name: string) => [property.getParameter(name) ?? ""].flat()[0] ?? "";
  if (["RESOURCE", "ROOM"].includes(parameter("cutype").toUpperCase())) return null;
  const email = emailOf(parameter("email")) ?? emailOf(String(property.getFirstValue()));
  return email === null ? null : { email, part: parameter("partstat").toUpperCase() };
}

function personOf(line: string): IcsPerson | null {
  const found = attendeePart(line);
  return found && { email: found.email, hasDeclined: found.part === "DECLINED" };
}

function propertyOf(line: string): ICAL.Property | null {
  try {
    return ICAL.Property.fromString(line);
  } catch {
    return null;
  }
}

function emailOf(address: string): string | null {
  const bare =
    address
      .trim()
      .replace(/^mailto:/i, "")
      .split("?")[0] ?? "";
  const email = decoded(bare).trim().toLowerCase();
  return /^[^\s@:/]+@[^\s@:/]+$/.test(email) ? email : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
