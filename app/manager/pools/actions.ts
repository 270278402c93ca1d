"use server";
import { z } from "zod";
import { requireManager } from "@/lib/auth/guards";
import { ChangePoolInput, CreatePoolInput } from "@/lib/pools/schema";
import { changePool, createPool } from "@/lib/pools/service";
import { formAction } from "@/lib/server/form-action";

const after = { revalidate: ["/manager"], redirectTo: () => "/manager/pools" };

const CreatePoolForm = CreatePoolInput.extend({ holidayTypes: ChangePoolInput.shape.holidayTypes });

export const createPoolAction = formAction(requireManager, CreatePoolForm, createPool, after);

const ChangePoolForm = ChangePoolInput.extend({
  confirmsAccepted: z
    .enum(["yes", "no"])
    .default("yes")
    .transform((answer) => answer === "yes"),
});

export const changePoolAction = formAction(requireManager, ChangePoolForm, changePool, after);
