"use server";
import { requireAdministrator } from "@/lib/auth/guards";
import { WEBHOOK_EVENTS } from "@/lib/catalogues/notices";
import { formAction } from "@/lib/server/form-action";
import {
  ChangeWebhookInput,
  CreateWebhookInput,
  SendAgainInput,
  SwitchWebhookInput,
  WebhookIdInput,
} from "@/lib/webhooks/schema";
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  rotateWebhook,
  sendWebhookAgain,
  switchWebhook,
  testWebhook,
} from "@/lib/webhooks/service";

const PAGES = { revalidate: ["/admin/webhooks"] };

/** Makes a webhook; its secret is shown once. */
export const create = formAction(
  requireAdministrator,
  CreateWebhookInput,
  (ctx, input) => createWebhook(ctx, input, WEBHOOK_EVENTS),
  { ...PAGES, mayRepeat: true },
);

export const change = formAction(
  requireAdministrator,
  ChangeWebhookInput,
  (ctx, input) => changeWebhook(ctx, input, WEBHOOK_EVENTS),
  PAGES,
);

/** Gives it another secret, shown once. */
export const rotate = formAction(requireAdministrator, WebhookIdInput, rotateWebhook, {
  ...PAGES,
  mayRepeat: true,
});

export const turn = formAction(requireAdministrator, SwitchWebhookInput, switchWebhook, PAGES);

export const sendTest = formAction(requireAdministrator, WebhookIdInput, testWebhook, {
  ...PAGES,
  mayRepeat: true,
});

export const sendAgain = formAction(requireAdministrator, SendAgainInput, sendWebhookAgain, {
  ...PAGES,
  mayRepeat: true,
});

export const remove = formAction(requireAdministrator, WebhookIdInput, deleteWebhook, {
  ...PAGES,
  redirectTo: () => "/admin/webhooks",
});
