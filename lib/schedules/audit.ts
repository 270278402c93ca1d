import { z } from "zod";
import { declareAudit, forAdministrators } from "@/lib/audit-catalogue";
import { DayFact, IdFact, KeyFact } from "@/lib/facts";

const SHIFT = forAdministrators("shift", {
  poolId: IdFact,
  assistantId: IdFact.nullable(),
  from: DayFact,
  to: DayFact,
  startMinute: z.number().int(),
  endMinute: z.number().int(),
});

const COPIED = forAdministrators("schedule_week", {
  poolId: IdFact,
  from: DayFact,
  to: DayFact,
  count: z.number().int(),
});

const REQUEST = forAdministrators("shift_request", {
  poolId: IdFact,
  assistantId: IdFact.nullable(),
  from: DayFact,
  to: DayFact,
});

/** What the audit log tells of schedules: hours and people, never why a rule was broken. */
export const scheduleAudit = declareAudit({
  "shift.drafted": SHIFT,
  "shift.changed": SHIFT,
  "shift.removed": SHIFT,
  "shift.copied": COPIED,
  "shift.filled": COPIED,
  "shift.imported": COPIED,
  "shift.withdrawn": COPIED,
  "shift.called_off": SHIFT,
  "shift.reinstated": SHIFT,
  "shift.replaced": SHIFT,
  "shift_request.asked": REQUEST,
  "shift_request.offered": REQUEST,
  "shift_request.accepted": REQUEST,
  "shift_request.declined": REQUEST,
  "shift_request.approved": REQUEST,
  "shift_request.denied": REQUEST,
  "shift_request.cancelled": REQUEST,
  "shift_request.expired": REQUEST,
  "schedule.published": forAdministrators("schedule_publication", {
    poolId: IdFact,
    week: KeyFact,
    number: z.number().int(),
    count: z.number().int(),
    from: DayFact,
    to: DayFact,
  }),
  "schedule.acknowledged": forAdministrators("schedule_publication", {
    poolId: IdFact,
    assistantId: IdFact,
    week: KeyFact,
  }),
  "availability.set": forAdministrators("assistant", {}),
  "schedule_setting.role_added": forAdministrators("work_role", {}),
  "schedule_setting.role_changed": forAdministrators("work_role", {}),
  "schedule_setting.demand_added": forAdministrators("role_demand", { poolId: IdFact, roleId: IdFact }),
  "schedule_setting.demand_changed": forAdministrators("role_demand", { poolId: IdFact, roleId: IdFact }),
  "schedule_setting.demand_removed": forAdministrators("role_demand", { poolId: IdFact, roleId: IdFact }),
  "schedule_setting.template_added": forAdministrators("shift_template", { poolId: IdFact }),
  "schedule_setting.template_removed": forAdministrators("shift_template", { poolId: IdFact }),
  "schedule_setting.rules_changed": forAdministrators("pool", {}),
});
