import type { Locale } from "./locales";
import { type Messages, messagesEn } from "./messages-en";
import { messagesSv } from "./messages-sv";

export type { Messages };

export const messages: Record<Locale, Messages> = { en: messagesEn, sv: messagesSv };
