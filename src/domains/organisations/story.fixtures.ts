// A small register to tell stories with: three universities, a college nobody has identified, an office each.
import { house } from '#platform/auth/viewer.ts'
import type { Database } from '#platform/db/database.ts'
import type { Id } from '#platform/kinds.ts'
import { addOrganisations } from './actions.ts'
import type { Draft } from './model.ts'

const called = (text: string, lang: string | null = 'en', kind: Draft['names'][number]['kind'] = 'display') => ({ text, lang, kind })

const drafts = {
  sargodha: { kind: 'university', country: 'PK', city: 'Sargodha', domain: 'uos.edu.pk', source: 'ror', identifiers: [{ scheme: 'ror', value: '0086rpr26' }], names: [called('University of Sargodha'), called('جامعہ سرگودھا', 'ur', 'label'), called('UOS', null, 'acronym')] },
  zaozhuang: { kind: 'university', country: 'CN', city: 'Zaozhuang', source: 'ror', identifiers: [{ scheme: 'ror', value: '05x21tp94' }], names: [called('Zaozhuang University'), called('枣庄学院', 'zh', 'label')] },
  lanzhou: { kind: 'university', country: 'CN', city: 'Lanzhou', source: 'ror', identifiers: [{ scheme: 'ror', value: '01mkqqe32' }], names: [called('Lanzhou University'), called('兰州大学', 'zh', 'label')] },
  typed: { kind: 'university', country: 'PK', names: [called('University of Sargodha', null)], provisional: true, website: 'https://uos.example' },
} satisfies Record<string, Draft>

export async function putStory(db: Database): Promise<Record<keyof typeof drafts, Id>> {
  const ids = await db.transaction().execute((tx) => addOrganisations({ db: tx, viewer: house, now: '2026-03-01T09:00:00.000Z' }, Object.values(drafts)))
  return Object.fromEntries(Object.keys(drafts).map((name, place) => [name, ids[place]!])) as Record<keyof typeof drafts, Id>
}
