import { type OfficePlan, planOffice } from "@/lib/imports/plan/rules";
import type { KnownOffice, KnownPerson } from "@/lib/imports/plan/rules-office";
import type { OfficeFiles } from "@/lib/imports/schema";
import { readFiles } from "@/lib/imports/sheets/queries";

export const ASSISTANTS = "name,email,pool,site,seniority,fte,working_days,starts,ends,skills,languages";
export const EXECUTIVES = "name,email,pool,title,department,tier,site,onsite,duties,languages";
export const SUPPORT = "executive_email,assistant_email,role,from,to";
const ABSENCES = "assistant_email,type,from,from_part,to,to_part,status";

const CALENDAR = { id: "calendar", nameEn: "Calendar", nameSv: "Kalender" };
const SALES = { id: "sales_support", nameEn: "Sales support", nameSv: "Säljstöd" };

const LEAVE_TYPES = [
  { id: "vacation", nameEn: "Annual leave", nameSv: "Semester", isReported: false },
  { id: "sick", nameEn: "Sick", nameSv: "Sjuk", isReported: true },
  ...["parental", "childcare", "training", "other"].map((id) => ({
    id,
    nameEn: id,
    nameSv: id,
    isReported: false,
  })),
  { id: "study_days", nameEn: "Study days", nameSv: "Studiedagar", isReported: false },
];

export function makeOffice(overrides: Partial<KnownOffice> = {}): KnownOffice {
  return {
    pools: [
      { id: "p1", name: "Stockholm", isManaged: true },
      { id: "p2", name: "Paris", isManaged: false },
    ],
    duties: [CALENDAR, SALES],
    leaveTypes: LEAVE_TYPES,
    people: new Map([makeAnna(), makeErik()].map((person) => [person.email, person])),
    members: [],
    support: [],
    keptApart: [],
    absences: [],
    ...overrides,
  };
}

export function makeAnna(overrides: Partial<KnownPerson> = {}): KnownPerson {
  return {
    userId: "u1",
    email: "anna@x.se",
    name: "Anna Ek",
    isDisabled: false,
    canRename: true,
    assistant: {
      id: "a1",
      version: 3,
      isManaged: true,
      record: {
        pool: "Stockholm",
        site: "HQ",
        phone: "",
        seniority: "senior",
        ftePercent: 100,
        hiredOn: null,
        leavesOn: null,
        hours: [{ weekday: 1, startsAtMinute: 480, endsAtMinute: 1020 }],
        skills: [{ dutyId: "calendar", proficiency: 4 }],
        languages: [{ language: "sv", level: "C2" }],
      },
    },
    executive: null,
    ...overrides,
  };
}

export function makeErik(): KnownPerson {
  const record = {
    pool: "Stockholm",
    title: "",
    department: "",
    tier: 1,
    site: "",
    phone: "",
    onsite: false,
    leavesOn: null,
    duties: [],
    languages: [],
  };
  const executive = { id: "e1", version: 1, isManaged: true, record };
  return { ...makeAnna(), userId: "u2", email: "erik@x.se", name: "Erik Al", assistant: null, executive };
}

export function planOf(files: Record<string, string[]>, office = makeOffice()): OfficePlan {
  const headers: Record<string, string> = {
    assistants: ASSISTANTS,
    executives: EXECUTIVES,
    support: SUPPORT,
    absences: ABSENCES,
  };
  const contents = Object.entries(files).map(([file, rows]) => [file, [headers[file], ...rows].join("\n")]);
  const { rows, faults } = readFiles(Object.fromEntries(contents) as OfficeFiles);
  const plan = planOffice(rows, office);
  return { ...plan, faults: [...faults, ...plan.faults] };
}

export const codes = (plan: OfficePlan) => plan.faults.map(({ line, column, code }) => [line, column, code]);

export const ANNA = "Anna Ek,anna@x.se,Stockholm,HQ,senior,1,Mon,8:00,17:00,calendar:4,sv:C2";
export const NOVA = "Nova Lind,nova@x.se,Stockholm,HQ,,1,Mon-Fri,8:00,17:00,,";
