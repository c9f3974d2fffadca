// The promises of the reports kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import { reportsApi } from './api.ts'
import { sayBrief } from './brief-paper.ts'
import { findBrief } from './brief-store.ts'
import { askForPack, deletePack } from './pack-actions.ts'
import { listPacks, openPack } from './pack-store.ts'
import { writeBriefs } from './trip.ts'

export const reportRoutes = ({ publicUrl }: { publicUrl: string }): Routes => serve(reportsApi, {
  brief: async (at, { params, query }) => sayBrief(await findBrief(at, params.id), query.locale, publicUrl),
  briefFile: (at, { params, query }) => writeBriefs(at, [params.id], query, publicUrl),
  trip: (at, { query: { organisations, ...file } }) => writeBriefs(at, organisations, file, publicUrl),
  packs: ({ db, viewer }) => listPacks(db, viewer),
  askForPack: (at, { body }) => askForPack(at, body),
  openPack: ({ db, viewer, now }, { params }) => openPack(db, viewer, params.id, now),
  deletePack: (at, { params }) => deletePack(at, params.id),
})
