// A file read together: short forms that only the file explains, what it names elsewhere, and unregistered names spelt twice.
import { expect, it } from 'vitest'
import { exampleResolver, known } from './example.ts'
import { jointly, sameUnknown } from './joint.ts'

const resolver = exampleResolver()
const together = (...texts: string[]) => jointly(texts.map((text) => ({ text, country: null, resolution: resolver.resolve({ text }) })))

it('the first letters of an organisation of the file are offered as it, with the unit beside', () => {
  expect(resolver.resolve({ text: 'Confucius Institute at UoS' }).organisation).toBeNull()
  const [, alone, unit] = together('University of Sargodha', 'UoS (Pakistan)', 'Confucius Institute at UoS')
  expect(alone).toMatchObject({ decision: 'offered', organisation: { id: 'sargodha' }, evidence: [{ rule: 'same-file', found: 'UoS', against: 'University of Sargodha' }] })
  expect(unit).toMatchObject({ decision: 'offered', organisation: { id: 'sargodha' }, unit: 'Confucius Institute' })
})

it('what the file itself introduces in brackets is matched', () => {
  expect(together('Isfahan University of Medical Sciences (MUI)', 'MUI')[1]).toMatchObject({ decision: 'matched', organisation: { id: 'isfahan' } })
})

it.each([
  ['another country is stated', ['University of Sargodha', 'UoS (Germany)']],
  ['two organisations of the file are called so', ['University of Vienna', 'University of Ulm', 'UoV', 'Medical University of Vienna (UoV)', 'University of Vienna (UoV)']],
])('not when %s', (_, texts) => {
  const at = texts.findIndex((text) => /^Uo[A-Z]/.test(text))
  expect(together(...texts)[at]?.decision).not.toBe('matched')
})

it('brackets behind a unit are no short form of its institution', () => {
  expect(together('University of Vienna, School of Looms (QQL)', 'QQL')[1]?.organisation?.id).not.toBe('vienna')
})

it('a country in capitals is nobody’s short form', () => {
  expect(together('North Carolina State University (USA)', 'Blue Moon Bakery Ltd, USA')[1]?.organisation?.id).not.toBe('north-carolina')
})

it('a row without a country is helped by the row that says it of the same text', () => {
  const text = 'National University of Sciences and Technology'
  const asked = (...countries: (string | null)[]) => jointly(countries.map((country) => ({ text, country, resolution: resolver.resolve({ text, country }) })))
  expect(asked('PK', null)[1]).toMatchObject({ decision: 'matched', organisation: { id: 'nust-pk' } })
  expect(asked('PK', 'ZW', null)[2]?.decision).toBe('offered')
  expect(asked('PK', 'OM')[1]?.organisation?.id).not.toBe('nust-pk')
})

it('of namesakes the one that the file names elsewhere comes first, and stays an offer', () => {
  const text = 'National University of Sciences and Technology'
  expect(together(`${text}, Islamabad, Pakistan`, text)[1]).toMatchObject({ decision: 'offered', organisation: { id: 'nust-pk' } })
})

it('an unregistered name that is spelt anew says which text came first', () => {
  const [first, again, other] = together('Plan9 Weaving Incubator (Pvt) Ltd', 'PLAN9 Weaving Incubater', 'Plan9 Weaving Depot')
  expect(first?.evidence).toEqual([])
  expect(again?.evidence).toEqual([{ rule: sameUnknown, found: 'PLAN9 Weaving Incubater', against: 'Plan9 Weaving Incubator (Pvt) Ltd' }])
  expect(other?.evidence).toEqual([])
})

it('the short name on the web finds who has it, with its country, and says so', () => {
  const own = exampleResolver()
  own.add(known({ id: 'okara', country: 'PK', domain: 'uo.edu.pk', names: ['Okara Seminary of Weaving'] }))
  own.add(known({ id: 'sargodha', country: 'PK', city: 'Sargodha', domain: 'uos.edu.pk', names: ['University of Sargodha'] }))
  const { organisation, evidence } = own.resolve({ text: 'UoS (Pakistan)' })
  expect(organisation?.id).toBe('sargodha')
  expect(evidence[0]).toEqual({ rule: 'web-name', found: 'UoS', against: 'UOS' })
})
