/** What each part of the API is called and about, by its key in the router. */
export const OPENAPI_TAGS: Record<string, { name: string; description: string }> = {
  workRoles: {
    name: "Work roles",
    description: "Kinds of work in shifts, and whether they are done with executives.",
  },
  roleDemand: { name: "Role demand", description: "How many people the roles of a pool need, and when." },
  shiftTemplates: {
    name: "Shift templates",
    description: "Hours and work that are planned again and again.",
  },
  schedulePolicy: { name: "Shift rules", description: "What the shifts of a pool are checked against." },
  availability: { name: "Availability", description: "When I can work, and rather would not." },
  shifts: { name: "Shifts", description: "Shifts, drafted and changed by managers." },
  shiftRequests: {
    name: "Requests about shifts",
    description: "Published shifts exchanged, given away, or taken where they are open.",
  },
  fills: {
    name: "Filled days",
    description: "Shifts proposed for days that lack people, and kept as drafts.",
  },
  schedules: { name: "Schedules", description: "Weeks of shifts: copied, published and acknowledged." },
  courses: { name: "Courses", description: "What may be learnt, and the level in each duty it gives." },
  mandatoryCourses: { name: "Mandatory courses", description: "Who has to attend what, and has not." },
  learningOptions: {
    name: "Learning options",
    description: "What could be learnt, compared and decided on before it is a course.",
  },
  trainingYear: { name: "Training year", description: "The sessions of a year and what they cost." },
  trainingSessions: { name: "Training sessions", description: "Courses on dates, with their seats." },
  enrolments: {
    name: "Enrolments",
    description: "Seats on courses: asked for, booked with their cover, waited for and given back.",
  },
  arrangements: {
    name: "Arrangements",
    description: "What training sessions need, who sees to it and by when.",
  },
  apiTokens: { name: "API tokens", description: "What programs use the API with, and how far each goes." },
  trainingNeeds: { name: "Training needs", description: "Levels that would help cover, with figures." },
  mentorships: { name: "Mentorships", description: "Experienced assistants and those who learn from them." },
  ramps: { name: "Introduction plans", description: "What a new assistant learns from which week on." },
  requisitions: {
    name: "Requisitions",
    description: "People that pools ask to hire, what speaks for it, and the ads that say so.",
  },
  interviews: {
    name: "Interviews",
    description: "Panels, the times they are free, and talks with candidates.",
  },
  packs: { name: "Pre-screen packs", description: "Candidates whom executives read and answer about." },
  jobOffers: { name: "Job offers", description: "Offers to candidates, and the hire that follows." },
  applications: { name: "Applications", description: "Who applied for a job, and how it goes on with them." },
  skillMatrix: { name: "Skill matrix", description: "Levels by assistant and duty." },
  me: { name: "Me", description: "The account of the token, and its week." },
  pools: { name: "Pools", description: "Groups of assistants, their time zone and holidays." },
  duties: { name: "Duties", description: "Kinds of support." },
  assistants: { name: "Assistants", description: "Hours, skills, languages, site and seniority." },
  executives: { name: "Executives", description: "Tier, support hours and duty requirements." },
  supportAssignments: { name: "Support assignments", description: "Who supports whom, from when to when." },
  pairingRestrictions: {
    name: "Pairing restrictions",
    description: "Which assistants may not work for which executives.",
  },
  conversations: {
    name: "Conversations",
    description: "What people raise, and what comes of it; only in a browser’s session.",
  },
  matching: {
    name: "Matching",
    description: "Who fits whom for good, in parts that can be worked out again, and who was chosen.",
  },
  absences: { name: "Absences", description: "Leave requested, reported and decided." },
  wallchart: { name: "Time off calendar", description: "Who is away, by month and by year." },
  leaveTypes: { name: "Leave types", description: "Vacation, sickness, training and the like." },
  leave: { name: "Leave", description: "Balances, allowances, blackouts, groups, and who decides." },
  brief: { name: "Brief", description: "What waits for a manager when a week begins." },
  coverage: { name: "Coverage", description: "Gaps, plans that close them, and assigned cover." },
  offers: { name: "Offers", description: "Cover that is offered, and the answers." },
  calendarFeeds: { name: "Calendar feeds", description: "Secret iCalendar addresses of your calendars." },
  calendarImports: { name: "Calendar imports", description: "Absences from iCalendar files." },
  supportRequests: {
    name: "Support requests",
    description: "Support requests of executives, and their assistants.",
  },
  requestTypes: {
    name: "Types of request",
    description: "What requests can be about, and what each type asks.",
  },
  phoneMessages: {
    name: "Phone messages",
    description: "What callers said, and what executives ticked off.",
  },
  files: {
    name: "Files",
    description: "Files sent before the request or comment they belong to, which names them by id.",
  },
  heldMails: {
    name: "Held e-mail",
    description: "E-mail that came in and waits for a manager to send it on or discard it.",
  },
  meetings: {
    name: "Meetings",
    description: "Meetings of executives: free times, what people can, and the time settled on.",
  },
  letterTemplates: {
    name: "Letter templates",
    description: "The usual words of letters, with fields to fill in.",
  },
  letters: {
    name: "Letters",
    description: "Letters written for requests, approved in the version that was seen, and sent.",
  },
  recurringRequests: {
    name: "Recurring requests",
    description: "Requests that are filed again on weekdays or on a day of each month.",
  },
  savedReplies: {
    name: "Saved replies",
    description: "Words that requests are answered with again and again.",
  },
  serviceLevels: {
    name: "Service levels",
    description: "What pools promise for requests, counted in executives’ support hours.",
  },
  priorityAgreements: {
    name: "Priority agreements",
    description: "Whose urgent requests go first where executives share an assistant.",
  },
  executiveProfiles: {
    name: "Executive profiles",
    description: "How executives like to be supported, and their routines.",
  },
  handovers: { name: "Handovers", description: "What covers must know, read, ask and hand back." },
  accounts: { name: "Accounts", description: "Who can sign in, and who administers." },
  auditEvents: { name: "Audit log", description: "What was done, when and by whom." },
  webhooks: {
    name: "Webhooks",
    description: "Programs outside that get a message when something happens, with ids and times.",
  },
  exports: { name: "Exports", description: "All data of a manager's pools, as tables." },
  imports: { name: "Imports", description: "People, support and absences from four CSV files." },
};
