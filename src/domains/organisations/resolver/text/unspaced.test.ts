// Scripts without spaces are read by the words mined from parallel names, and found by how the rest sounds.
import { describe, expect, it } from 'vitest'
import { known } from '../example.ts'
import { mineUnspaced } from '../learn/mine-unspaced.ts'
import { Resolver } from '../resolver.ts'
import { wordsOf } from './words.ts'

const resolver = new Resolver()
const names = { sangmyung: ['Sangmyung University', 'KR'], konkuk: ['Konkuk University', 'KR'], mahidol: ['Mahidol University', 'TH'], wakayama: ['Wakayama University', 'JP'], osh: ['Osh State University', 'KG'] } as const
for (const [id, [name, country]] of Object.entries(names)) resolver.add(known({ id, country, names: [name] }))
resolver.prepare()

it('a run is cut into the words that are known and the sound of the rest', () => {
  const concepts = (text: string) => wordsOf(text).flatMap(word => word.concepts)
  expect(concepts('상명대학교')).toEqual(['sangmyeong', 'university'])
  expect(concepts('มหาวิทยาลัยมหิดล')).toContain('university')
  expect(wordsOf('상명대학교')).toHaveLength(1)
})

describe('found by a Latin name alone', () => {
  it.each([['상명대학교', 'sangmyung'], ['건국대학교', 'konkuk'], ['มหาวิทยาลัยมหิดล', 'mahidol'], ['和歌山大学', 'wakayama']])('%s', (text, id) => {
    const { candidates, decision } = resolver.resolve({ text, country: names[id as keyof typeof names][1] })
    expect(candidates[0]?.id).toBe(id)
    expect(decision).not.toBe('new')
  })
})

it('the surest words are mined first and cut out, so that what is left is the place', () => {
  const places = { 가나: 'Gana', 다라: 'Dara', 마바: 'Maba', 사아: 'Saa', 자차: 'Jacha' }
  const kinds = { 수도원: 'Abbey', 농장: 'Farm', 항구: 'Harbour' }
  const organisations = Object.entries(places).flatMap(([place, latin]) => Object.entries(kinds).map(([kind, english]) => ({ names: known({ id: latin + english, names: [`${latin} ${english}`, ['label', place + kind, 'ko']] }).names })))
  expect(mineUnspaced(organisations)).toEqual({ 가나: 'gana', 농장: 'farm', 다라: 'dara', 마바: 'maba', 사아: 'saa', 수도원: 'abbey', 자차: 'jacha', 항구: 'harbour' })
})
