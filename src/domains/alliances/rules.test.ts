// What may happen to an alliance, and what may not.
import { expect, test } from 'vitest'
import { person } from '#test/world.ts'
import { newId } from '#platform/kinds.ts'
import { remarksOn, servesOn, whyNotAnnounce, whyNotAppoint, whyNotFound, whyNotKeep, whyNotStand, whyNotTakeBack, whyNotUnder } from './rules.ts'

const [own, host, above, elsewhere, partner, ali] = Array.from({ length: 6 }, newId) as [string, string, string, string, string, string]
const alliance = { organisationId: own, hostId: host, parent: { organisationId: above, hostId: null } }
const secretary = person('Zhang', { role: 'secretariat', at: host })
const stranger = person('Nobody')
const day = (value: string) => ({ value, precision: 'day' as const })
const today = '2026-03-02'

test('its secretariat, its host, the alliance above and the administrator keep it; others do not', () => {
  for (const at of [own, host, above]) expect(whyNotKeep(alliance, person('D', { role: 'director', at }))).toBeUndefined()
  expect(whyNotKeep(alliance, person('A', { role: 'administrator', at: null }))).toBeUndefined()
  expect(whyNotKeep(alliance, person('C', { role: 'coordinator', at: host }))).toBe('alliances.only-its-secretariat-may')
  expect(whyNotKeep(alliance, person('D', { role: 'director', at: elsewhere }))).toBe('alliances.only-its-secretariat-may')
  expect(whyNotKeep(alliance, stranger)).toBe('alliances.only-its-secretariat-may')
})

test('an alliance is written down by its host', () => {
  expect(whyNotFound({ hostId: host, parent: null }, secretary)).toBeUndefined()
  expect(whyNotFound({ hostId: elsewhere, parent: null }, secretary)).toBe('alliances.only-a-host-may-found')
  expect(whyNotFound({ hostId: null, parent: null }, secretary)).toBe('alliances.only-a-host-may-found')
})

test('nothing stands above itself, and there is one floor below', () => {
  const [id, other] = [newId(), newId()]
  expect(whyNotUnder(id, { id: other, parentId: null })).toBeUndefined()
  expect(whyNotUnder(id, { id, parentId: null })).toBe('alliances.cannot-be-under-itself')
  expect(whyNotUnder(id, { id: other, parentId: newId() })).toBe('alliances.only-one-above')
})

test('a first standing may have no day; a later one needs it', () => {
  const wanted = (standing: 'member' | 'left' | 'observer', from = null as ReturnType<typeof day> | null) => ({ standing, from, organisationId: partner })
  expect(whyNotStand(alliance, undefined, wanted('member'), secretary, today)).toBeUndefined()
  const present = { standing: 'member' as const, fromOn: '2015-05-22' }
  expect(whyNotStand(alliance, present, wanted('member', day('2020-01-01')), secretary, today)).toBe('alliances.is-already-member')
  expect(whyNotStand(alliance, present, wanted('left'), secretary, today)).toBe('alliances.leaving-needs-a-day')
  expect(whyNotStand(alliance, present, wanted('observer'), secretary, today)).toBe('alliances.change-needs-a-day')
  expect(whyNotStand(alliance, present, wanted('left', day('2015-01-01')), secretary, today)).toBe('alliances.before-the-last-standing')
  expect(whyNotStand(alliance, present, wanted('left', day('2027-01-01')), secretary, today)).toBe('alliances.not-in-the-future')
  expect(whyNotStand(alliance, present, wanted('left', day('2025-06-30')), secretary, today)).toBeUndefined()
  expect(whyNotStand(alliance, present, wanted('left', day('2025-06-30')), stranger, today)).toBe('alliances.only-its-secretariat-may')
  expect(whyNotStand(alliance, undefined, wanted('left'), secretary, today)).toBe('alliances.is-not-in-it')
  expect(whyNotStand(alliance, undefined, { ...wanted('member'), organisationId: own }, secretary, today)).toBe('alliances.not-its-own-member')
})

test('only the present standing is taken back', () => {
  expect(whyNotTakeBack(alliance, { untilOn: null }, secretary)).toBeUndefined()
  expect(whyNotTakeBack(alliance, { untilOn: '2020-01-01' }, secretary)).toBe('alliances.only-the-present-standing')
  expect(whyNotTakeBack(alliance, { untilOn: null }, stranger)).toBe('alliances.only-its-secretariat-may')
})

test('one person holds one post once at a time; unknown terms overlap everything', () => {
  const seat = { id: newId(), personId: ali, post: 'chair' as const, country: null, fromOn: '2020-01-01', untilOn: '2022-12-31' }
  const wanted = { post: 'chair' as const, country: null, organisationId: null, source: null, personId: ali, from: null, until: null }
  expect(whyNotAppoint(alliance, [], wanted, secretary)).toBeUndefined()
  expect(whyNotAppoint(alliance, [seat], wanted, secretary)).toBe('alliances.holds-this-post-already')
  expect(whyNotAppoint(alliance, [seat], { ...wanted, from: day('2023-01-01') }, secretary)).toBeUndefined()
  expect(whyNotAppoint(alliance, [seat], { ...wanted, id: seat.id }, secretary)).toBeUndefined()
  expect(whyNotAppoint(alliance, [], { ...wanted, post: 'lead' }, secretary)).toBe('alliances.lead-needs-a-country')
  expect(whyNotAppoint(alliance, [], { ...wanted, from: day('2024-01-01'), until: day('2023-01-01') }, secretary)).toBe('alliances.ends-before-it-begins')
  expect(whyNotAppoint(alliance, [], wanted, stranger)).toBe('alliances.only-its-secretariat-may')
})

test('a term runs from its first to its last day, both included', () => {
  const term = { fromOn: '2020-01-01', untilOn: '2020-12-31' }
  expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((on) => servesOn(on, term))).toEqual([false, true, true, false])
  expect(servesOn('1900-01-01', { fromOn: null, untilOn: null })).toBe(true)
})

test('an event does not end before it begins', () => {
  expect(whyNotAnnounce({ on: day('2025-05-12'), untilDay: '2025-05-13' })).toBeUndefined()
  expect(whyNotAnnounce({ on: day('2025-05-12'), untilDay: '2025-05-11' })).toBe('alliances.ends-before-it-begins')
})

test('a member outside the alliance above is remarked upon, not refused', () => {
  expect(remarksOn('member', true)).toEqual(['alliances.not-a-member-above'])
  expect(remarksOn('observer', true)).toEqual([])
  expect(remarksOn('member', false)).toEqual([])
})
