"use server";
import { notFound } from "next/navigation";
import type { Executive } from "@/lib/actor";
import { asAnswererOfLink, asAnyone } from "@/lib/auth/guards";
import { asExecutive } from "@/lib/auth/person";
import type { Ctx } from "@/lib/context";
import { ownerOfLink } from "@/lib/requests/links/queries";
import { FileByLinkInput } from "@/lib/requests/links/schema";
import { fileByLink } from "@/lib/requests/links/service";
import type { FiledRequest } from "@/lib/requests/service-filing";
import { type FormState, formAction } from "@/lib/server/form-action";

/** Sends a request as the executive whose link it is, and as nobody else, whoever is signed in in this browser. */
export async function askByLink(
  previous: FormState<FiledRequest>,
  form: FormData,
): Promise<FormState<FiledRequest>> {
  const asOwner = async (): Promise<Ctx<Executive>> => {
    const token = form.get("token");
    const owner = typeof token === "string" ? await ownerOfLink(asAnyone(), token) : null;
    const ctx = owner && (await asAnswererOfLink(owner.userId));
    const actor = ctx && asExecutive(ctx.actor);
    return actor ? { ...ctx, actor } : notFound();
  };
  return formAction(asOwner, FileByLinkInput, fileByLink)(previous, form);
}
