/** Which verb answers which endpoint. */

import * as announcements from '../services/announcements.ts';
import * as campaigns from '../services/campaigns.ts';
import * as highlights from '../services/highlights.ts';
import * as initiatives from '../services/initiatives.ts';
import * as lists from '../services/lists.ts';
import * as menu from '../services/menu.ts';
import * as notices from '../services/notices.ts';
import * as people from '../services/people.ts';
import * as results from '../services/results.ts';
import * as review from '../services/review.ts';
import * as rounds from '../services/rounds.ts';
import * as tickets from '../services/tickets.ts';
import * as consents from '../services/zalo-consent.ts';
import type { Verbs } from './serve.ts';

export const verbs: Verbs = {
  home: campaigns.home,
  campaign: campaigns.campaign,
  units: campaigns.units,
  highlights: highlights.listHighlights,
  highlight: highlights.readStory,

  signIn: people.signIn,
  redeemTicket: consents.redeemTicket,
  signOut: people.signOut,
  me: people.readMe,
  rename: people.rename,
  consent: people.setConsent,
  topic: people.setTopic,
  grantCode: people.makeGrantCode,
  notices: notices.listNotices,
  readNotices: notices.readNotices,

  mine: lists.listMine,
  initiative: initiatives.readInitiative,
  saveDraft: initiatives.saveDraft,
  deleteDraft: initiatives.deleteDraft,
  submit: initiatives.submitInitiative,
  withdraw: initiatives.withdrawInitiative,
  copy: initiatives.copyInitiative,
  answerSupplement: initiatives.answerSupplement,

  unitQueue: lists.listUnitQueue,
  confirm: review.confirmInitiative,
  return: review.returnInitiative,

  deskInitiatives: lists.listForDesk,
  deskCounts: lists.countForDesk,
  confirmOnPaper: review.confirmOnPaper,
  accept: review.acceptInitiative,
  requestSupplement: review.requestSupplement,
  refuse: review.refuseInitiative,
  lapse: review.lapseInitiative,
  review: review.reviewInitiative,
  forwardCity: review.forwardToCity,
  recordCity: results.recordCityResult,
  correct: results.correctInitiative,
  stageOutcome: results.stageOutcome,
  deskRounds: rounds.deskRounds,
  createRound: rounds.createRound,
  changeRound: rounds.changeRound,
  release: results.releaseResults,
  addHighlight: highlights.addHighlight,

  announcements: announcements.listAnnouncements,
  announcement: announcements.readAnnouncement,
  writeAnnouncement: announcements.writeAnnouncement,
  previewAnnouncement: announcements.previewAnnouncement,
  sendAnnouncement: announcements.sendAnnouncement,
  pauseAnnouncement: announcements.pauseAnnouncement,
  resumeAnnouncement: announcements.resumeAnnouncement,
  cancelAnnouncement: announcements.cancelAnnouncement,
  announcementPeople: announcements.listPeople,

  tickets: tickets.listTickets,
  ticket: tickets.readTicket,
  answerTicket: tickets.answerTicket,
  closeTicket: tickets.closeTicket,

  zaloHealth: announcements.zaloHealth,
  zaloMenu: menu.readMenu,

  grants: people.listGrants,
  grant: people.grantRole,
  connectZalo: consents.startConnecting,
  setMenu: menu.setMenu,
  revoke: people.revokeRole,
};
