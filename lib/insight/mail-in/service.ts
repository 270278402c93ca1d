import "server-only";
import type { Person } from "@/lib/actor";
import type { SystemCtx } from "@/lib/context";
import { type ReplyOutcome, recordReply } from "@/lib/meetings/replies/service";
import { readStoredMail } from "@/lib/requests/inbound/service";
import type { MailDesk } from "@/lib/requests/inbound/service-sorting";
import { readMail } from "@/lib/requests/worker/read-mail";

/** What becomes of an answer to an invitation of ours, told from one to any other. */
const TAKEN: readonly ReplyOutcome[] = ["recorded", "older"];

type PersonOf = (userId: string) => Promise<Person | null>;

/** What reading mail needs of other domains: an answer to an invitation is for meetings to take. */
export function mailDesk(personOf: PersonOf): MailDesk {
  return {
    parse: readMail,
    personOf,
    recordReply: async (ctx, reply) => TAKEN.includes(await recordReply(ctx, reply)),
  };
}

/** Reads a mail that has just come in. */
export function readArrivedMail(ctx: SystemCtx, id: string, personOf: PersonOf): Promise<void> {
  return readStoredMail(ctx, id, mailDesk(personOf));
}
