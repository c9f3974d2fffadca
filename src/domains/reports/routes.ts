// The promises of the reports kept. Nothing is decided here.
import { type Routes, serve } from '#platform/http/serve.ts'
import type { Day, Locale } from '#platform/kinds.ts'
import { freezeAnnual, publishAnnual } from './annual-actions.ts'
import './annual-claims.ts'
import { writeBlocks } from './annual-files.ts'
import { sayAnnual, titleOfAnnual } from './annual-paper.ts'
import { findAnnual, findPreview, listAnnual, showAnnual } from './annual-store.ts'
import { annualApi, reportsApi } from './api.ts'
import { sayBrief } from './brief-paper.ts'
import { findBrief } from './brief-store.ts'
import { askForPack, deletePack } from './pack-actions.ts'
import { sayMinistry, titleOfMinistry } from './ministry-paper.ts'
import { findMinistry } from './ministry-store.ts'
import { listPacks, openPack } from './pack-store.ts'
import type { Sheets } from './pack-workbook.ts'
import { speaker } from './saying.ts'
import { writeBriefs } from './trip.ts'

export const reportRoutes = (home: { publicUrl: string }, sheets: Sheets): Routes => [...briefRoutes(home), ...annualRoutes(home, sheets)]

const madeOn = (locale: Locale, day: Day): string => speaker(locale).text('reports.made-on', { on: speaker(locale).day(day) })

const annualRoutes = ({ publicUrl }: { publicUrl: string }, sheets: Sheets): Routes => serve(annualApi, {
  listAnnual: ({ db, viewer, today }, { query }) => listAnnual(db, viewer, query, today),
  preview: (at, { query }) => findPreview(at, query, publicUrl),
  freeze: (at, { body }) => freezeAnnual(at, body),
  annual: (at, { params, query }) => showAnnual(at, params.id, query.locale, publicUrl),
  annualFile: async ({ db, viewer }, { params, query: { locale, form } }) => {
    const { content, frozenAt, hash } = await findAnnual(db, viewer, params.id)
    // The file is dated with the day it was frozen, so that the same report is the same file.
    return writeBlocks({ title: titleOfAnnual(content, locale), blocks: sayAnnual(content, locale, publicUrl), locale, madeAt: frozenAt, foot: `${madeOn(locale, content.asOf)} · ${hash.slice(0, 16)}` }, form, sheets)
  },
  publish: async (at, { params }) => { await publishAnnual(at, params.id); return { id: params.id } },
  ministry: async (at, { query: { country, locale } }) => ({ country, title: titleOfMinistry(country, locale), blocks: sayMinistry(await findMinistry(at, country), locale, publicUrl) }),
  ministryFile: async (at, { query: { country, locale, form } }) =>
    writeBlocks({ title: `${titleOfMinistry(country, locale)} ${at.today}`, blocks: sayMinistry(await findMinistry(at, country), locale, publicUrl), locale, madeAt: at.now, foot: madeOn(locale, at.today) }, form, sheets),
})

const briefRoutes = ({ publicUrl }: { publicUrl: string }): Routes => serve(reportsApi, {
  brief: async (at, { params, query }) => sayBrief(await findBrief(at, params.id), query.locale, publicUrl),
  briefFile: (at, { params, query }) => writeBriefs(at, [params.id], query, publicUrl),
  trip: (at, { query: { organisations, ...file } }) => writeBriefs(at, organisations, file, publicUrl),
  packs: ({ db, viewer }) => listPacks(db, viewer),
  askForPack: (at, { body }) => askForPack(at, body),
  openPack: ({ db, viewer, now }, { params }) => openPack(db, viewer, params.id, now),
  deletePack: (at, { params }) => deletePack(at, params.id),
})
