import { absencesApi } from "./absences";
import { accountsApi } from "./accounts";
import { apiTokensApi } from "./api-tokens";
import { arrangementsApi } from "./arrangements";
import { assistantsApi } from "./assistants";
import { auditEventsApi } from "./audit-events";
import { briefApi } from "./brief";
import { calendarFeedsApi } from "./calendar-feeds";
import { calendarImportsApi } from "./calendar-imports";
import { conversationMediationApi } from "./conversation-mediation";
import { conversationStepsApi } from "./conversation-steps";
import { conversationsApi } from "./conversations";
import { coverageApi } from "./coverage";
import { dutiesApi } from "./duties";
import { enrolmentsApi } from "./enrolments";
import { executiveProfilesApi } from "./executive-profiles";
import { executivesApi } from "./executives";
import { filesApi } from "./files";
import { handoverAccessApi, handoverQuestionsApi } from "./handover-parts";
import { handoverItemsApi, handoversApi, ownCoversApi } from "./handovers";
import { heldMailsApi } from "./held-mails";
import { requisitionsApi } from "./hiring";
import { applicationsApi } from "./hiring-applications";
import { jobOffersApi } from "./hiring-hires";
import { interviewsApi } from "./hiring-interviews";
import { packsApi } from "./hiring-packs";
import { exportsApi, importsApi } from "./imports";
import { learningOptionsApi, trainingYearApi } from "./learning-options";
import { leaveApi } from "./leave";
import { leaveTypesApi } from "./leave-types";
import { letterTemplatesApi } from "./letter-templates";
import { lettersApi } from "./letters";
import { matchingApi } from "./matching";
import { matchingKnowledgeApi, ownMatchingApi } from "./matching-knowledge";
import { rebalancesApi } from "./matching-rebalances";
import { trialsApi } from "./matching-trials";
import { meApi } from "./me";
import { meetingsApi } from "./meetings";
import { mentoringMeetingsApi } from "./mentoring-meetings";
import { mentoringNotesApi } from "./mentoring-notes";
import { mentorshipsApi } from "./mentorships";
import { noticeSettingsApi } from "./notice-settings";
import { offersApi } from "./offers";
import { ownAddressApi, ownDataApi, ownFactorApi, ownSessionsApi } from "./own-security";
import { pairingRestrictionsApi } from "./pairing-restrictions";
import { phoneMessagesApi } from "./phone-messages";
import { poolsApi } from "./pools";
import { priorityAgreementsApi } from "./priority-agreements";
import { rampsApi } from "./ramps";
import { recurringRequestsApi } from "./recurring-requests";
import { requestTypesApi } from "./request-types";
import { savedRepliesApi } from "./saved-replies";
import { fillsApi } from "./schedule-fills";
import { roleDemandApi, schedulePolicyApi, shiftTemplatesApi, workRolesApi } from "./schedule-setup";
import { availabilityApi, schedulesApi } from "./schedules";
import { serviceLevelsApi } from "./service-levels";
import { shiftRequestsApi } from "./shift-requests";
import { shiftsApi } from "./shifts";
import { supportAssignmentsApi } from "./support-assignments";
import { supportRequestHoldersApi } from "./support-request-holders";
import { supportRequestMovesApi } from "./support-request-moves";
import { supportRequestsApi } from "./support-requests";
import { coursesApi, mandatoryCoursesApi, skillMatrixApi, trainingNeedsApi } from "./training";
import { trainingSessionsApi } from "./training-sessions";
import { wallchartApi } from "./wallchart";
import { webhooksApi } from "./webhooks";

/** Every operation of the REST API. */
export const apiRouter = {
  me: {
    ...meApi,
    ...noticeSettingsApi,
    covers: ownCoversApi,
    matching: ownMatchingApi,
    ...ownDataApi,
    ...ownAddressApi,
    sessions: ownSessionsApi,
    factor: ownFactorApi,
  },
  pools: poolsApi,
  duties: dutiesApi,
  assistants: assistantsApi,
  executives: executivesApi,
  executiveProfiles: executiveProfilesApi,
  supportAssignments: supportAssignmentsApi,
  pairingRestrictions: pairingRestrictionsApi,
  conversations: { ...conversationsApi, ...conversationStepsApi, ...conversationMediationApi },
  matching: { ...matchingApi, ...matchingKnowledgeApi, rebalances: rebalancesApi, trials: trialsApi },
  absences: absencesApi,
  leaveTypes: leaveTypesApi,
  wallchart: wallchartApi,
  leave: leaveApi,
  workRoles: workRolesApi,
  roleDemand: roleDemandApi,
  shiftTemplates: shiftTemplatesApi,
  schedulePolicy: schedulePolicyApi,
  shifts: shiftsApi,
  schedules: schedulesApi,
  fills: fillsApi,
  shiftRequests: shiftRequestsApi,
  availability: availabilityApi,
  courses: coursesApi,
  mandatoryCourses: mandatoryCoursesApi,
  learningOptions: learningOptionsApi,
  trainingYear: trainingYearApi,
  trainingSessions: trainingSessionsApi,
  enrolments: enrolmentsApi,
  arrangements: arrangementsApi,
  skillMatrix: skillMatrixApi,
  trainingNeeds: trainingNeedsApi,
  mentorships: { ...mentorshipsApi, ...mentoringMeetingsApi, ...mentoringNotesApi },
  ramps: rampsApi,
  brief: briefApi,
  requisitions: requisitionsApi,
  applications: applicationsApi,
  interviews: interviewsApi,
  packs: packsApi,
  jobOffers: jobOffersApi,
  coverage: coverageApi,
  offers: offersApi,
  calendarFeeds: calendarFeedsApi,
  calendarImports: calendarImportsApi,
  requestTypes: requestTypesApi,
  supportRequests: { ...supportRequestsApi, ...supportRequestHoldersApi, ...supportRequestMovesApi },
  phoneMessages: phoneMessagesApi,
  heldMails: heldMailsApi,
  files: filesApi,
  letterTemplates: letterTemplatesApi,
  letters: lettersApi,
  recurringRequests: recurringRequestsApi,
  savedReplies: savedRepliesApi,
  serviceLevels: serviceLevelsApi,
  priorityAgreements: priorityAgreementsApi,
  meetings: meetingsApi,
  handovers: {
    ...handoversApi,
    items: handoverItemsApi,
    questions: handoverQuestionsApi,
    access: handoverAccessApi,
  },
  imports: importsApi,
  exports: exportsApi,
  apiTokens: apiTokensApi,
  accounts: accountsApi,
  auditEvents: auditEventsApi,
  webhooks: webhooksApi,
};
