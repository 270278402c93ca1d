import { cx } from "@/components/ui/layout/cx";
import type { NavKey } from "./areas";
import sprite from "./frame-icons.svg";

export type FrameIconName =
  | "arrow-right"
  | "bell"
  | "book-user"
  | "calendar-days"
  | "calendar-range"
  | "calendar-sync"
  | "chevrons-up-down"
  | "chart-gantt"
  | "clipboard-list"
  | "corner-down-left"
  | "graduation-cap"
  | "heart-pulse"
  | "inbox"
  | "key-round"
  | "languages"
  | "layout-grid"
  | "log-out"
  | "mail"
  | "menu"
  | "messages-square"
  | "monitor"
  | "moon"
  | "notebook-text"
  | "scale"
  | "search"
  | "send"
  | "settings"
  | "sun"
  | "tree-palm"
  | "user-round"
  | "user-round-check"
  | "user-round-plus"
  | "users-round"
  | "waypoints";

/** An icon of the frame, drawn from one file that a browser fetches once, so that no page carries its lines. */
export function FrameIcon({ name, className }: { name: FrameIconName; className?: string }) {
  return (
    <svg aria-hidden className={cx("frame-icon size-4", className)}>
      <use href={`${sprite.src}#${name}`} />
    </svg>
  );
}

export const NAV_ICONS: Record<NavKey, FrameIconName> = {
  coverage: "layout-grid",
  coverageWeek: "layout-grid",
  brief: "layout-grid",
  workload: "scale",
  standIns: "user-round-check",
  whatIf: "layout-grid",
  schedule: "chart-gantt",
  scheduleWeek: "chart-gantt",
  scheduleRoles: "chart-gantt",
  shiftSwaps: "chart-gantt",
  scheduleSetup: "chart-gantt",
  requests: "inbox",
  allRequests: "inbox",
  letters: "mail",
  letterTemplates: "inbox",
  serviceLevels: "inbox",
  agreements: "inbox",
  heldMail: "inbox",
  recurringRequests: "inbox",
  savedReplies: "inbox",
  meetings: "calendar-range",
  myMeetings: "calendar-range",
  absences: "tree-palm",
  wallchart: "calendar-range",
  handovers: "notebook-text",
  assistants: "users-round",
  executives: "user-round",
  matching: "waypoints",
  myMatching: "waypoints",
  training: "graduation-cap",
  hiring: "user-round-plus",
  myInterviews: "user-round-plus",
  myTraining: "graduation-cap",
  conversations: "messages-square",
  settings: "settings",
  week: "calendar-days",
  poolSchedule: "chart-gantt",
  myWorkload: "scale",
  support: "user-round-check",
  myRequests: "send",
  profile: "book-user",
  accounts: "key-round",
  audit: "clipboard-list",
  health: "heart-pulse",
  webhooks: "waypoints",
};
