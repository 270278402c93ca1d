import "server-only";
import type { Assistant, Executive } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { isMailOn } from "@/lib/env";
import { NotFoundError } from "@/lib/errors";
import { queueLetterMail } from "@/lib/mail/service";
import type { MoveRefusal } from "@/lib/moves/rules";
import { getOwnDay } from "@/lib/pools/queries-today";
import { resumeForRequester, setAsideForRequester } from "@/lib/requests/service-awaiting";
import { ok, type Result, refuse } from "@/lib/result";
import { dayToDate } from "@/lib/time/day";
import { listDeputisedExecutiveIds } from "./deputies/queries";
import { decidesLetters } from "./policy";
import { requireLetter, requireLetterRow, type VisibleLetter } from "./queries";
import type { MovedLetter } from "./rules";
import { fieldName } from "./rules-fields";
import { missingFields } from "./rules-text";
import type { LetterIdInput, MoveLetterInput, ReturnLetterInput, SendLetterInput } from "./schema";
import { readToWrite } from "./service";
import { moveLetter } from "./service-moves";

type Incomplete = "letter_field_missing" | "letter_empty";

/**
 * Sends the latest version of a letter to its executive for approval; the request waits for them. Refuses a letter with a field
 * that nothing is filled in for, and one without words.
 */
export function submitLetter(
  ctx: Ctx<Assistant>,
  input: MoveLetterInput,
): Promise<Result<MovedLetter, MoveRefusal | Incomplete | "not_serving_now">> {
  return inTransaction(ctx, async (tx) => {
    const moved = await moveLetter(tx, input, {
      move: "submit",
      read: async () => {
        const read = await readToWrite(tx, input.id);
        return read.ok ? (refusalOfIncomplete(read.value) ?? read) : read;
      },
    });
    if (moved.ok) await setAsideForRequester(tx, (await requireLetterRow(tx, input.id)).requestId);
    return moved;
  });
}

function refusalOfIncomplete({ language, latest: { subject, body, values } }: VisibleLetter) {
  if (subject.trim() === "" || body.trim() === "") return refuse("letter_empty", { path: "body" });
  const [first, ...others] = missingFields(subject, body, values);
  if (!first) return null;
  const details = { field: fieldName(first, language), count: others.length };
  return refuse("letter_field_missing", { path: `values.${first}`, details });
}

/** Approves exactly the version that was read. Refuses another one by then, and whoever wrote it. */
export function approveLetter(
  ctx: Ctx<Executive>,
  input: MoveLetterInput,
): Promise<Result<MovedLetter, MoveRefusal | "letter_own_words">> {
  return decideLetter(ctx, input, "approve", "");
}

/** Returns a letter with what is to be changed. */
export function returnLetter(
  ctx: Ctx<Executive>,
  { remarks, ...input }: ReturnLetterInput,
): Promise<Result<MovedLetter, MoveRefusal | "letter_own_words">> {
  return decideLetter(ctx, input, "return", remarks);
}

function decideLetter(
  ctx: Ctx<Executive>,
  input: MoveLetterInput,
  move: "approve" | "return",
  remarks: string,
): Promise<Result<MovedLetter, MoveRefusal | "letter_own_words">> {
  return inTransaction(ctx, async (tx) => {
    const deputised = await listDeputisedExecutiveIds(tx);
    const moved = await moveLetter(tx, input, {
      ...{ move, remarks },
      read: async () => {
        const letter = await requireLetterRow(tx, input.id);
        if (!decidesLetters(tx.actor, letter.request, deputised)) throw new NotFoundError("letter");
        return letter.latest.writtenById === tx.actor.userId ? refuse("letter_own_words") : ok(letter);
      },
    });
    if (moved.ok) await resumeForRequester(tx, (await requireLetterRow(tx, input.id)).requestId, deputised);
    return moved;
  });
}

type Unsendable = "letter_no_address" | "mail_off" | "posted_ahead" | "not_serving_now";

/**
 * Sends an approved letter: by mail, word for word and as PDF, or says on which day it went by post. Nothing of it changes from then
 * on, and its mail goes once. Refuses a mail to nobody, one where no mail goes out, and a day that is yet to come.
 */
export function sendLetter(
  ctx: Ctx<Assistant>,
  { via, postedOn, ...input }: SendLetterInput,
): Promise<Result<MovedLetter, MoveRefusal | Unsendable>> {
  return inTransaction(ctx, async (tx) => {
    const today = await getOwnDay(tx);
    const on = postedOn ?? today;
    if (via === "mail" && !isMailOn()) return refuse("mail_off");
    if (via === "post" && on > today) return refuse("posted_ahead", { path: "postedOn" });
    const moved = await moveLetter<Unsendable>(tx, input, {
      move: "send",
      sent: { sentVia: via, postedOn: via === "post" ? dayToDate(on) : null },
      read: async () => {
        const read = await readToWrite(tx, input.id);
        const isAddressed = !read.ok || via === "post" || read.value.latest.recipientEmail !== "";
        return isAddressed ? read : refuse("letter_no_address");
      },
    });
    if (moved.ok && via === "mail") await queueLetterMail(tx, input.id);
    return moved;
  });
}

/** Sends the mail of a letter anew that the mail server refused; where it did not, nothing happens. */
export function sendLetterAgain(
  ctx: Ctx<Assistant>,
  { id }: LetterIdInput,
): Promise<Result<LetterIdInput, "not_serving_now" | "mail_off">> {
  return inTransaction(ctx, async (tx) => {
    if (!isMailOn()) return refuse("mail_off");
    const read = await readToWrite(tx, id);
    if (!read.ok) return read;
    if ((await requireLetter(tx, id)).delivery === "refused") await queueLetterMail(tx, id);
    return ok({ id });
  });
}
