/** Every door of the product in one list. The server refuses to start with a door that is not listed here or not bound. */

import { addresses, type EndpointName } from './addresses.ts';
import * as announcement from './announcement.ts';
import * as campaign from './campaign.ts';
import { done, nothing } from './common.ts';
import { type Endpoint, endpoint, type OtherRoute } from './endpoint.ts';
import * as initiative from './initiative.ts';
import * as person from './person.ts';
import * as ticket from './ticket.ts';

export const api = {
  // ---- everybody
  home: endpoint(...addresses.home, 'What the first screen shows.', nothing, campaign.home),
  campaign: endpoint(
    ...addresses.campaign,
    'A campaign with rounds, documents and figures.',
    campaign.campaignQuery,
    campaign.campaign,
  ),
  units: endpoint(
    ...addresses.units,
    'Units that take part, by block or search.',
    campaign.unitsQuery,
    campaign.unitPage,
  ),
  highlights: endpoint(
    ...addresses.highlights,
    'Highlighted initiatives.',
    campaign.highlightsQuery,
    campaign.highlightPage,
  ),
  highlight: endpoint(
    ...addresses.highlight,
    'One highlighted initiative.',
    campaign.slugQuery,
    campaign.story,
  ),

  // ---- who one is
  signIn: endpoint(
    ...addresses.signIn,
    "Exchanges Zalo's access token for a session of ours.",
    person.signInInput,
    person.session,
  ),
  redeemTicket: endpoint(
    ...addresses.redeemTicket,
    'A session for the ticket that a Zalo login in a browser ended with.',
    person.ticketInput,
    person.session,
  ),
  signOut: endpoint(...addresses.signOut, 'Ends all sessions of the person.', nothing, done),
  me: endpoint(...addresses.me, 'Who I am and what I may do.', nothing, person.me),
  rename: endpoint(...addresses.rename, 'The name that stands on my dossiers.', person.nameInput, person.me),
  consent: endpoint(...addresses.consent, 'Gives or withdraws one consent.', person.consentInput, person.me),
  topic: endpoint(
    ...addresses.topic,
    'Turns one kind of notice over Zalo on or off, or all of them.',
    person.topicInput,
    person.me,
  ),
  grantCode: endpoint(
    ...addresses.grantCode,
    'A one-time code by which an administrator finds me.',
    nothing,
    person.grantCode,
  ),
  notices: endpoint(
    ...addresses.notices,
    'My notices, newest first.',
    person.noticesQuery,
    person.noticePage,
  ),
  readNotices: endpoint(...addresses.readNotices, 'Marks notices as read.', person.readInput, done),

  // ---- initiatives of an author
  mine: endpoint(
    ...addresses.mine,
    'My initiatives, last changed first.',
    initiative.mineQuery,
    initiative.summaryPage,
  ),
  initiative: endpoint(
    ...addresses.initiative,
    'One initiative that I may see.',
    initiative.byId,
    initiative.detail,
  ),
  saveDraft: endpoint(
    ...addresses.saveDraft,
    'Saves a draft; version 0 makes it.',
    initiative.saveDraftInput,
    initiative.savedDraft,
  ),
  deleteDraft: endpoint(...addresses.deleteDraft, 'Deletes my draft.', initiative.simpleActQuery, done),
  submit: endpoint(
    ...addresses.submit,
    'Hands the initiative in; repeating it changes nothing.',
    initiative.submitInput,
    initiative.submitted,
  ),
  withdraw: endpoint(
    ...addresses.withdraw,
    'Withdraws my initiative.',
    initiative.simpleAct,
    initiative.acted,
  ),
  copy: endpoint(
    ...addresses.copy,
    'Starts a new draft from my initiative.',
    initiative.copyInput,
    initiative.savedDraft,
  ),
  answerSupplement: endpoint(
    ...addresses.answerSupplement,
    'Answers what was asked for.',
    initiative.supplementAnswer,
    initiative.acted,
  ),

  // ---- unit heads
  unitQueue: endpoint(
    ...addresses.unitQueue,
    'What waits for my confirmation, longest first.',
    initiative.mineQuery,
    initiative.summaryPage,
  ),
  confirm: endpoint(
    ...addresses.confirm,
    'Confirms that the initiative was applied.',
    initiative.simpleAct,
    initiative.acted,
  ),
  return: endpoint(
    ...addresses.return,
    'Asks the author to change a part.',
    initiative.returnInput,
    initiative.acted,
  ),

  // ---- the desk
  deskInitiatives: endpoint(
    ...addresses.deskInitiatives,
    'Dossiers by round, state, block, unit and search.',
    initiative.deskQuery,
    initiative.summaryPage,
  ),
  deskCounts: endpoint(
    ...addresses.deskCounts,
    'Dossiers by state.',
    initiative.deskCountsQuery,
    initiative.deskCounts,
  ),
  confirmOnPaper: endpoint(
    ...addresses.confirmOnPaper,
    'Records a written confirmation of a unit without a head here.',
    initiative.paperConfirmation,
    initiative.acted,
  ),
  accept: endpoint(
    ...addresses.accept,
    'Accepts a complete dossier.',
    initiative.simpleAct,
    initiative.acted,
  ),
  requestSupplement: endpoint(
    ...addresses.requestSupplement,
    'Asks the author for what is missing.',
    initiative.supplementInput,
    initiative.acted,
  ),
  refuse: endpoint(
    ...addresses.refuse,
    'Refuses a dossier with a reason.',
    initiative.reasonedAct,
    initiative.acted,
  ),
  lapse: endpoint(
    ...addresses.lapse,
    'Closes a dossier whose supplement is overdue.',
    initiative.simpleAct,
    initiative.acted,
  ),
  review: endpoint(
    ...addresses.review,
    'Puts an accepted dossier before the council.',
    initiative.simpleAct,
    initiative.acted,
  ),
  forwardCity: endpoint(
    ...addresses.forwardCity,
    'Records that a recognised initiative went to the city.',
    initiative.simpleAct,
    initiative.acted,
  ),
  recordCity: endpoint(
    ...addresses.recordCity,
    "Records the city's answer.",
    initiative.cityResult,
    initiative.acted,
  ),
  correct: endpoint(
    ...addresses.correct,
    'Reopens a recognised dossier to correct it.',
    initiative.reasonedAct,
    initiative.acted,
  ),
  stageOutcome: endpoint(
    ...addresses.stageOutcome,
    "Writes down the council's decision; nobody else sees it before release.",
    initiative.outcomeInput,
    initiative.detail,
  ),
  deskRounds: endpoint(
    ...addresses.deskRounds,
    'Rounds of the current campaign with counts.',
    nothing,
    campaign.deskRounds,
  ),
  createRound: endpoint(
    ...addresses.createRound,
    'Plans a round.',
    campaign.createRoundInput,
    campaign.deskRound,
  ),
  changeRound: endpoint(
    ...addresses.changeRound,
    'Changes a round; logged.',
    campaign.changeRoundInput,
    campaign.deskRound,
  ),
  release: endpoint(
    ...addresses.release,
    'Releases all staged outcomes of a round at once.',
    campaign.releaseInput,
    campaign.released,
  ),
  addHighlight: endpoint(
    ...addresses.addHighlight,
    'Shows a recognised initiative to the public.',
    campaign.highlightInput,
    campaign.highlightCard,
  ),

  // ---- announcements
  announcements: endpoint(
    ...addresses.announcements,
    'Announcements, newest first.',
    announcement.announcementsQuery,
    announcement.announcementPage,
  ),
  announcement: endpoint(
    ...addresses.announcement,
    'One announcement with its progress.',
    announcement.byId,
    announcement.announcementDetail,
  ),
  writeAnnouncement: endpoint(
    ...addresses.writeAnnouncement,
    'Saves the text of an announcement.',
    announcement.writeInput,
    announcement.written,
  ),
  previewAnnouncement: endpoint(
    ...addresses.previewAnnouncement,
    'How it will look and whom it reaches.',
    announcement.previewInput,
    announcement.preview,
  ),
  sendAnnouncement: endpoint(
    ...addresses.sendAnnouncement,
    'Sends exactly the version that was looked at.',
    announcement.actInput,
    announcement.announcementDetail,
  ),
  pauseAnnouncement: endpoint(
    ...addresses.pauseAnnouncement,
    'Holds what has not left yet.',
    announcement.actInput,
    announcement.announcementDetail,
  ),
  resumeAnnouncement: endpoint(
    ...addresses.resumeAnnouncement,
    'Goes on where it was held.',
    announcement.actInput,
    announcement.announcementDetail,
  ),
  cancelAnnouncement: endpoint(
    ...addresses.cancelAnnouncement,
    'Cancels what has not left yet.',
    announcement.actInput,
    announcement.announcementDetail,
  ),
  announcementPeople: endpoint(
    ...addresses.announcementPeople,
    'What happened to each person.',
    announcement.peopleQuery,
    announcement.peoplePage,
  ),
  // ---- tickets
  tickets: endpoint(
    ...addresses.tickets,
    'Who asked for a person, longest waiting first.',
    ticket.ticketsQuery,
    ticket.ticketPage,
  ),
  ticket: endpoint(
    ...addresses.ticket,
    'One ticket with its conversation.',
    ticket.byId,
    ticket.ticketDetail,
  ),
  answerTicket: endpoint(
    ...addresses.answerTicket,
    'Answers in the chat; repeating it changes nothing.',
    ticket.answerInput,
    ticket.ticketDetail,
  ),
  closeTicket: endpoint(
    ...addresses.closeTicket,
    'Closes the ticket: the bot answers again.',
    ticket.byId,
    ticket.ticketDetail,
  ),

  // ---- the link to Zalo
  zaloHealth: endpoint(
    ...addresses.zaloHealth,
    'State of the link to Zalo.',
    nothing,
    announcement.zaloHealth,
  ),

  zaloMenu: endpoint(
    ...addresses.zaloMenu,
    'The menu below every conversation with the page.',
    nothing,
    announcement.menu,
  ),

  // ---- administrators
  grants: endpoint(...addresses.grants, 'Roles that are held now.', person.grantsQuery, person.grantPage),
  grant: endpoint(
    ...addresses.grant,
    'Gives a role to whoever read me the code.',
    person.grantInput,
    person.granted,
  ),
  connectZalo: endpoint(
    ...addresses.connectZalo,
    'Where to go to connect the Official Account.',
    nothing,
    person.connectLink,
  ),
  setMenu: endpoint(...addresses.setMenu, 'Hands the menu of the page to Zalo.', nothing, announcement.menu),
  revoke: endpoint(...addresses.revoke, 'Takes a role back.', person.revokeInput, done),
} as const satisfies Record<EndpointName, Endpoint>;

export type Api = typeof api;
export type { EndpointName };

/** Doors that do not speak our JSON. */
export const otherRoutes: readonly OtherRoute[] = [
  { kind: 'page', method: 'GET', path: '/', access: 'public', does: 'The public front page.' },
  {
    kind: 'page',
    method: 'GET',
    path: '/sang-kien/:slug',
    access: 'public',
    does: 'A highlighted initiative.',
  },
  { kind: 'page', method: 'GET', path: '/huong-dan', access: 'public', does: 'How to take part.' },
  {
    kind: 'page',
    method: 'GET',
    path: '/chinh-sach-rieng-tu',
    access: 'public',
    does: 'What is kept, why and how long.',
  },
  { kind: 'page', method: 'GET', path: '/app{/*path}', access: 'public', does: 'The mini app in a browser.' },
  { kind: 'file', method: 'GET', path: '/api/openapi.json', access: 'public', does: 'This list as OpenAPI.' },
  {
    kind: 'file',
    method: 'GET',
    path: '/assets/:name',
    access: 'public',
    does: 'Style, mark and share picture of the public pages.',
  },
  {
    kind: 'file',
    method: 'GET',
    path: '/zalo_verifier:code.html',
    access: 'public',
    does: "Zalo's proof that the domain is ours.",
  },
  { kind: 'page', method: 'GET', path: '/healthz', access: 'public', does: 'The process lives.' },
  {
    kind: 'page',
    method: 'GET',
    path: '/readyz',
    access: 'public',
    does: 'Database reachable, migrations applied.',
  },
  {
    kind: 'hook',
    method: 'ALL',
    path: '/webhook/zalo/oa',
    access: 'public',
    does: "Events of the Official Account, by Zalo's signature.",
  },
  {
    kind: 'hook',
    method: 'ALL',
    path: '/webhook/zalo/mini-app',
    access: 'public',
    does: "Events of the mini app, by Zalo's signature.",
  },
  {
    kind: 'callback',
    method: 'GET',
    path: '/auth/zalo',
    access: 'public',
    does: 'Starts a Zalo login in a browser.',
  },
  {
    kind: 'callback',
    method: 'GET',
    path: '/auth/zalo/callback',
    access: 'public',
    does: 'Back from a Zalo login in a browser.',
  },
  {
    kind: 'callback',
    method: 'GET',
    path: '/connect/zalo/callback',
    access: 'public',
    does: 'Back from connecting the Official Account.',
  },
  {
    kind: 'page',
    method: 'ALL',
    path: '/sandbox{/*path}',
    access: 'public',
    does: 'The local Zalo, only while rehearsing.',
  },
];
