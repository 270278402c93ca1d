import { namesInBraces, withBracesFilled } from "@/lib/braces";
import { type Refusal, refuse } from "@/lib/result";

const REPLY_FIELDS = [
  { key: "executive", names: ["executive", "chef"] },
  { key: "assistant", names: ["assistant", "assistent"] },
  { key: "request", names: ["request", "ärende"] },
] as const;

/** What a saved reply is filled in with. */
export type ReplyValues = Record<(typeof REPLY_FIELDS)[number]["key"], string>;

function fieldNamed(name: string): keyof ReplyValues | null {
  const wanted = name.toLowerCase();
  return REPLY_FIELDS.find(({ names }) => names.some((one) => one === wanted))?.key ?? null;
}

/** Refuses a reply with a field there isn't: it would be sent as it stands. */
export function refusalOfReply(text: string): Refusal<"reply_field_unknown"> | null {
  const unknown = namesInBraces(text).find((name) => fieldNamed(name) === null);
  if (unknown === undefined) return null;
  return refuse("reply_field_unknown", {
    path: "text",
    details: { field: unknown.slice(0, 60) },
  });
}

/** A saved reply with its fields filled in. */
export function filledReply(text: string, values: ReplyValues): string {
  return withBracesFilled(text, (name) => {
    const key = fieldNamed(name);
    return key && values[key];
  });
}
