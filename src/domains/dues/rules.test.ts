// What is owed and how it stands, in whole numbers; and the rotation of hosts, whatever members and years there are.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextHosts, rotationCheck } from './hosting-rules.ts'
import type { Band } from './model.ts'
import { bandFor, minorOf, money, scaleFor, standingOf, totalsOf, typedOf } from './rules.ts'

const band = (id: string, more: Partial<Band>): Band => ({ id, name: { en: id }, kinds: [], countries: [], amount: 100, ...more })

test('the first band that fits counts, and the version of the year', () => {
  const bands = [band('b1', { kinds: ['company'] }), band('b2', { countries: ['TJ', 'KG'] }), band('b3', { countries: ['CN'], kinds: ['university'] })]
  expect([{ kind: 'company', country: 'TJ' }, { kind: 'university', country: 'KG' }, { kind: 'university', country: 'CN' }, { kind: 'college', country: 'CN' }, { kind: 'university', country: null }].map((member) => bandFor(bands, member)?.id)).toEqual(['b1', 'b2', 'b3', undefined, undefined])
  const scales = [{ fromYear: 2024, version: 1 }, { fromYear: 2026, version: 2 }, { fromYear: 2026, version: 3 }]
  expect([2023, 2025, 2026, 2030].map((year) => scaleFor(scales, year)?.version)).toEqual([undefined, 1, 3, 3])
})

test('what is claimed settles nothing, what is waived is owed no more', () => {
  const pay = (amount: number, state: 'claimed' | 'confirmed' | 'refused') => ({ amount, state })
  const of = (payments: ReturnType<typeof pay>[], waivedAt: string | null = null) => { const { state, outstanding } = standingOf({ amount: 100, waivedAt }, payments, '2026-03-01', '2026-03-02'); return [state, outstanding] }
  expect(of([])).toEqual(['late', 100])
  expect(of([pay(100, 'claimed')])).toEqual(['claimed', 100])
  expect(of([pay(40, 'claimed')])).toEqual(['late', 100])
  expect(of([pay(40, 'confirmed'), pay(60, 'claimed')])).toEqual(['claimed', 60])
  expect(of([pay(100, 'refused')])).toEqual(['late', 100])
  expect(of([pay(120, 'confirmed')])).toEqual(['paid', 0])
  expect(of([pay(40, 'confirmed')], '2026-02-01T00:00:00Z')).toEqual(['waived', 0])
  expect(standingOf({ amount: 100, waivedAt: null }, [], '2026-03-02', '2026-03-02').state).toBe('asked')
})

test('no payment in any order makes more or less of what was asked', () => {
  const payment = fc.record({ amount: fc.integer({ min: 1, max: 1e6 }), state: fc.constantFrom('claimed' as const, 'confirmed' as const, 'refused' as const) })
  const line = fc.record({ amount: fc.integer({ min: 0, max: 1e6 }), waivedAt: fc.constantFrom(null, '2026-01-01T00:00:00Z'), payments: fc.array(payment, { maxLength: 6 }) })
  fc.assert(fc.property(fc.array(line, { maxLength: 20 }), (all) => {
    const totals = totalsOf(all.map((one) => ({ amount: one.amount, ...standingOf(one, one.payments, '2026-03-01', '2026-06-01') })))
    expect(totals.confirmed + totals.waived + totals.outstanding).toBe(totals.amount)
    expect(Math.min(totals.confirmed, totals.waived, totals.outstanding)).toBeGreaterThanOrEqual(0)
  }))
})

test('amounts are whole numbers of the smallest unit, as the currency has it', () => {
  expect([minorOf('1 234.5', 'USD'), minorOf('1234', 'JPY'), minorOf('۱۲۳٫۴۵', 'PKR'), minorOf('1.234', 'KWD')]).toEqual([123450, 1234, 12345, 1234])
  expect([minorOf('1.5', 'JPY'), minorOf('1,234', 'USD'), minorOf('-1', 'USD'), minorOf('1.234', 'USD'), minorOf('', 'USD')]).toEqual(Array(5).fill(undefined))
  expect(money(123450, 'USD', 'en').replace(/\s/g, ' ')).toBe('USD 1,234.50')
  fc.assert(fc.property(fc.integer({ min: 0, max: 1e12 - 1 }), fc.constantFrom('USD', 'JPY', 'KWD', 'PKR', 'KZT'), (minor, currency) => { expect(minorOf(typedOf(minor, currency), currency)).toBe(minor) }))
})

test('everyone hosts once before anyone hosts twice, and countries go round', () => {
  const countries = fc.array(fc.constantFrom('CN', 'PK', 'KZ', 'UZ'), { minLength: 1, maxLength: 9 })
  fc.assert(fc.property(countries, fc.integer({ min: 1, max: 30 }), (lands, years) => {
    const members = lands.map((country, place) => ({ id: `m${place}`, country }))
    const turns = nextHosts(members, [], 2026, years)
    expect(turns.map(({ year }) => year)).toEqual(Array.from({ length: years }, (_, at) => 2026 + at))
    const land = ({ organisationId }: { organisationId: string }) => members.find(({ id }) => id === organisationId)!.country
    const distinct = new Set(lands).size
    // Any stretch as long as there are countries has each of them once.
    for (let at = 0; at + distinct <= turns.length; at++) expect(new Set(turns.slice(at, at + distinct).map(land)).size).toBe(distinct)
    for (const country of new Set(lands)) {
      const own = members.filter((one) => one.country === country).map(({ id }) => id)
      const hosts = turns.filter((turn) => land(turn) === country).map(({ organisationId }) => organisationId)
      for (let at = 0; at + own.length <= hosts.length; at++) expect(new Set(hosts.slice(at, at + own.length)).size).toBe(own.length)
    }
    expect(rotationCheck('conference', members, turns.map((turn) => ({ ...turn, answer: 'agreed' as const }))).status).not.toBe('warn')
  }))
})

test('the check names the country that came too soon, and does not count what was declined', () => {
  const members = [{ id: 'a', country: 'CN' }, { id: 'b', country: 'CN' }, { id: 'c', country: 'PK' }]
  const turn = (organisationId: string, year: number, answer: 'agreed' | 'declined' | null = 'agreed') => ({ organisationId, year, answer })
  expect(rotationCheck('council', members, [turn('a', 2025), turn('b', 2026)])).toEqual({ id: 'g31', status: 'warn', subject: 'council', inputs: { country: 'CN', year: 2026, before: 2025, waiting: 1 }, ruleVersion: 1, reason: 'dues.rotation.again-too-soon' })
  expect(rotationCheck('council', members, [turn('a', 2025), turn('b', 2026, 'declined'), turn('c', 2026), turn('b', 2027)])).toMatchObject({ status: 'pass' })
  expect(rotationCheck('council', members.slice(0, 2), [turn('a', 2025), turn('b', 2026)]).status).toBe('notApplicable')
})
