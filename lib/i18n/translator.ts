import type { createFormatter, createTranslator } from "use-intl/core";
import type { Messages } from "./messages-en";

/** What gives the words of a part of the product, in one language; the parts that are said outside pages too. */
export type Translator<Namespace extends "brief" | "common.time" | "mail" | "meetings.mail" | "notices"> =
  ReturnType<typeof createTranslator<Messages, Namespace>>;

/** What writes dates, numbers and lists in one language. */
export type Formatter = ReturnType<typeof createFormatter>;
