// Indicators with their numbers, as the viewer sees what they are made of.
import { findAlliance } from '#domains/alliances/store.ts'
import { whyNotKeep } from '#domains/alliances/rules.ts'
import { organisationsById } from '#domains/organisations/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading } from '#platform/db/database.ts'
import type { Day, Id, Page } from '#platform/kinds.ts'
import { found, Refused } from '#platform/refusals.ts'
import { figureLines, figuresOf } from './figure-store.ts'
import type { Indicator, Item, ItemsQuery, OwnIndicator, Scope, Values, ValueShown } from './indicator-model.ts'
import { emptyTally, indicatorOf, indicators, valueFrom } from './indicator-rules.ts'
import { itemsBehind } from './item-store.ts'
import { agreementsIn, type Asked, isOfOne, type Span, tally, type Within } from './tally-store.ts'
import './tables.ts'

type At = { db: Reading; viewer: Viewer; today: Day }

/** A year as far as it has gone. */
export function spanOf(year: number, today: Day): Span {
  const [from, end] = [`${year}-01-01`, `${year}-12-31`]
  return { from, until: today < end && today > from ? today : end }
}

export async function findValues(at: At, { year = Number(at.today.slice(0, 4)), ...scope }: Scope & { year?: number | undefined }): Promise<Values> {
  const { db, viewer } = at
  const span = spanOf(year, at.today)
  const about = await aboutOf(at, scope)
  const [choice, own, counted] = await Promise.all([
    scope.alliance ? chosenBy(db, scope.alliance) : [], scope.alliance ? ownOf(db, scope.alliance) : [],
    agreementsIn(db, viewer, scope).select((of) => of.fn.countAll<number>().as('n')).executeTakeFirstOrThrow(),
  ])
  const values = await valuesOf(at, scope, span, indicators, own)
  return { about: about.shown, year, ...span, agreements: counted.n, chosen: choice, mayChoose: about.mayChoose, values }
}

/** Built-in and own ones together, in that order. */
export async function valuesOf({ db, viewer }: At, scope: Within, span: Span, builtIn: readonly Indicator[], own: readonly OwnIndicator[]): Promise<ValueShown[]> {
  const asked = [...builtIn.map(({ code, feed }) => ({ code, feed })), ...own.map(({ id, feed }) => ({ code: id, feed }))].filter((one): one is Asked => one.feed !== null)
  const [tallies, figures] = await Promise.all([tally(db, viewer, scope, span, asked), figuresOf(db, viewer, scope, span)])
  const value = (code: string, feed: Asked['feed'] | null, unknown: string | null) => figures.get(code) ??
    (feed ? valueFrom(code, feed, tallies.get(code) ?? emptyTally(), isOfOne(scope)) : { code, value: null, claimed: null, parts: [], unknown: unknown ?? 'claims-only' })
  return [
    ...builtIn.map(({ code, unit, type, feed, unknown }): ValueShown => ({ ...value(code, feed, unknown), unit, type, listed: feed !== null || figures.has(code), own: null })),
    ...own.map(({ id, name, rule, source, unit, type, feed }): ValueShown => ({ ...value(id, feed, null), unit, type, listed: feed !== null, own: { id, name, rule, source } })),
  ]
}

/** The lines behind one number; what has no list is not there. */
export async function findItems(at: At, { of, state, after, limit, year = Number(at.today.slice(0, 4)), ...scope }: ItemsQuery): Promise<Page<Item>> {
  await aboutOf(at, scope)
  const known = indicatorOf(of) ?? (scope.alliance ? (await ownOf(at.db, scope.alliance)).find(({ id }) => id === of) : undefined)
  const feed = found(known).feed
  if (!feed) return { rows: await linesOf(at, scope, spanOf(year, at.today), of), next: null, total: null }
  return { ...await itemsBehind(at.db, at.viewer, scope, spanOf(year, at.today), { code: of, feed }, { state, after, limit }), total: null }
}

async function linesOf({ db, viewer }: At, scope: Scope, span: Span, code: string): Promise<Item[]> {
  const lines = (await figureLines(db, viewer, scope, span)).get(code)
  if (!lines) throw new Refused('plans.has-no-list')
  return lines
}

/** What the numbers are about, if the viewer sees it at all. */
export async function aboutOf({ db, viewer }: Pick<At, 'db' | 'viewer'>, { alliance, agreement, organisation, country }: Scope): Promise<{ shown: Values['about']; mayChoose: boolean }> {
  const shown = { id: null, country: null, names: {}, organisation: null }
  if (alliance) {
    const file = await findAlliance(db, viewer, alliance)
    return { shown: { ...shown, kind: 'alliance', id: alliance, organisation: file.organisation }, mayChoose: !whyNotKeep(file, viewer) }
  }
  if (agreement) {
    const row = found(await agreementsIn(db, viewer, { agreement }).select(['agreement.title', 'agreement.titleLang', 'agreement.titles']).executeTakeFirst())
    return { shown: { ...shown, kind: 'agreement', id: agreement, names: { [row.titleLang ?? 'en']: row.title, ...row.titles as Record<string, string> } }, mayChoose: false }
  }
  if (organisation) return { shown: { ...shown, kind: 'organisation', id: organisation, organisation: found((await organisationsById(db, [organisation])).get(organisation)) }, mayChoose: false }
  return { shown: { ...shown, kind: 'country', country: country! }, mayChoose: false }
}

export const chosenBy = async (db: Reading, allianceId: Id): Promise<string[]> =>
  (await db.selectFrom('indicatorChoice').select('code').where('allianceId', '=', allianceId).orderBy('place').execute()).map(({ code }) => code)

export const ownOf = (db: Reading, allianceId: Id): Promise<OwnIndicator[]> =>
  db.selectFrom('ownIndicator').selectAll().where('allianceId', '=', allianceId).where('removedAt', 'is', null).orderBy('id').execute()
