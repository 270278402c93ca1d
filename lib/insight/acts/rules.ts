import { z } from "zod";
import type { ActLink } from "./schema";

const LASTS_MS = 7 * 86_400_000;
const PARTED = "~";

const Parts = z.tuple([z.uuid(), z.coerce.number().int().positive(), z.coerce.number().int()]);

/** A link as the text that is signed; it ends seven days later. */
export function textOfActLink({ noticeId, version }: ActLink, now: Date): string {
  return [noticeId, version, Math.floor((now.getTime() + LASTS_MS) / 1_000)].join(PARTED);
}

/** The link of a signed text; null where its time is over. */
export function actLinkOf(text: string, now: Date): ActLink | null {
  const parts = Parts.safeParse(text.split(PARTED));
  if (!parts.success) return null;
  const [noticeId, version, endsAt] = parts.data;
  return endsAt * 1_000 > now.getTime() ? { noticeId, version } : null;
}
