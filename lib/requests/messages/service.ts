import "server-only";
import type { Executive, Person } from "@/lib/actor";
import { type Ctx, inTransaction } from "@/lib/context";
import { NotFoundError } from "@/lib/errors";
import type { MoveRefusal } from "@/lib/moves/rules";
import { notify } from "@/lib/notices/service-notify";
import { ok, type Result } from "@/lib/result";
import { dayIn, instantIn } from "@/lib/time/zone";
import { requestNotice } from "../notices";
import { isOwnRequest } from "../policy";
import { PHONE_MESSAGE, requireRequestRow } from "../queries";
import type { MovedRequest } from "../rules";
import { FileSupportRequestInput } from "../schema";
import { reopenRequest } from "../service";
import { type FiledRequest, type FilingRefusal, fileSupportRequest } from "../service-filing";
import { moveRequest } from "../service-moves";
import { messageSummary } from "./rules";
import type { PadInput, TakePhoneMessageInput, TickMessageInput } from "./schema";

type Taken = FiledRequest & { caller: string; executiveName: string };
/** Takes a phone message for an executive: a request with a caller, which goes to who serves them with phones; the executive is told at once. */
export function takePhoneMessage(
  ctx: Ctx<Person>,
  input: TakePhoneMessageInput,
): Promise<Result<Taken, FilingRefusal>> {
  const { caller, company, number, wish, urgent, callBackBy, text, executiveId } = input;
  const isPast = callBackBy !== null && new Date(callBackBy) < ctx.now;
  return inTransaction(ctx, async (tx) => {
    const filed = await fileSupportRequest(
      tx,
      FileSupportRequestInput.parse({
        executiveId,
        typeId: PHONE_MESSAGE,
        dutyId: await phonesOf(tx, executiveId),
        summary: messageSummary(input),
        details: text,
        priority: urgent ? "urgent" : "normal",
        dueAt: isPast ? null : callBackBy,
      }),
    );
    if (!filed.ok) return filed;
    const { id } = filed.value;
    await tx.db.phoneMessage.create({
      data: {
        requestId: id,
        caller,
        company,
        numberText: number,
        wish,
        takenById: tx.actor.userId,
        takenAt: tx.now,
      },
      select: { requestId: true },
    });
    const { user } = await tx.db.executive.findUniqueOrThrow({
      where: { id: executiveId },
      select: { user: { select: { id: true, name: true } } },
    });
    const notice = { requestId: id, summary: messageSummary(input) };
    await notify(tx, requestNotice("phone_message", [user.id], notice));
    return ok({ ...filed.value, caller, executiveName: user.name });
  });
}

const PHONES = "phones";

async function phonesOf({ db }: Ctx, executiveId: string): Promise<string | null> {
  const asked = await db.dutyRequirement.count({ where: { executiveId, dutyId: PHONES } });
  return asked > 0 ? PHONES : null;
}

/** The same from the pad, whose time is one of today on the clock of the executive's pool. */
export async function takeFromPad(
  ctx: Ctx<Person>,
  { urgent, by, ...input }: PadInput,
): Promise<Result<Taken, FilingRefusal>> {
  const executive = await ctx.db.executive.findUnique({
    where: { id: input.executiveId },
    select: { pool: { select: { timeZone: true } } },
  });
  if (!executive) throw new NotFoundError("executive");
  const { timeZone } = executive.pool;
  const [hours = 0, minutes = 0] = (by ?? "").split(":").map(Number);
  const at = by ? instantIn(timeZone, dayIn(timeZone, ctx.now), 60 * hours + minutes).toISOString() : null;
  return takePhoneMessage(ctx, { ...input, urgent: urgent === "on", callBackBy: at });
}

/** The executive has called back or seen a message: it is done with. */
export function tickMessage(
  ctx: Ctx<Executive>,
  { as, ...input }: TickMessageInput,
): Promise<Result<MovedRequest, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    const moved = await moveRequest(tx, input, {
      move: "tick",
      read: async () => ok(await requireOwnMessage(tx, input.id)),
    });
    if (moved.ok)
      await tx.db.phoneMessage.update({
        where: { requestId: input.id },
        data: { tickedAt: tx.now, calledBack: as === "called_back" },
        select: { requestId: true },
      });
    return moved;
  });
}

/** Takes the tick back: the message is open again, with who serves the executive now. */
export function untickMessage(
  ctx: Ctx<Executive>,
  input: { id: string; version: number },
): Promise<Result<MovedRequest, MoveRefusal>> {
  return inTransaction(ctx, async (tx) => {
    await requireOwnMessage(tx, input.id);
    const opened = await reopenRequest(tx, input);
    if (opened.ok)
      await tx.db.phoneMessage.update({
        where: { requestId: input.id },
        data: { tickedAt: null, calledBack: false },
        select: { requestId: true },
      });
    return opened;
  });
}

async function requireOwnMessage(tx: Ctx<Executive>, id: string) {
  const request = await requireRequestRow(tx, id);
  const isMessage = request.typeId === PHONE_MESSAGE;
  if (!isMessage || !isOwnRequest(tx.actor, request)) throw new NotFoundError("phone_message");
  return request;
}
