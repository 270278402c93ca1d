import absences from "./messages/sv/absences.json";
import accounts from "./messages/sv/accounts.json";
import api from "./messages/sv/api.json";
import auth from "./messages/sv/auth.json";
import board from "./messages/sv/board.json";
import brief from "./messages/sv/brief.json";
import calendars from "./messages/sv/calendars.json";
import careers from "./messages/sv/careers.json";
import common from "./messages/sv/common.json";
import conversations from "./messages/sv/conversations.json";
import cover from "./messages/sv/cover.json";
import crash from "./messages/sv/crash.json";
import errors from "./messages/sv/errors.json";
import executive from "./messages/sv/executive.json";
import firstSteps from "./messages/sv/first-steps.json";
import handovers from "./messages/sv/handovers.json";
import hiring from "./messages/sv/hiring.json";
import imports from "./messages/sv/imports.json";
import letters from "./messages/sv/letters.json";
import live from "./messages/sv/live.json";
import mail from "./messages/sv/mail.json";
import matching from "./messages/sv/matching.json";
import meetings from "./messages/sv/meetings.json";
import mentoring from "./messages/sv/mentoring.json";
import nav from "./messages/sv/nav.json";
import noticeSettings from "./messages/sv/notice-settings.json";
import notices from "./messages/sv/notices.json";
import people from "./messages/sv/people.json";
import refusals from "./messages/sv/refusals.json";
import requests from "./messages/sv/requests.json";
import schedule from "./messages/sv/schedule.json";
import settings from "./messages/sv/settings.json";
import standIns from "./messages/sv/stand-ins.json";
import training from "./messages/sv/training.json";
import wallchart from "./messages/sv/wallchart.json";
import week from "./messages/sv/week.json";
import whatIf from "./messages/sv/what-if.json";
import type { Messages } from "./messages-en";

export const messagesSv: Messages = {
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
