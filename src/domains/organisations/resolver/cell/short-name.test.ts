// A short name that several have: whoever has it is offered, nobody is matched, and what names somebody plainly is left as it was.
import { expect, it } from 'vitest'
import { known } from '../example.ts'
import { Resolver } from '../resolver.ts'
import { shortIn } from './short-name.ts'

it('is found alone, with its country, and beside a unit', () => {
  expect(shortIn('UoS (Pakistan)')).toEqual({ short: 'UoS', unit: null, country: 'PK' })
  expect(shortIn('Confucius Institute at UoS')).toEqual({ short: 'UoS', unit: 'Confucius Institute', country: null })
  expect(shortIn('XJTU School of Management')).toEqual({ short: 'XJTU', unit: 'School of Management', country: null })
  for (const text of ['University of Sargodha', 'School of Law, USA', 'UoS (of old)', 'Dean at UoS']) expect(shortIn(text)).toBeNull()
})

const countries = { Sargodha: 'PK', Sharjah: 'AE', Seoul: 'KR', Scholars: 'BD' }
const resolver = new Resolver()
for (const [place, country] of Object.entries(countries)) resolver.add(known({ id: place, country, names: [`University of ${place}`, ['acronym', 'UoS']] }))
/** Far less likely than the others, and still the one that may be meant. */
resolver.add(known({ id: 'closed', country: 'FR', status: 'inactive', kind: 'company', domain: 'uos.example.fr', names: ['Union of Salt'] }))
resolver.add(known({ id: 'physics', country: 'NL', names: ['Institute of Physics'] }))
resolver.prepare()

it.each(['Department of Physics at UoS', 'Confucius Institute at UoS', 'UoS'])('%s may be any of them, however unlikely', (text) => {
  const { decision, candidates } = resolver.resolve({ text })
  expect(decision).toBe('offered')
  expect(candidates.map(({ id }) => id).sort()).toEqual([...Object.keys(countries), 'closed'].sort())
})

it('a country leaves one of them', () => {
  expect(resolver.resolve({ text: 'UoS (Pakistan)' }).candidates[0]?.id).toBe('Sargodha')
  expect(resolver.resolve({ text: 'Department of Physics at UoS', country: 'KR' }).candidates.map(({ id }) => id)).toEqual(['Seoul'])
})
