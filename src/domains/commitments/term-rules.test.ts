// Days at which terms turn: the ends of months, 29 February, the last day for a notice, and midnight in two zones.
import { describe, expect, test } from 'vitest'
import { dayIn, overEverywhere } from '#platform/day-zones.ts'
import { newId } from '#platform/kinds.ts'
import { ladderOf, monthsBefore, nextTerm, noticeOn, presentTerm, stepToTell, type Termed, whyNotAct } from './term-rules.ts'

const side = newId()
const fixed = (more: Partial<Termed> = {}): Termed => ({
  draft: false, signedOn: '2024-03-02', signedPrecision: 'day', startsOn: null, termKind: 'fixed', termYears: 2, termUntil: null, untilPrecision: null, renewalYears: null, noticeMonths: null, termText: null,
  endedOn: null, endedBecause: null, renewedUntil: null, sealedAt: null, dayZone: 'UTC', holdsFrom: '2024-03-02', holdsUntil: '2026-03-01', openEnded: false, ...more,
})
const renewing = (more: Partial<Termed> = {}) => fixed({ termKind: 'auto-renew', termYears: 1, holdsUntil: null, openEnded: true, noticeMonths: 3, ...more })

test.each([
  ['2026-05-31', 3, '2026-02-28'], ['2024-05-29', 3, '2024-02-29'], ['2025-05-29', 3, '2025-02-28'], ['2028-02-29', 12, '2027-02-28'], ['2026-03-01', 1, '2026-02-01'], ['2027-01-31', 6, '2026-07-31'],
])('before %s, %i months: %s', (day, months, expected) => expect(monthsBefore(day, months)).toBe(expected))

describe('a term', () => {
  test('of two years is followed by one of two years; one until a day by so many months', () => {
    expect(nextTerm(fixed(), '2026-03-01')).toEqual({ from: '2026-03-02', until: '2028-03-01' })
    expect(nextTerm(fixed({ termKind: 'until', termYears: null, termUntil: '2026-03-01', untilPrecision: 'day' }), '2026-03-01')).toEqual({ from: '2026-03-02', until: '2028-03-01' })
    expect(nextTerm(fixed({ termKind: 'until', termYears: null, termUntil: '2024-03-11', untilPrecision: 'day' }), '2024-03-11')).toEqual({ from: '2024-03-12', until: '2024-03-21' })
  })
  test('that began on 29 February renews itself on 1 March, and on 29 February where there is one', () => {
    const leap = renewing({ signedOn: '2024-02-29', holdsFrom: '2024-02-29' })
    expect([presentTerm(leap, '2025-02-28'), presentTerm(leap, '2025-03-01'), presentTerm(leap, '2027-12-01').renewsOn]).toEqual([
      { endsOn: '2025-02-28', renewsOn: '2025-03-01' }, { endsOn: '2026-02-28', renewsOn: '2026-03-01' }, '2028-02-29'])
  })
})

describe('a notice', () => {
  test('in time keeps it from renewing; a day later it renews once more', () => {
    expect(noticeOn('2024-12-02', renewing())).toMatchObject({ effectiveOn: '2025-03-02', lastDayToStop: '2024-12-02', bindsAlone: true })
    expect(noticeOn('2024-12-03', renewing())).toMatchObject({ effectiveOn: '2026-03-02', lastDayToStop: '2024-12-02' })
  })
  test('where no period is written stops a renewal until the eve of it, and ends a fixed term only together', () => {
    expect(noticeOn('2025-03-01', renewing({ noticeMonths: null }))).toMatchObject({ effectiveOn: '2025-03-02', lastDayToStop: '2025-03-01', bindsAlone: true })
    expect(noticeOn('2025-03-02', renewing({ noticeMonths: null }))).toMatchObject({ effectiveOn: '2026-03-02' })
    expect(noticeOn('2025-06-01', fixed())).toMatchObject({ effectiveOn: '2025-06-02', bindsAlone: false })
    expect(noticeOn('2025-06-01', fixed({ noticeMonths: 3 }), '2025-12-31')).toMatchObject({ effectiveOn: '2025-12-31', bindsAlone: true })
    expect(noticeOn('2025-06-01', fixed({ noticeMonths: 3 }), '2025-07-01').effectiveOn).toBe('2025-09-01')
  })
})

test('the ladder tells the nearest step that has come, once, and not what lies behind it', () => {
  const [end, months] = ['2026-03-01', [12, 6, 3, 1]] as const
  expect(ladderOf(end, months).map(({ on }) => on)).toEqual(['2025-03-01', '2025-09-01', '2025-12-01', '2026-02-01'])
  expect([stepToTell(end, months, [], '2025-02-28'), stepToTell(end, months, [], '2025-03-01'), stepToTell(end, months, [12], '2025-08-31'), stepToTell(end, months, [12], '2025-12-15'), stepToTell(end, months, [3], '2025-12-16'), stepToTell(end, months, [], '2026-03-02')]).toEqual([undefined, 12, undefined, 3, undefined, undefined])
})

test('each of the four acts is open or says why it is not', () => {
  const why = (agreement: Termed, today: string, ...acts: { act: 'renew' | 'let-lapse' | 'notice'; state?: 'proposed' | 'done' | 'withdrawn'; sideId?: string }[]) =>
    (['renew', 'renew-changed', 'let-lapse', 'notice'] as const).map((act) => whyNotAct(act, { agreement, sides: [side], today, acts: acts.map((one) => ({ state: 'proposed', sideId: side, endsOn: '2026-03-01', ...one })) })?.slice('commitments.'.length))
  expect(why(fixed(), '2025-12-01')).toEqual([undefined, undefined, undefined, undefined])
  expect(why(renewing(), '2024-12-01')).toEqual(['renews-itself', undefined, 'renews-itself', undefined])
  expect(why(fixed(), '2026-03-02')).toEqual(['has-lapsed', undefined, undefined, 'has-lapsed'])
  expect(why(fixed(), '2025-12-01', { act: 'renew' }, { act: 'let-lapse', state: 'done' })).toEqual(['renewal-is-proposed', undefined, 'lapse-is-said', undefined])
  expect(why(fixed(), '2025-12-01', { act: 'renew', state: 'withdrawn' }, { act: 'let-lapse', state: 'done', sideId: newId() })).toEqual([undefined, undefined, undefined, undefined])
  expect(why(fixed({ termKind: 'not-stated', holdsUntil: null }), '2025-12-01')).toEqual(['has-no-end', undefined, 'has-no-end', undefined])
  expect(why(fixed({ endedOn: '2025-01-01', holdsUntil: '2024-12-31' }), '2025-12-01')).toEqual(Array(4).fill('has-been-ended'))
  expect(whyNotAct('renew', { agreement: fixed(), sides: [], today: '2025-12-01', acts: [] })).toBe('commitments.only-a-record-keeper')
})

test('a day begins in Shanghai while it is still the day before in Karachi; a term is over when it is over for both', () => {
  const midnight = '2026-03-01T16:30:00.000Z'
  expect([dayIn('Asia/Shanghai', midnight), dayIn('Asia/Karachi', midnight), dayIn(null, midnight)]).toEqual(['2026-03-02', '2026-03-01', '2026-03-01'])
  expect([overEverywhere(['Asia/Shanghai', 'Asia/Karachi'], midnight), overEverywhere(['Asia/Shanghai', 'Asia/Karachi'], '2026-03-01T19:00:00.000Z'), overEverywhere([], midnight)]).toEqual(['2026-03-01', '2026-03-02', '2026-03-01'])
})
