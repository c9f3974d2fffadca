// Who may do what with a record, and why not.
import { describe, expect, test } from 'vitest'
import { house } from '#platform/auth/viewer.ts'
import { person } from '#test/world.ts'
import { Filled, Identifier } from './model.ts'
import { whyNotAdd, whyNotChange, whyNotFilled, whyNotMerge, whyNotUndo } from './rules.ts'

const [sargodha, faculty, elsewhere] = ['a0000000-0000-4000-8000-000000000001', 'a0000000-0000-4000-8000-000000000002', 'a0000000-0000-4000-8000-000000000003'] as const
const record = { id: sargodha, parentId: null as string | null, status: 'active' as const, provisional: false, source: 'local' as const }
const other = { ...record, id: elsewhere }
const keeper = person('Amina', { role: 'coordinator', at: sargodha })
const director = person('Wang', { role: 'director', at: elsewhere })
const student = person('Li', { role: 'student', at: sargodha })

describe('adding', () => {
  test('a director may', () => expect(whyNotAdd(director)).toBeUndefined())
  test.each([['a coordinator', keeper], ['a student', student], ['a stranger', person('X')]])('%s may not', (_, viewer) => expect(whyNotAdd(viewer)).toBe('organisations.only-directors-add'))
})

describe('changing', () => {
  test('its keepers may, and those of what it is part of', () => {
    expect(whyNotChange(record, keeper)).toBeUndefined()
    expect(whyNotChange({ ...record, id: faculty, parentId: sargodha }, keeper)).toBeUndefined()
  })
  test.each([['the wrong office', student], ['another house', director]])('%s may not', (_, viewer) => expect(whyNotChange(record, viewer)).toBe('organisations.only-its-keepers'))
  test('a record nobody has identified is anyone’s who brings partners in', () => expect(whyNotChange({ ...record, provisional: true }, director)).toBeUndefined())
  test('a merged record is closed', () => expect(whyNotChange({ ...record, status: 'merged' }, house)).toBe('organisations.was-merged'))
})

describe('merging', () => {
  test('the administrator may; a director only what nobody has identified', () => {
    expect(whyNotMerge(record, other, house)).toBeUndefined()
    expect(whyNotMerge(record, { ...other, provisional: true }, director)).toBeUndefined()
    expect(whyNotMerge(record, other, director)).toBe('organisations.only-administrators-merge')
  })
  test.each([
    ['itself', record, record, 'one-and-the-same'], ['what it is part of', { ...record, parentId: elsewhere }, other, 'part-of-the-other'],
    ['its successor', { ...record, successorId: elsewhere }, other, 'part-of-the-other'], ['a registered record', record, { ...other, source: 'ror' as const }, 'keep-the-registered-one'],
    ['what was merged', record, { ...other, status: 'merged' as const }, 'was-merged'],
  ])('never with %s', (_, kept, merged, reason) => expect(whyNotMerge(kept, merged, house)).toBe(`organisations.${reason}`))
  test('is undone once, by who did it or the administrator', () => {
    const merge = { mergedBy: director.id, undoneAt: null }
    expect(whyNotUndo(merge, record, director)).toBeUndefined()
    expect(whyNotUndo(merge, record, keeper)).toBe('organisations.only-who-merged')
    expect(whyNotUndo({ ...merge, undoneAt: '2026-01-01T00:00:00Z' }, record, house)).toBe('organisations.undone-already')
    expect(whyNotUndo(merge, { ...record, status: 'merged' }, house)).toBe('organisations.merged-further-since')
  })
})

test('nothing is part of itself, however far up', () => {
  expect(whyNotFilled(sargodha, { parentId: faculty, successorId: null }, [faculty, sargodha])).toBe('organisations.part-of-itself')
  expect(whyNotFilled(sargodha, { parentId: null, successorId: sargodha }, [])).toBe('organisations.followed-by-itself')
})

test('identifiers are taken as people paste them', () => {
  expect(Identifier.parse({ scheme: 'ror', value: 'https://ror.org/0086rpr26' }).value).toBe('0086rpr26')
  expect(Identifier.parse({ scheme: 'isni', value: '0000 0004 0609 469x' }).value).toBe('000000040609469X')
  expect(Identifier.safeParse({ scheme: 'ror', value: 'sargodha' }).error?.issues[0]?.message).toBe('organisations.not-such-an-identifier')
})

test('one name must be the official one', () => {
  expect(Filled.safeParse({ kind: 'university', names: [{ text: 'UoS', lang: null, kind: 'acronym' }] }).error?.issues[0]?.message).toBe('organisations.no-official-name')
})
