import type { Locale } from "./locales";
import absencesEn from "./messages/en/absences.json";
import accountsEn from "./messages/en/accounts.json";
import apiEn from "./messages/en/api.json";
import authEn from "./messages/en/auth.json";
import boardEn from "./messages/en/board.json";
import calendarsEn from "./messages/en/calendars.json";
import commonEn from "./messages/en/common.json";
import coverEn from "./messages/en/cover.json";
import errorsEn from "./messages/en/errors.json";
import executiveEn from "./messages/en/executive.json";
import handoversEn from "./messages/en/handovers.json";
import importsEn from "./messages/en/imports.json";
import navEn from "./messages/en/nav.json";
import noticesEn from "./messages/en/notices.json";
import peopleEn from "./messages/en/people.json";
import refusalsEn from "./messages/en/refusals.json";
import requestsEn from "./messages/en/requests.json";
import standInsEn from "./messages/en/stand-ins.json";
import wallchartEn from "./messages/en/wallchart.json";
import weekEn from "./messages/en/week.json";
import whatIfEn from "./messages/en/what-if.json";
import absencesSv from "./messages/sv/absences.json";
import accountsSv from "./messages/sv/accounts.json";
import apiSv from "./messages/sv/api.json";
import authSv from "./messages/sv/auth.json";
import boardSv from "./messages/sv/board.json";
import calendarsSv from "./messages/sv/calendars.json";
import commonSv from "./messages/sv/common.json";
import coverSv from "./messages/sv/cover.json";
import errorsSv from "./messages/sv/errors.json";
import executiveSv from "./messages/sv/executive.json";
import handoversSv from "./messages/sv/handovers.json";
import importsSv from "./messages/sv/imports.json";
import navSv from "./messages/sv/nav.json";
import noticesSv from "./messages/sv/notices.json";
import peopleSv from "./messages/sv/people.json";
import refusalsSv from "./messages/sv/refusals.json";
import requestsSv from "./messages/sv/requests.json";
import standInsSv from "./messages/sv/stand-ins.json";
import wallchartSv from "./messages/sv/wallchart.json";
import weekSv from "./messages/sv/week.json";
import whatIfSv from "./messages/sv/what-if.json";

const en = {
  absences: absencesEn,
  accounts: accountsEn,
  api: apiEn,
  auth: authEn,
  board: boardEn,
  calendars: calendarsEn,
  common: commonEn,
  cover: coverEn,
  errors: errorsEn,
  executive: executiveEn,
  handovers: handoversEn,
  imports: importsEn,
  nav: navEn,
  notices: noticesEn,
  people: peopleEn,
  refusals: refusalsEn,
  requests: requestsEn,
  standIns: standInsEn,
  wallchart: wallchartEn,
  week: weekEn,
  whatIf: whatIfEn,
};

/** Every word of the product, by area; the English files decide which keys exist. */
export type Messages = typeof en;

const sv: Messages = {
  absences: absencesSv,
  accounts: accountsSv,
  api: apiSv,
  auth: authSv,
  board: boardSv,
  calendars: calendarsSv,
  common: commonSv,
  cover: coverSv,
  errors: errorsSv,
  executive: executiveSv,
  handovers: handoversSv,
  imports: importsSv,
  nav: navSv,
  notices: noticesSv,
  people: peopleSv,
  refusals: refusalsSv,
  requests: requestsSv,
  standIns: standInsSv,
  wallchart: wallchartSv,
  week: weekSv,
  whatIf: whatIfSv,
};

export const messages: Record<Locale, Messages> = { en, sv };
