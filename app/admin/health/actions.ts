"use server";
import { z } from "zod";
import { requireAdministrator } from "@/lib/auth/guards";
import { sendTestMail } from "@/lib/insight/health/service";
import { formAction } from "@/lib/server/form-action";

/** Has a mail sent to whoever asks. */
export const sendTest = formAction(requireAdministrator, z.strictObject({}), sendTestMail, {
  revalidate: ["/admin/health"],
  mayRepeat: true,
});
