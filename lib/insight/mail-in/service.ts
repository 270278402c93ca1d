import "server-only";
import type { Person } from "@/lib/actor";
import type { SystemCtx } from "@/lib/context";
import { readStoredMail } from "@/lib/requests/inbound/service";
import type { MailDesk } from "@/lib/requests/inbound/service-sorting";
import { readMail } from "@/lib/requests/worker/read-mail";

type PersonOf = (userId: string) => Promise<Person | null>;

/** What reading mail needs of other domains. An answer to an invitation is for meetings to take; until they do, it is kept as a mail. */
export function mailDesk(personOf: PersonOf): MailDesk {
  return { parse: readMail, personOf, recordReply: async () => false };
}

/** Reads a mail that has just come in. */
export function readArrivedMail(ctx: SystemCtx, id: string, personOf: PersonOf): Promise<void> {
  return readStoredMail(ctx, id, mailDesk(personOf));
}
