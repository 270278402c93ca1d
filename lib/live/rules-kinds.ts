import type { LiveKind } from "./schema";

/** What each domain of the audit log is about to an open page; null where no page is told: private matters, accounts, links. */
const KIND_OF_DOMAIN: Readonly<Record<string, LiveKind | null>> = {
  cover: "cover",
  board_change: "cover",
  gap: "cover",
  plan: "plan",
  absence: "absence",
  support_request: "request",
  meeting: "request",
  letter: "request",
  letter_template: null,
  service_level: "pool",
  priority_agreement: "request",
  handover: "handover",
  handover_item: "handover",
  handover_question: "handover",
  access: "handover",
  support: "support",
  assistant: "person",
  executive: "person",
  leave_entitlement: "leave",
  leave_allowance: "leave",
  leave_adjustment: "leave",
  leave_policy: "leave",
  assistant_leave_policy: "leave",
  apart_group: "leave",
  blackout: "leave",
  pool: "pool",
  shift: "schedule",
  shift_request: "schedule",
  schedule: "schedule",
  schedule_setting: "schedule",
  availability: "schedule",
  course: "training",
  training_session: "training",
  arrangement: "training",
  learning_option: "training",
  training_budget: "training",
  training_need: "training",
  enrolment: "training",
  mentorship: "training",
  mentor_limit: null,
  requisition: null,
  job_ad: null,
  application: null,
  interview: null,
  scorecard: null,
  job_offer: null,
  screening_pack: null,
  office: "everything",
  calendar: "everything",
  demo: "everything",
  leave_type: "everything",
  duty: "everything",
  deputy: null,
  access_template: null,
  profile_section: null,
  recurring_duty: null,
  date_to_know: null,
  pairing: null,
  request_type: "pool",
  journal: null,
  matching: null,
  rebalance: null,
  placement: null,
  fit_weights: null,
  calendar_feed: null,
  audit_log: null,
  installation: null,
  account: null,
  api_token: null,
  webhook: null,
};

/** Who hears of it: all whom it concerns; beside managers only the assistant it names; or managers alone. */
export type LiveReach = "all" | "assistant" | "managers";

/** An offer is nobody's support yet, a draft is known to managers alone, and a pin changes nothing for the people it names. */
const REACH_OF_ACTION: Readonly<Record<string, LiveReach>> = {
  "cover.offered": "assistant",
  "cover.accepted": "assistant",
  "cover.declined": "assistant",
  "cover.expired": "assistant",
  "cover.reminded": "assistant",
  "cover.pinned": "managers",
  "cover.unpinned": "managers",
  "shift.drafted": "managers",
  "shift.changed": "managers",
  "shift.removed": "managers",
  "shift.copied": "managers",
  "shift.withdrawn": "managers",
  "schedule_setting.demand_added": "managers",
  "schedule_setting.demand_changed": "managers",
  "schedule_setting.demand_removed": "managers",
  "schedule_setting.template_added": "managers",
  "schedule_setting.template_removed": "managers",
  "schedule.acknowledged": "managers",
  "availability.set": "managers",
  "course.added": "managers",
  "course.changed": "managers",
  "training_session.planned": "managers",
  "training_session.changed": "managers",
  "training_session.moved": "managers",
  "training_session.cancelled": "managers",
  "training_session.finished": "managers",
  "training_session.trainer_set": "managers",
  "arrangement.added": "managers",
  "arrangement.changed": "managers",
  "arrangement.settled": "managers",
  "arrangement.dismissed": "managers",
  "arrangement.reopened": "managers",
  "learning_option.changed": "managers",
  "learning_option.looked_into": "managers",
  "learning_option.chosen": "managers",
  "learning_option.set_aside": "managers",
  "learning_option.scheduled": "managers",
  "training_budget.set": "managers",
  "training_need.worked_out": "managers",
  "training_need.put_aside": "managers",
  "gap.accepted": "managers",
  "gap.reopened": "managers",
};

/** What an action is about; null for what no page is told, and for actions nobody has placed yet. */
export function liveKindOf(action: string): LiveKind | null {
  return KIND_OF_DOMAIN[action.split(".")[0] ?? ""] ?? null;
}

/** True for a domain of the audit log that has its place here. */
export function isPlacedAction(action: string): boolean {
  return (action.split(".")[0] ?? "") in KIND_OF_DOMAIN;
}

export function reachOf(action: string, kind: LiveKind): LiveReach {
  if (kind === "plan" || kind === "pool") return "managers";
  return REACH_OF_ACTION[action] ?? "all";
}
