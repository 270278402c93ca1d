import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/actor";
import type { Ctx } from "@/lib/context";
import { addItem, editItem, moveItem, removeItem } from "@/lib/handovers/content/service";
import { listOwnCovers, listVisibleHandovers, requireHandover } from "@/lib/handovers/queries";
import {
  AddItemInput,
  EditItemInput,
  HandBackInput,
  HandoverInput,
  HandoverSummary,
  HandoverView,
  ItemInput,
  ListHandoversInput,
  MoveItemInput,
  OwnCoverView,
} from "@/lib/handovers/schema";
import { acknowledgeHandover, closeHandover, markReady } from "@/lib/handovers/service";
import { handBackWithRequests } from "@/lib/requests/holders/service";
import type { Result } from "@/lib/result";
import { executiveApi, personApi } from "./base";
import { IdInput, pageView } from "./page";
import { requireValue } from "./refusals";
import { atVersion } from "./version";

const VERSION = { version: 1 };

function atHandoverVersion<I extends { id: string; version?: number | undefined }>(
  ctx: Ctx<Person>,
  input: I,
) {
  return atVersion(input, () => requireHandover(ctx, input.id));
}

type MoveVerb = (ctx: Ctx<Person>, input: HandoverInput) => Promise<Result<{ id: string }>>;

function move(name: string, summary: string, description: string, verb: MoveVerb) {
  return personApi
    .meta({ access: "person", example: VERSION })
    .route({ method: "POST", path: `/handovers/{id}/${name}`, summary, description })
    .input(HandoverInput.partial({ version: true }))
    .output(HandoverView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await verb(ctx, await atHandoverVersion(ctx, input)));
      return requireHandover(ctx, id);
    });
}

/** The handover an item, a question or an access belongs to, as it is after a verb. */
export async function handoverAfter(
  ctx: Ctx<Person>,
  answer: Promise<Result<{ handoverId: string }>>,
): Promise<HandoverView> {
  return requireHandover(ctx, requireValue(await answer).handoverId);
}

export const handoversApi = {
  list: personApi
    .route({
      method: "GET",
      path: "/handovers",
      summary: "List handovers",
      description:
        "Handovers to you, from you and in the pools you manage, those with issues first; concern filters by issue.",
    })
    .input(ListHandoversInput)
    .output(pageView(HandoverSummary))
    .handler(({ context: { ctx }, input }) => listVisibleHandovers(ctx, input)),

  get: personApi
    .route({
      method: "GET",
      path: "/handovers/{id}",
      summary: "Show a handover",
      description: "What to know, what is open, which access is given, and what changed.",
    })
    .input(IdInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => requireHandover(ctx, input.id)),

  ready: move(
    "ready",
    "Mark a handover as ready",
    "Marks the draft as complete; the cover is notified.",
    markReady,
  ),
  acknowledge: move(
    "acknowledge",
    "Acknowledge a handover",
    "The cover has read it; it is active from the first day of cover.",
    acknowledgeHandover,
  ),
  close: move(
    "close",
    "Close a handover",
    "The returning assistant has seen the changes; refused while a question is open.",
    closeHandover,
  ),

  handBack: personApi
    .meta({ access: "person", example: { version: 1, note: "The Malmö trip moved to May." } })
    .route({
      method: "POST",
      path: "/handovers/{id}/hand-back",
      summary: "Hand back an executive",
      description: "The cover hands back the executive, with a closing note for the returning assistant.",
    })
    .input(HandBackInput.partial({ version: true }))
    .output(HandoverView)
    .handler(async ({ context: { ctx }, input }) => {
      const { id } = requireValue(await handBackWithRequests(ctx, await atHandoverVersion(ctx, input)));
      return requireHandover(ctx, id);
    }),

  addItem: personApi
    .meta({ access: "person", example: { kind: "watch", text: "The budget goes out on Thursday." } })
    .route({
      method: "POST",
      path: "/handovers/{id}/items",
      successStatus: 201,
      summary: "Add to a handover",
      description: "What to watch or to know; as the cover, what happened or changed.",
    })
    .input(AddItemInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, addItem(ctx, input))),
};

export const handoverItemsApi = {
  change: personApi
    .meta({ access: "person", example: { text: "The budget goes out on Friday." } })
    .route({
      method: "PATCH",
      path: "/handover-items/{id}",
      summary: "Change an item of a handover",
      description: "An item taken from a record no longer follows the record.",
    })
    .input(EditItemInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, editItem(ctx, input))),

  move: personApi
    .meta({ access: "person", example: { direction: "up" } })
    .route({
      method: "POST",
      path: "/handover-items/{id}/move",
      summary: "Move an item of a handover",
      description: "One step up or down among items of its kind.",
    })
    .input(MoveItemInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, moveItem(ctx, input))),

  remove: personApi
    .meta({ access: "person", example: {} })
    .route({
      method: "DELETE",
      path: "/handover-items/{id}",
      summary: "Remove an item from a handover",
      description: "An item taken from a record is not added again.",
    })
    .input(ItemInput)
    .output(HandoverView)
    .handler(({ context: { ctx }, input }) => handoverAfter(ctx, removeItem(ctx, input))),
};

/** Part of what an executive asks about themselves. */
export const ownCoversApi = executiveApi
  .route({
    method: "GET",
    path: "/me/covers",
    summary: "Who covers for me",
    description:
      "The covers who support you in the coming days, whether they have read the handover, and their access, always one page.",
  })
  .input(z.strictObject({}))
  .output(pageView(OwnCoverView))
  .handler(async ({ context: { ctx } }) => ({ items: await listOwnCovers(ctx), nextCursor: null }));
