import { type DemoAssistant, executive } from "./demo-office";

const site = "Paddington";

/** The part of London's pool that sits in Paddington, with research and engineering. */
export const PADDINGTON: DemoAssistant[] = [
  {
    name: "Sophie Turner-Reid",
    seniority: "senior",
    site,
    hours: "office",
    languages: "en:C2;it:B1",
    hiredWeeksAgo: 221,
    load: 74,
    executives: [
      { ...executive("Helen Marchetti", "Research Director", "Research", 4, "research"), onsite: true },
      executive("Arjun Patel", "Head of Analytics", "Research", 3, "research"),
      executive("Benedict Shaw", "Head of Innovation", "Research", 2, "research"),
    ],
  },
  {
    name: "Thomas Okonkwo",
    seniority: "assistant",
    site,
    hours: "early",
    languages: "en:C2",
    hiredWeeksAgo: 118,
    load: 62,
    executives: [
      executive("Louise Fairbairn", "Operations Director", "Operations", 4, "operations"),
      { ...executive("Craig Donnelly", "Head of Logistics", "Operations", 2, "operations"), onsite: true },
    ],
  },
  {
    name: "Hannah Clarke",
    seniority: "assistant",
    site,
    hours: "wednesdayMorning",
    languages: "en:C2",
    hiredWeeksAgo: 197,
    load: 60,
    executives: [
      executive("Zoe Marlowe", "Head of Customer Experience", "Customer service", 2, "sales"),
      executive("Philip Nash", "Head of Procurement", "Operations", 2, "finance"),
    ],
  },
  {
    name: "Megan Rhys",
    seniority: "assistant",
    site,
    hours: "office",
    languages: "en:C2;cy:C1",
    hiredWeeksAgo: 84,
    load: 70,
    executives: [
      executive("Edward Kingsley", "Head of Engineering", "Technology", 3, "research"),
      executive("Naomi Achebe", "Head of Product", "Technology", 3, "research"),
      executive("Stuart Bell", "Head of IT", "Technology", 2, "operations"),
    ],
  },
];
