import type { Locale } from "./locales";
import apiEn from "./messages/en/api.json";
import authEn from "./messages/en/auth.json";
import boardEn from "./messages/en/board.json";
import commonEn from "./messages/en/common.json";
import errorsEn from "./messages/en/errors.json";
import navEn from "./messages/en/nav.json";
import peopleEn from "./messages/en/people.json";
import apiSv from "./messages/sv/api.json";
import authSv from "./messages/sv/auth.json";
import boardSv from "./messages/sv/board.json";
import commonSv from "./messages/sv/common.json";
import errorsSv from "./messages/sv/errors.json";
import navSv from "./messages/sv/nav.json";
import peopleSv from "./messages/sv/people.json";

const en = {
  api: apiEn,
  auth: authEn,
  board: boardEn,
  common: commonEn,
  errors: errorsEn,
  nav: navEn,
  people: peopleEn,
};

/** Every word of the product, by area; the English files decide which keys exist. */
export type Messages = typeof en;

const sv: Messages = {
  api: apiSv,
  auth: authSv,
  board: boardSv,
  common: commonSv,
  errors: errorsSv,
  nav: navSv,
  people: peopleSv,
};

export const messages: Record<Locale, Messages> = { en, sv };
