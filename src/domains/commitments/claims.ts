// What the claims of this room are, for those who are asked to confirm them: that something was done, and that something is promised.
import { sql } from 'kysely'
import { claimsOf } from '#domains/confirmations/actions.ts'
import type { ClaimShown } from '#domains/confirmations/model.ts'
import { amongSides, innerOf } from '#domains/agreements/inner-store.ts'
import { seenBy, seenWith, sightOf } from '#domains/agreements/store.ts'
import type { Viewer } from '#platform/auth/viewer.ts'
import type { Reading, Writing } from '#platform/db/database.ts'
import { askPlanned } from '#platform/db/statements.ts'
import type { Id, Locale } from '#platform/kinds.ts'
import { found } from '#platform/refusals.ts'
import { commitmentColumns } from './commitment-store.ts'
import type { What } from './model.ts'
import { evidenceFile } from './evidence-actions.ts'

const seen = async (db: Reading, viewer: Viewer, { scope }: { scope: Id }): Promise<boolean> =>
  Boolean(await seenBy(db, viewer).select('agreement.id').where('agreement.id', '=', scope).executeTakeFirst())

const held = async (db: Writing, viewer: Viewer, { scope }: { scope: Id }): Promise<boolean> =>
  (await askPlanned(db, 'agreement held', { ...sightOf(viewer), scope }, ({ scope, ...sight }) => seenWith(db, sight).select('agreement.id').where('agreement.id', '=', scope).forNoKeyUpdate('agreement'))).length > 0

/** That something was claimed, confirmed or disputed is for whoever reads the agreement; what the sides said to each other about it, for them. */
const inner = (db: Reading, viewer: Viewer, { scope }: { scope: Id }): Promise<boolean> => innerOf(db, viewer, scope)
amongSides('claim.', 'reason', 'words', 'because')
amongSides('term.', 'because')

claimsOf('activity', { seen, held, inner, shown: activityShown, file: (db, { about }, id) => evidenceFile(db, about, id) })
claimsOf('commitment', { seen, held, inner, shown: commitmentShown })
claimsOf('renewal', { seen, held, inner, shown: actShown })
claimsOf('notice', { seen, held, inner, shown: actShown })

type Line = ClaimShown['lines'][number]
const line = (label: string, key: string, values: Line['values']): Line => ({ label: `commitments.claim.${label}`, key: `commitments.claim.${key}`, values })
async function activityShown(db: Reading, { about, scope }: { about: Id; scope: Id }): Promise<ClaimShown> {
  const { what, lang, onDay, untilDay, place, online, numbers, serves, evidence, titles, title } = found((await askPlanned(db, 'activity claimed', { about, scope }, ({ about, scope }) => db.selectFrom('activity').innerJoin('agreement', (join) => join.on('agreement.id', '=', scope))
    .select(['activity.what', 'activity.lang', 'activity.onDay', 'activity.untilDay', 'activity.place', 'activity.online', 'agreement.title', 'agreement.titles']).select([numbersColumn, servesColumn, evidenceColumn])
    .where('activity.id', '=', about)))[0])
  return {
    title: { [lang]: what }, lang,
    lines: [
      agreementLine(title, titles), line('when', untilDay ? 'days' : 'day', { from: onDay, until: untilDay ?? onDay }),
      ...(place || online ? [line('where', place ? (online ? 'place-and-online' : 'place') : 'online', { place: place ?? '' })] : []),
      ...numbers.map(({ organisation, inPerson, online, who, women }) => line('took-part', 'numbers', { organisation, inPerson, online, who: who ?? 'none', women: women ?? -1 })),
      ...serves.map(({ what, unit, amount }) => line('serves', `amounts.${unit}`, { what, amount })),
    ],
    evidence,
  }
}
const numbersColumn = sql<{ organisation: Partial<Record<Locale, string>>; inPerson: number; online: number; who: string | null; women: number | null }[]>`(select coalesce(json_agg(json_build_object('inPerson', n.in_person, 'online', n.online, 'who', n.who, 'women', n.women,
    'organisation', json_build_object('en', o.name_en, 'zh', o.name_zh, 'ru', o.name_ru, 'ur', o.name_ur)) order by n.place), '[]')
  from activity_number n join organisation o on o.id = n.organisation_id where n.activity_id = activity.id)`.as('numbers')
const evidenceColumn = sql<ClaimShown['evidence']>`(select coalesce(json_agg(json_build_object('id', e.id, 'title', e.title, 'type', f.type, 'size', f.size, 'url', e.url) order by e.id), '[]')
  from evidence e left join file f on f.id = e.file_id where e.activity_id = activity.id and e.withdrawn_at is null)`.as('evidence')
const servesColumn = sql<{ what: What; unit: string; amount: number }[]>`(select coalesce(json_agg(json_build_object('what', c.what, 'unit', c.unit, 'amount', s.amount) order by s.place), '[]')
  from activity_serve s join commitment c on c.id = s.commitment_id where s.activity_id = activity.id and s.agreement_id = agreement.id)`.as('serves')

/** That an agreement promises this, as one side recorded it. */
async function commitmentShown(db: Reading, { about, scope }: { about: Id; scope: Id }): Promise<ClaimShown> {
  const { what, unit, target, per, eachWay, dueOn, dueMonths, amount, currency } = found(await db.selectFrom('commitment').select(commitmentColumns).where('id', '=', about).executeTakeFirst())
  return {
    title: what, lang: null, evidence: [],
    lines: [
      await titleOf(db, scope), line('measure', `measures.${unit}`, { amount: target }), line('period', `per.${per}${eachWay ? '-each-way' : ''}`, {}),
      ...(dueOn ? [line('due', 'day', { from: dueOn })] : dueMonths !== null ? [line('due', 'months', { months: dueMonths })] : []),
      ...(amount !== null ? [line('money', 'sum', { amount, currency: currency! })] : []),
    ],
  }
}

async function titleOf(db: Reading, scope: Id): Promise<Line> {
  const { title, titles } = found(await db.selectFrom('agreement').select(['title', 'titles']).where('id', '=', scope).executeTakeFirst())
  return agreementLine(title, titles)
}
const agreementLine = (title: string, titles: Record<string, string>): Line => line('agreement', 'text', { text: { ...titles, en: titles['en'] ?? title } as Partial<Record<Locale, string>> })

/** That an agreement is renewed, or ends: what the other sides are asked to agree to, or to take note of. */
async function actShown(db: Reading, { about, scope }: { about: Id; scope: Id }): Promise<ClaimShown> {
  const { act, effectiveOn, untilOn, reason } = found(await db.selectFrom('termAct').selectAll().where('id', '=', about).executeTakeFirst())
  const agreement = await titleOf(db, scope)
  return {
    title: agreement.values['text'] as Partial<Record<Locale, string>>, lang: null, evidence: [],
    lines: [
      line('act', `acts.${act}`, {}), ...(untilOn && effectiveOn ? [line('next-term', 'days', { from: effectiveOn, until: untilOn })] : effectiveOn ? [line('holds-no-longer', 'day', { from: effectiveOn })] : []),
      ...(reason ? [line('reason', 'text', { text: reason })] : []),
    ],
  }
}
