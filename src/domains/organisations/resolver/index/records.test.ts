// Packed organisations are what they were before, and what changes lies beside them.
import { expect, it } from 'vitest'
import { known } from '../example.ts'
import { Records } from './records.ts'
import { packed, type Loaded, unpackedSections } from './sections.ts'

const of = (...ids: string[]) => ids.map((id) => known({ id, renown: 2, since: null, names: [`University of ${id}`, ['label', `Universität ${id} – Ünïcödé`, 'de']] }))

function again(records: Records): Records {
  const loaded = new Records()
  loaded.load(unpackedSections(Buffer.concat([...packed({ version: '1', builtAt: '', of: '' }, records.saved())])) as Loaded)
  return loaded
}

it('is read as it was written, again and again', () => {
  const records = new Records()
  for (const one of of('a', 'b', 'c')) records.push(one)
  records.remove(records.slotOf('b') as number)
  const [first, second] = [again(records), again(again(records))]
  for (const loaded of [first, second]) {
    expect([...loaded.all()]).toEqual(of('a', 'c'))
    expect([loaded.size, loaded.slotOf('b'), loaded.get(loaded.slotOf('c') as number)]).toEqual([2, undefined, of('c')[0]])
  }
})

it('a packed one can be told anew and taken away', () => {
  const records = new Records()
  for (const one of of('a', 'b')) records.push(one)
  const loaded = again(records)
  loaded.remove(loaded.slotOf('a') as number)
  loaded.push({ ...of('a')[0]!, city: 'Osh' })
  loaded.remove(loaded.slotOf('b') as number)
  expect([loaded.size, loaded.get(loaded.slotOf('a') as number)?.city, loaded.slotOf('b')]).toEqual([1, 'Osh', undefined])
  expect([...again(loaded).all()].map(({ id, city }) => [id, city])).toEqual([['a', 'Osh']])
})
