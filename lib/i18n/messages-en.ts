import absences from "./messages/en/absences.json";
import accounts from "./messages/en/accounts.json";
import api from "./messages/en/api.json";
import auth from "./messages/en/auth.json";
import board from "./messages/en/board.json";
import brief from "./messages/en/brief.json";
import calendars from "./messages/en/calendars.json";
import careers from "./messages/en/careers.json";
import common from "./messages/en/common.json";
import conversations from "./messages/en/conversations.json";
import cover from "./messages/en/cover.json";
import crash from "./messages/en/crash.json";
import errors from "./messages/en/errors.json";
import executive from "./messages/en/executive.json";
import firstSteps from "./messages/en/first-steps.json";
import handovers from "./messages/en/handovers.json";
import hiring from "./messages/en/hiring.json";
import imports from "./messages/en/imports.json";
import letters from "./messages/en/letters.json";
import live from "./messages/en/live.json";
import mail from "./messages/en/mail.json";
import matching from "./messages/en/matching.json";
import meetings from "./messages/en/meetings.json";
import mentoring from "./messages/en/mentoring.json";
import nav from "./messages/en/nav.json";
import noticeSettings from "./messages/en/notice-settings.json";
import notices from "./messages/en/notices.json";
import people from "./messages/en/people.json";
import refusals from "./messages/en/refusals.json";
import requests from "./messages/en/requests.json";
import schedule from "./messages/en/schedule.json";
import settings from "./messages/en/settings.json";
import standIns from "./messages/en/stand-ins.json";
import training from "./messages/en/training.json";
import wallchart from "./messages/en/wallchart.json";
import week from "./messages/en/week.json";
import whatIf from "./messages/en/what-if.json";

export const messagesEn = {
  absences,
  accounts,
  api,
  auth,
  board,
  brief,
  calendars,
  careers,
  common,
  conversations,
  cover,
  crash,
  errors,
  executive,
  firstSteps,
  handovers,
  hiring,
  imports,
  letters,
  live,
  mail,
  matching,
  meetings,
  mentoring,
  nav,
  noticeSettings,
  notices,
  people,
  refusals,
  requests,
  schedule,
  settings,
  standIns,
  training,
  wallchart,
  week,
  whatIf,
};

/** Every word of the product, by area; the English files decide which keys exist. */
export type Messages = typeof messagesEn;
