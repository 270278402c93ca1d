import type { Ctx } from "@/lib/context";
import type { Prisma } from "@/prisma/generated/client/client";
import type { DemoPool } from "./demo-office";
import { demoId } from "./draw";
import { assistantId, DEMO_ASSISTANT, poolId } from "./people";

export const NOON = 12 * 60;

export const SUPPORT = demoId("role", "support");
export const RECEPTION = demoId("role", "reception");
export const PHONES = demoId("role", "phones");

export const ROLES: Prisma.WorkRoleCreateManyInput[] = [
  { id: SUPPORT, nameEn: "Support", nameSv: "Stöd", isWithExecutives: true, sortOrder: 1 },
  {
    id: RECEPTION,
    nameEn: "Reception",
    nameSv: "Reception",
    dutyId: "reception",
    minProficiency: 2,
    sortOrder: 2,
  },
  {
    ...{ id: PHONES, nameEn: "Phones", nameSv: "Telefon", dutyId: "phones", minProficiency: 2, sortOrder: 3 },
    isUnloved: true,
  },
];

/** When somebody is needed at the front, beside the executives: before and after them, and while they are at lunch. */
const NEEDS = [
  { roleId: RECEPTION, startMinute: NOON, endMinute: 13 * 60, headcount: 1 },
  { roleId: PHONES, startMinute: NOON, endMinute: 13 * 60, headcount: 1 },
  { roleId: PHONES, startMinute: 17 * 60, endMinute: 17.5 * 60, headcount: 1 },
];

const TEMPLATES = [
  { name: "Day", startMinute: 8 * 60, endMinute: 17 * 60, breakMinutes: 60, roleId: SUPPORT },
  { name: "Early reception", startMinute: 7 * 60, endMinute: NOON, breakMinutes: 0, roleId: RECEPTION },
  { name: "Late phones", startMinute: 13 * 60, endMinute: 18 * 60, breakMinutes: 0, roleId: PHONES },
];

/** What roles need, and the shifts that are planned again and again. */
export async function writeNeeds(tx: Ctx, pool: DemoPool): Promise<void> {
  await tx.db.roleDemand.createMany({
    data: [1, 2, 3, 4, 5].flatMap((weekday) =>
      NEEDS.map((need, i) => ({
        ...need,
        id: demoId("demand", `${pool.name} ${weekday} ${i}`),
        poolId: poolId(pool),
        weekday,
      })),
    ),
  });
  await tx.db.shiftTemplate.createMany({
    data: TEMPLATES.map(({ roleId, ...template }) => ({
      ...template,
      id: demoId("template", `${pool.name} ${template.name}`),
      poolId: poolId(pool),
      work: [{ roleId, startMinute: template.startMinute, endMinute: template.endMinute }],
    })),
  });
}

/** When the demo assistant and a colleague would rather not work, or gladly. */
export async function writeWishes(tx: Ctx, pool: DemoPool): Promise<void> {
  const [first, second] = pool.assistants;
  const demo = pool.assistants.find(({ name }) => name === DEMO_ASSISTANT) ?? first;
  if (!demo || !second) return;
  const friday = { weekday: 5, startMinute: 15 * 60, endMinute: 24 * 60 };
  await tx.db.availability.createMany({
    data: [
      { assistantId: assistantId(demo.name), ...friday, kind: "rather_not" },
      { assistantId: assistantId(demo.name), weekday: 1, startMinute: 0, endMinute: NOON, kind: "gladly" },
      {
        assistantId: assistantId(second.name),
        weekday: 3,
        startMinute: 17 * 60,
        endMinute: 24 * 60,
        kind: "unavailable",
      },
    ],
  });
}
