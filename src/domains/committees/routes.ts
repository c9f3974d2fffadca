// The promises of committees kept. Nothing is decided here.
import type { Vault } from '#platform/signatures/vault.ts'
import { type Routes, serve } from '#platform/http/serve.ts'
import { addAddendum, approveAddendum, approveMinutes, draftMinutes, writeMinutes } from './minutes-actions.ts'
import { bodiesApi, meetingsApi, proceduresApi } from './api.ts'
import { closeBallot, openBallot, recordConsensus, vote } from './ballot-actions.ts'
import { addSeat, adoptRules, changeSeat, changeSide, constitute, dissolve, draftBody, endSeat } from './body-actions.ts'
import { showBody } from './body-file.ts'
import { listBodies } from './body-store.ts'
import { invitationFor, openPaper } from './invitation.ts'
import { cancelAll, type Installation, inviteAll, inviteAnew, reply } from './invitation-actions.ts'
import { addItem, addPaper, agreeItem, callMeeting, callOff, changeItem, changeMeeting, closeMeeting, openMeeting, removeItem } from './meeting-actions.ts'
import { packFile, type WriteSheets } from './pack-file.ts'
import { freezePack, packOf } from './pack-store.ts'
import { changePresence, declare } from './presence-actions.ts'
import { propose, settle, veto } from './procedure-actions.ts'
import { showProcedure } from './procedure-store.ts'
import { readyMade } from './ready-rules.ts'
import { askSpecial, supportRequest } from './request-actions.ts'
import { ruleSetNames } from './rule-model.ts'
import { liveOf, showMeeting } from './session-file.ts'
import { setSources } from './source-rules.ts'
import { addAction, finishAction } from './task-actions.ts'
import { openMinutesPaper, signMinutes } from './signing-actions.ts'
import './figures.ts'
import './suspension.ts'
import './review-checks.ts'
import './turns.ts'
import './verification.ts'

export const committeeRoutes = (home: Installation & { writeSheets: WriteSheets; vault: Vault }): Routes => [...serve(bodiesApi, {
  ruleSets: async () => ruleSetNames.map((name) => ({ name, rules: readyMade[name], sources: setSources[name] })),
  bodies: ({ db, viewer }, { query }) => listBodies(db, viewer, query),
  body: ({ db, viewer, now }, { params }) => showBody(db, viewer, params.id, now),
  draft: (at, { body }) => draftBody(at, body),
  addSeat: async (at, { params, body }) => { const shown = await addSeat(at, params.id, body); await inviteAnew(at, home, params.id); return shown },
  changeSeat: async (at, { params, body }) => { const shown = await changeSeat(at, params.id, params.seatId, body); await inviteAnew(at, home, params.id); return shown },
  endSeat: async (at, { params }) => { const shown = await endSeat(at, params.id, params.seatId); await inviteAnew(at, home, params.id); return shown },
  changeSide: (at, { params, body }) => changeSide(at, params.id, params.sideId, body),
  constitute: (at, { params }) => constitute(at, params.id),
  adoptRules: (at, { params, body }) => adoptRules(at, params.id, body),
  dissolve: (at, { params }) => dissolve(at, params.id),
  addAction: (at, { params, body }) => addAction(at, params.id, body),
  finishAction: (at, { params, body }) => finishAction(at, params.id, params.actionId, body),
}), ...serve(meetingsApi, {
  call: (at, { params, body }) => callMeeting(at, params.id, body, (id) => inviteAll(at, home, id)),
  meeting: ({ db, viewer, now }, { params }) => showMeeting(db, viewer, params.id, now),
  live: ({ db, viewer, now }, { params }) => liveOf(db, viewer, params.id, now),
  change: (at, { params, body }) => changeMeeting(at, params.id, body, () => inviteAll(at, home, params.id)),
  callOff: (at, { params }) => callOff(at, params.id, () => cancelAll(at, home, params.id)),
  invitation: ({ db, viewer, now }, { params, query }) => invitationFor(db, viewer, params.id, { ...home, now, locale: query.locale }),
  reply: (at, { params, body }) => reply(at, params.id, body),
  addItem: (at, { params, body }) => addItem(at, params.id, body),
  changeItem: (at, { params, body }) => changeItem(at, params.id, params.itemId, body),
  removeItem: (at, { params }) => removeItem(at, params.id, params.itemId),
  agreeItem: (at, { params, body }) => agreeItem(at, params.id, params.itemId, body.sideId),
  addPaper: (at, { params, file }) => addPaper(at, params.id, params.itemId, file),
  paper: ({ db, viewer }, { params }) => openPaper(db, viewer, params.id, params.fileId),
  open: (at, { params }) => openMeeting(at, params.id),
  close: (at, { params }) => closeMeeting(at, params.id),
  presence: (at, { params, body }) => changePresence(at, params.id, body),
  declare: (at, { params, body }) => declare(at, params.id, params.itemId, body),
  consensus: (at, { params, body }) => recordConsensus(at, params.id, params.itemId, body),
  openBallot: (at, { params, body }) => openBallot(at, params.id, params.itemId, body),
  closeBallot: (at, { params }) => closeBallot(at, params.id),
  vote: (at, { params, body }) => vote(at, params.id, body),
  pack: ({ db, viewer, now }, { params, query }) => packOf(db, viewer, params.id, now, query),
  freezePack: (at, { params }) => freezePack(at, params.id),
  packFile: ({ db, viewer, now }, { params, query }) => packFile(db, viewer, params.id, { ...query, ...home, now }),
  draftMinutes: (at, { params }) => draftMinutes(at, params.id),
  writeMinutes: (at, { params, body }) => writeMinutes(at, params.id, body),
  approveMinutes: (at, { params, body }) => approveMinutes(at, home, params.id, body),
  signMinutes: (at, { params, body }) => signMinutes(at, home.vault, params.id, body),
  minutesPaper: ({ db, viewer }, { params, query }) => openMinutesPaper(db, viewer, params.id, query.addendumId ?? null),
  addAddendum: (at, { params, body }) => addAddendum(at, home, params.id, body),
  approveAddendum: (at, { params, body }) => approveAddendum(at, home, params.id, params.addendumId, body.sideId),
}), ...serve(proceduresApi, {
  propose: (at, { params, body }) => propose(at, params.id, body),
  procedure: ({ db, viewer, now }, { params }) => showProcedure(db, viewer, params.id, now),
  veto: (at, { params, body }) => veto(at, params.id, body),
  settle: (at, { params }) => settle(at, params.id),
  askSpecial: (at, { params, body }) => askSpecial(at, params.id, body),
  supportRequest: (at, { params }) => supportRequest(at, params.id, params.requestId),
})]
