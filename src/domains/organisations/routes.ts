// The API kept: each promise in `api.ts` meets the function that fulfils it.
import { type Routes, serve } from '#platform/http/serve.ts'
import { askFor } from '#platform/jobs/work.ts'
import { addOrganisation, changeOrganisation } from './actions.ts'
import { organisationsApi } from './api.ts'
import { listCorrections, sayWhatTextMeans, takeBackCorrection } from './corrections.ts'
import type { Desk } from './desk.ts'
import { dismissDuplicate, listDuplicates } from './duplicate-store.ts'
import { exportOrganisations, type WriteTable } from './export.ts'
import { listOrganisations } from './list-store.ts'
import { listMerges, mergeOrganisations, previewMerge, undoMerge } from './merging.ts'
import { findOrganisation } from './store.ts'
import { suggestOrganisations } from './suggestions.ts'

export type Services = { desk: Desk; writeTable: WriteTable }

export const organisationRoutes = ({ desk, writeTable }: Services): Routes => serve(organisationsApi, {
  list: ({ db }, { query }) => listOrganisations(db, query),
  export: ({ db }, { query }) => exportOrganisations(db, query, writeTable),
  suggest: ({ db }, { query }) => suggestOrganisations(db, desk, query),
  resolve: (_, { body }) => desk.resolve(body.questions.map(({ text, country, city, domain, kind }) => ({ text, country: country ?? null, city: city ?? null, domain: domain ?? null, kind: kind ?? null }))),
  corrections: ({ db }) => listCorrections(db),
  correct: async (at, { body }) => { await sayWhatTextMeans(at, body); return listCorrections(at.db) },
  takeBack: async (at, { params }) => { await takeBackCorrection(at, params.id); return listCorrections(at.db) },
  duplicates: ({ db }) => listDuplicates(db),
  findDuplicates: async ({ db, viewer }) => ({ workId: await askFor(db, viewer, 'organisations.find-duplicates', {}) }),
  dismiss: async (at, { params }) => { await dismissDuplicate(at, params.id); return listDuplicates(at.db) },
  merges: ({ db }) => listMerges(db),
  undo: (at, { params }) => undoMerge(at, params.id),
  add: (at, { body }) => addOrganisation(at, body),
  read: ({ db }, { params }) => findOrganisation(db, params.id),
  change: (at, { params, body }) => changeOrganisation(at, params.id, body),
  preview: (at, { params, query }) => previewMerge(at, params.id, query.mergedId),
  merge: (at, { params, body }) => mergeOrganisations(at, params.id, body.mergedId),
})
