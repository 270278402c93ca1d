import "server-only";
import type { Assistant, Executive } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { isOwnRequest } from "@/lib/requests/policy";
import { resumeForRequester, setAsideForRequester } from "@/lib/requests/service-awaiting";
import { ok, type Result, refuse } from "@/lib/result";
import { canDecideLetter } from "./policy";
import { requireLetterRow, type VisibleLetter } from "./queries";
import type { MovedLetter } from "./rules";
import { fieldName } from "./rules-fields";
import { missingFields } from "./rules-text";
import type { MoveLetterInput, ReturnLetterInput } from "./schema";
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
    const moved = await moveLetter(tx, input, {
      ...{ move, remarks },
      read: async () => {
        const letter = await requireLetterRow(tx, input.id);
        if (!isOwnRequest(tx.actor, letter.request)) throw new NotFoundError("letter");
        return canDecideLetter(tx.actor, letter.request, letter.latest)
          ? ok(letter)
          : refuse("letter_own_words");
      },
    });
    if (moved.ok) await resumeForRequester(tx, (await requireLetterRow(tx, input.id)).requestId);
    return moved;
  });
}

/** Says that an approved letter has gone out; nothing of it changes from then on. */
export function sendLetter(
  ctx: Ctx<Assistant>,
  input: MoveLetterInput,
): Promise<Result<MovedLetter, MoveRefusal | "not_serving_now">> {
  return inTransaction(ctx, (tx) =>
    moveLetter(tx, input, { move: "send", read: () => readToWrite(tx, input.id) }),
  );
}
