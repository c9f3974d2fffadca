// When something sleeps, without a database: two signs make a reason, the youngest have their time, the rule's months count to the day.
import { expect, test } from 'vitest'
import type { MemberRow, Signs } from './model.ts'
import { asleepOf, dormancyOf, whyNotDeclare } from './rules.ts'
import { narrowed, ordered } from './store.ts'

const contact = (state: MemberRow['contact']['state']) => ({ state, confirmedOn: null, askedOn: null, dueOn: '2026-01-31' })
const member = { standing: 'member' as const, since: '2020-01-01', lastActivityOn: '2026-02-01', contact: contact('confirmed'), lateCalls: 0 }
const asleep = (change: Partial<typeof member> | Record<string, unknown>) => asleepOf({ ...member, ...change } as typeof member, 12, '2026-03-02').map(({ key }) => key)

test('one sign of sleep is an oversight, two are a reason', () => {
  expect(asleep({})).toEqual([])
  expect(asleep({ contact: contact('overdue') })).toEqual([])
  expect(asleep({ contact: contact('overdue'), lateCalls: 2 })).toEqual(['contact-overdue', 'calls-late'])
  expect(asleep({ lastActivityOn: '2025-03-02', contact: contact('overdue') })).toEqual(['no-activity', 'contact-overdue'])
  expect(asleep({ lastActivityOn: '2025-03-03', contact: contact('overdue') })).toEqual([])
  expect(asleep({ lastActivityOn: null, since: '2026-01-01', contact: contact('overdue') })).toEqual([])
  expect(asleep({ lastActivityOn: null, contact: contact('overdue') })).toEqual(['never-active', 'contact-overdue'])
  expect(asleep({ standing: 'observer', lastActivityOn: null, contact: contact('overdue'), lateCalls: 1 })).toEqual([])
})

const none: Signs = { meeting: null, news: null, report: null, plan: null, activity: null }
const dormancy = (signs: Partial<Signs>, asOf: string, foundedOn: string | null = '2020-01-01') => dormancyOf({ subject: 'a', signs: { ...none, ...signs }, foundedOn, recordedOn: '2024-01-01', limit: 12, ruleVersion: 1, source: 'UNICA', asOf })

test('a sub-alliance sleeps after the months of the rule, on the day and not before', () => {
  expect(dormancy({ meeting: '2025-03-02' }, '2026-03-01')).toMatchObject({ status: 'pass', inputs: { months: 11, since: '2025-03-02' }, reasons: [] })
  expect(dormancy({ meeting: '2025-03-02' }, '2026-03-02')).toMatchObject({ status: 'warn', inputs: { months: 12 }, reasons: [{ key: 'last-meeting' }, { key: 'never-news' }, { key: 'never-report' }, { key: 'never-plan' }, { key: 'never-activity' }] })
  expect(dormancy({ meeting: '2025-03-02', news: '2025-03-03' }, '2026-03-02').status).toBe('pass')
  // A day to come is no sign of life.
  expect(dormancy({ meeting: '2025-03-02', activity: '2026-06-01' }, '2026-03-02').status).toBe('warn')
})

test('one that never stirred counts from its founding or from when it was written down', () => {
  expect(dormancy({}, '2024-12-31', null)).toMatchObject({ status: 'pass', inputs: { since: '2024-01-01' } })
  expect(dormancy({}, '2025-01-01', null).status).toBe('warn')
  expect(dormancy({}, '2026-03-02', '2026-01-01').status).toBe('pass')
})

test('only what the rule found asleep is declared so, once', () => {
  expect([null, { declaredOn: null, wokenAt: '2026-03-02T00:00:00.000Z' }, { declaredOn: '2026-03-02', wokenAt: null }, { declaredOn: null, wokenAt: null }].map(whyNotDeclare)).toEqual(['secretariat.is-awake', 'secretariat.is-awake', 'secretariat.declared-already', undefined])
})

const row = (nameEn: string, nameZh: string, change: Partial<MemberRow> = {}): MemberRow => ({
  organisation: { id: nameEn, name: nameEn, nameEn, nameZh, nameRu: nameEn, nameUr: nameEn, country: 'PK', city: 'Lahore', kind: 'university', ror: null, status: 'active', parentId: null, provisional: false, example: false },
  standing: 'member', since: null, suspended: [], leavesOn: null, lastReport: null, lastActivityOn: null, contact: contact('confirmed'), remarks: null, turns: 0, openCalls: 0, lateCalls: 0, dues: null, asleep: [], ...change,
})
const rows = [row('Zaozhuang University', '枣庄学院', { turns: 3, contact: contact('never') }), row('Élan College', '活力学院', { turns: 12, standing: 'left' }), row('Abay University', '阿拜大学', { turns: 1, lastActivityOn: '2026-01-01', asleep: [{ key: 'calls-late', values: {} }] })]
const names = (of: MemberRow[]) => of.map(({ organisation }) => organisation.nameEn)

test('it is searched in every script and without accents, filtered, and sorted by what was never first', () => {
  const everyone = { standing: ['member', 'left'] as ('member' | 'left')[] }
  expect(names(narrowed(rows, {}))).toEqual(['Zaozhuang University', 'Abay University'])
  expect([names(narrowed(rows, { text: '枣庄' })), names(narrowed(rows, { text: 'elan', ...everyone })), names(narrowed(rows, { text: 'lahore abay' }))]).toEqual([['Zaozhuang University'], ['Élan College'], ['Abay University']])
  expect([names(narrowed(rows, { contact: ['never'] })), names(narrowed(rows, { asleep: true })), names(narrowed(rows, { country: ['CN'] }))]).toEqual([['Zaozhuang University'], ['Abay University'], []])
  const by = (sort: string) => names(ordered(rows, { sort, locale: 'en' }))
  expect([by('name'), by('-turns'), by('activity'), by('contact')].map((all) => all[0])).toEqual(['Abay University', 'Élan College', 'Élan College', 'Zaozhuang University'])
})
