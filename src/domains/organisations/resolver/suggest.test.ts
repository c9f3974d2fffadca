// Type-ahead: beginnings in any script, acronyms, old names; local records first.
import { expect, it } from 'vitest'
import { exampleResolver, known } from './example.ts'

const resolver = exampleResolver()
const ids = (text: string) => resolver.suggest(text, { limit: 5 }).map(candidate => candidate.id)

it.each([
  ['university of wis', 'wisconsin'],
  ['wisc', 'wisconsin'],
  ['xjtu', 'xjtu'],
  ['兰州', 'lanzhou'],
  ['兰', 'lanzhou'],
  ['Казанс', 'kazan'],
  ['سرگودھا', 'sargodha'],
  ['technische universität mün', 'tum'],
  ['moscow higher tech', 'bauman'],
  ['wiscosin', 'wisconsin'],
])('%s suggests %s', (typed, id) => {
  expect(ids(typed)).toContain(id)
})

it('shows the name in the language asked for', () => {
  expect(resolver.suggest('lanzhou uni', { limit: 1, languages: ['zh'] })[0]?.name).toBe('兰州大学')
})

it('puts a local record first, keeps to the limit and says nothing to nothing', () => {
  const own = exampleResolver()
  own.add(known({ id: 'own', local: true, names: ['Wisconsin Study Office'] }))
  expect(own.suggest('wis', { limit: 5 })[0]?.id).toBe('own')
  expect(own.suggest('u', { limit: 3 })).toHaveLength(3)
  expect(own.suggest('', { limit: 3 })).toEqual([])
  expect(own.suggest('qqqqqqq', { limit: 3 })).toEqual([])
})
