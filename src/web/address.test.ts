// The address is plain words, and comes back as it was written.
import { expect, test } from 'vitest'
import { insideOnly, many, one, parseAddress, writeAddress } from './address.ts'
import { dictionary } from './dictionary.ts'
import { nextSort, sortedAs } from './ui/table/columns.ts'

test('an address is read and written without loss', () => {
  const address = { q: '2018', state: ['lapsed', 'ended'], name: 'جامعہ' }
  expect(parseAddress(writeAddress(address))).toEqual(address)
  expect(writeAddress({ q: null, state: [], page: '' })).toBe('')
})

test('one value and several are told apart', () => {
  expect([one(['a', 'b']), one(undefined), many('a'), many(undefined)]).toEqual(['a', '', ['a'], []])
})

test('a second press turns the order around', () => {
  expect([nextSort(undefined, 'name'), nextSort('name', 'name'), nextSort('-name', 'name'), nextSort('-name', 'day')]).toEqual(['name', '-name', 'name', 'day'])
  expect([sortedAs('-name', 'name'), sortedAs('name', 'day'), sortedAs('name', undefined)]).toEqual(['descending', 'none', undefined])
})

test('words are put under the name of their room', () => {
  expect(dictionary({ './en.json': { a: '1' }, '../../domains/agreements/words/en.json': { a: '2' }, '../../domains/organisations/resolver/words/en.json': { a: '3' } }))
    .toEqual({ 'web.a': '1', 'agreements.a': '2', 'resolver.a': '3' })
})

test.each([
  ['/agreements?state=lapsed#top', '/agreements?state=lapsed#top'], ['', '/'], ['agreements', '/'], ['https://elsewhere.example/', '/'], ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'], ['/\t/elsewhere.example', '/'], ['/\n\\elsewhere.example', '/'], ['javascript:alert(1)', '/'], ['/..//elsewhere.example', '/elsewhere.example'],
])('%j leads to %s', (to, inside) => expect(insideOnly(to, 'https://pamir.example')).toBe(inside))
