import { type DemoAssistant, executive } from "./demo-office";

const site = "Kista";

/** The part of Stockholm's pool that sits in Kista, with technology and research. */
export const KISTA: DemoAssistant[] = [
  {
    name: "Malin Eriksson",
    seniority: "senior",
    site,
    hours: "office",
    languages: "sv:C2;en:C1;fi:C2",
    hiredWeeksAgo: 290,
    load: 74,
    executives: [
      {
        ...executive("Lars Engström", "Chief Technology Officer", "Technology", 4, "research", "sv:B2;en:B2"),
        onsite: true,
      },
      executive("Marcus Hjelm", "VP Engineering", "Technology", 3, "research"),
      executive("Yasmin Rahimi", "Head of Security", "Technology", 3, "operations", "en:C1"),
    ],
  },
  {
    name: "Fatima Haddad",
    seniority: "assistant",
    site,
    hours: "early",
    languages: "sv:C1;en:C1;ar:C2",
    hiredWeeksAgo: 142,
    load: 74,
    executives: [
      { ...executive("Björn Svedberg", "Research Director", "Research", 3, "research"), onsite: true },
      executive("Ylva Cederholm", "Head of Patents", "Legal", 3, "legal"),
      { ...executive("Erik Boman", "Laboratory Director", "Research", 2, "research"), onsite: true },
    ],
  },
  {
    name: "Kajsa Wikström",
    seniority: "assistant",
    site,
    hours: "wednesdayMorning",
    languages: "sv:C2;en:B2",
    hiredWeeksAgo: 204,
    load: 62,
    executives: [
      executive("Tomas Alm", "Head of Radio Systems", "Technology", 2, "research"),
      {
        ...executive("Susanne Krantz", "Head of Quality", "Operations", 2, "operations"),
        sharedWith: "David Lindahl",
      },
    ],
  },
  {
    name: "Moa Lundberg",
    seniority: "assistant",
    site,
    hours: "office",
    languages: "sv:C2;en:C1",
    hiredWeeksAgo: 175,
    load: 64,
    executives: [
      {
        ...executive("Patrik Nyström", "Head of Production Engineering", "Operations", 2, "operations"),
        needs: { reception: 5, travel: 5 },
      },
      {
        ...executive("Agneta Lööf", "Head of Supply Chain", "Operations", 2, "operations"),
        sharedWith: "Josefin Åberg",
      },
    ],
  },
  {
    name: "Josefin Åberg",
    seniority: "assistant",
    site,
    hours: "shortDays",
    languages: "sv:C2;en:B2",
    hiredWeeksAgo: 256,
    load: 56,
    executives: [
      executive("Rickard Sterner", "Head of Customer Support", "Customer service", 2, "sales"),
      executive("Hanna Blom", "Head of Service Delivery", "Customer service", 2, "operations"),
    ],
  },
  {
    name: "David Lindahl",
    seniority: "junior",
    site,
    hours: "office",
    languages: "sv:C2;en:C1",
    hiredWeeksAgo: 44,
    after: "Josefin Åberg",
    load: 60,
    executives: [
      executive("Jenny Asplund", "Head of Test", "Technology", 1, "operations"),
      { ...executive("Göran Ivarsson", "Site Manager Kista", "Operations", 2, "operations"), onsite: true },
    ],
  },
];
