/** What a VCALENDAR says of all its events. */
export type CalendarHead = { method: string | null; standardZone: string | null; zones: Map<string, string> };

/** The lines of one event by their names; without its END it was cut off or runs into the next one. */
export type EventLines = { head: CalendarHead; lines: Map<string, string[]>; isCutOff: boolean };

const LINE = /^([A-Za-z][A-Za-z0-9-]*)[;:]/;

/**
 * Takes a calendar file apart into events without reading a value. A line that is none (what wrong folding leaves) is passed
 * over, and an event without an end ends where the next thing begins; null for what is no calendar file.
 */
export function linesOfEvents(text: string): EventLines[] | null {
  if (!/^\uFEFF?\s*BEGIN:VCALENDAR/i.test(text)) return null;
  const reader = new BlockReader();
  for (const line of unfold(text)) reader.read(line);
  return reader.finish();
}

function unfold(text: string): string[] {
  return text
    .replace(/^\uFEFF?\s*/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n");
}

class BlockReader {
  private events: EventLines[] = [];
  private head = newHead();
  private event: EventLines | null = null;
  private zone: string[] | null = null;
  /** A part of an event, such as an alarm, whose lines are not the event's. */
  private inner: string | null = null;
  private isClosed = false;

  read(line: string): void {
    const mark = /^(BEGIN|END):\s*([A-Z-]+)\s*$/i.exec(line);
    if (mark) this.mark(line, mark[1]?.toUpperCase() === "BEGIN", (mark[2] ?? "").toUpperCase());
    else if (this.zone) this.zone.push(line);
    else if (this.event) this.inner ?? add(this.event.lines, line);
    else this.readHead(line);
  }

  finish(): EventLines[] | null {
    if (this.event) {
      this.event.isCutOff = true;
      if (this.events.length === 0) return null;
      this.events.push(this.event);
    }
    return this.events.length === 0 && !this.isClosed ? null : this.events;
  }

  private mark(line: string, begins: boolean, name: string): void {
    if (name === "VCALENDAR" || name === "VEVENT") {
      this.close();
      if (begins && name === "VCALENDAR") this.head = newHead();
      if (begins && name === "VEVENT") this.event = { head: this.head, lines: new Map(), isCutOff: false };
      this.isClosed ||= !begins && name === "VCALENDAR";
    } else if (name === "VTIMEZONE") {
      if (begins) this.zone = [];
      else this.closeZone();
    } else if (this.zone) this.zone.push(line);
    else if (begins) this.inner ??= name;
    else if (this.inner === name) this.inner = null;
  }

  private close(): void {
    this.closeZone();
    if (this.event) this.events.push(this.event);
    this.event = null;
    this.inner = null;
  }

  private closeZone(): void {
    const name = this.zone?.map((line) => /^TZID(?:;[^:]*)?:(.*)$/i.exec(line)?.[1]?.trim()).find(Boolean);
    if (this.zone && name)
      this.head.zones.set(name, ["BEGIN:VTIMEZONE", ...this.zone, "END:VTIMEZONE"].join("\r\n"));
    this.zone = null;
  }

  private readHead(line: string): void {
    const [, name, value] = /^(METHOD|X-WR-TIMEZONE)(?:;[^:]*)?:(.*)$/i.exec(line) ?? [];
    if (name?.toUpperCase() === "METHOD") this.head.method = value?.trim().toUpperCase() || null;
    else if (name) this.head.standardZone = value?.trim() || null;
  }
}

function newHead(): CalendarHead {
  return { method: null, standardZone: null, zones: new Map() };
}

function add(lines: Map<string, string[]>, line: string): void {
  const name = LINE.exec(line)?.[1]?.toUpperCase();
  if (name === undefined) return;
  const same = lines.get(name);
  if (same) same.push(line);
  else lines.set(name, [line]);
}

/** The text of a property's first line, its escapes resolved; an empty one is none. */
export function propertyText(lines: ReadonlyMap<string, string[]>, name: string): string | null {
  const line = lines.get(name)?.[0];
  if (line === undefined) return null;
  const text = line
    .slice(endOfHead(line) + 1)
    .replace(/\\([nN\\,;])/g, (_, of: string) => (/n/i.test(of) ? " " : of));
  return text.trim() || null;
}

/** The colon that parts a line's parameters, whose quotes may hold colons, from its value. */
function endOfHead(line: string): number {
  let isQuoted = false;
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '"') isQuoted = !isQuoted;
    else if (line[i] === ":" && !isQuoted) return i;
  }
  return line.indexOf(":");
}
