// What cells say: digits of every script, days that can be read one way only, choices in any language; and what is written is read back the same.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numberOf, understand, understandMany, written } from './cell-rules.ts'
import type { Question } from './model.ts'
import { judge, sumOf } from './rules.ts'
import { typedIn, fieldsOf } from './typed-rules.ts'

const cell = (text: string, day: string | null = null) => ({ text, day, error: false })
const spec = { unit: null, options: [{ id: 'o1', label: { en: 'Yes', zh: '是' } }, { id: 'o2', label: { en: 'No; not yet', ru: 'Нет' } }] }
const question = (more: Partial<Question>): Question => ({ id: 'q1', kind: 'text', label: { en: 'What?' }, hint: {}, required: false, many: false, unit: null, least: null, most: null, options: [], columns: [], ...more })

test('a number is read where it can be read one way only', () => {
  expect(['1200', '1 200', '1,200', '1,5', '12,345.5', '۱۲۰۰', '١٫٥', '-3', '1.2E+3'].map(numberOf)).toEqual([1200, 1200, 1200, 1.5, 12345.5, 1200, 1.5, -3, 1200])
  expect(['1.234,5', 'about 12', '12 or 13', '', '1,2345', '--1', '1 2'].map(numberOf)).toEqual(Array(7).fill(undefined))
  expect(understand('number', { ...spec, unit: 'persons' }, cell('12 persons'))).toEqual({ value: 12 })
  expect(understand('number', spec, cell('12 %'))).toEqual({ why: 'calls.not-a-number' })
})

test('a day is taken as the sheet keeps it, or as it cannot be mistaken', () => {
  expect([cell('x', '2026-03-01'), cell('2026-3-1'), cell('2026年3月1日'), cell('01.03.2026'), cell('31/12/2026')].map((one) => understand('date', spec, one))).toEqual([...Array.from({ length: 4 }, () => ({ value: '2026-03-01' })), { value: '2026-12-31' }])
  expect(understand('date', spec, cell('03/04/2026'))).toEqual({ why: 'calls.day-two-ways' })
  expect([cell('31.02.2026'), cell('March'), cell('45000')].map((one) => understand('date', spec, one))).toEqual(Array(3).fill({ why: 'calls.not-a-day' }))
})

test('a choice is known by its words in any language, whole before it is divided', () => {
  expect([' yes ', '是', 'НЕТ', 'o2'].map((text) => understand('choice', spec, cell(text)))).toEqual([{ value: 'o1' }, { value: 'o1' }, { value: 'o2' }, { value: 'o2' }])
  expect(understandMany(spec, cell('No; not yet'))).toEqual({ value: ['o2'] })
  expect(understandMany(spec, cell('是；Нет'))).toEqual({ value: ['o1', 'o2'] })
  expect(understandMany(spec, cell('是; perhaps'))).toEqual({ why: 'calls.not-a-choice' })
  expect(understand('text', spec, { text: '#REF!', day: null, error: true })).toEqual({ why: 'calls.cell-error' })
})

test('what is judged: wrong, missing, empty, and rows without anything', () => {
  const questions = [question({ id: 'q1', required: true }), question({ id: 'q2', kind: 'number', least: 0, most: 10 }), question({ id: 'q3', kind: 'table', columns: [{ id: 'c1', kind: 'number', label: { en: 'N' }, unit: null, least: null, most: 5, options: [] }] })]
  expect(judge(questions, { q1: '  ', q2: 11, q3: [{}, { c1: '' }], q9: 'unknown' })).toEqual({ values: {}, wrong: { q2: ['calls.too-large'] }, missing: ['q1'] })
  expect(judge(questions, { q1: 'a', q2: 0, q3: [{ c1: 5 }, { c9: 1 }] })).toEqual({ values: { q1: 'a', q2: 0, q3: [{ c1: 5 }] }, wrong: {}, missing: [] })
  expect(judge(questions, { q1: 'a', q3: [{ c1: 6 }] }).wrong).toEqual({ q3: ['calls.too-large'] })
  expect(sumOf(questions[1]!, [{ q2: 0.1 }, { q2: 0.2 }, {}])).toEqual({ sum: 0.3, given: 2, chosen: {} })
})

test('an answer that is written in a cell, or in a plain form, is read back as itself', () => {
  const number = fc.integer({ min: -1e9, max: 1e9 }).map((of) => of / 100)
  fc.assert(fc.property(number, fc.date({ min: new Date('1950-01-01'), max: new Date('2150-01-01'), noInvalidDate: true }), fc.subarray(['o1', 'o2', 'o3'], { minLength: 1 }), (of, date, chosen) => {
    const day = date.toISOString().slice(0, 10)
    const options = ['o1', 'o2', 'o3'].map((id) => ({ id, label: { en: `Choice ${id}`, ur: `انتخاب ${id}` } }))
    expect(understand('number', spec, cell(String(written(question({ kind: 'number' }), of, 'en'))))).toEqual({ value: of })
    expect(understand('date', spec, cell(String(written(question({ kind: 'date' }), day, 'ur'))))).toEqual({ value: day })
    for (const locale of ['en', 'ur'] as const) expect(understandMany({ unit: null, options }, cell(String(written(question({ kind: 'choice', options }), chosen, locale))))).toEqual({ value: chosen })
    const table = question({ id: 'q4', kind: 'table', columns: [{ id: 'c1', kind: 'number', label: { en: 'N' }, unit: null, least: null, most: null, options: [] }, { id: 'c2', kind: 'text', label: { en: 'T' }, unit: null, least: null, most: null, options: [] }] })
    const questions = [question({ id: 'q1', kind: 'number' }), question({ id: 'q2', kind: 'choice', many: true, options }), question({ id: 'q3', kind: 'date' }), table]
    const values = { q1: of, q2: chosen, q3: day, q4: [{ c1: of, c2: 'x' }, { c1: 1 }] }
    expect(typedIn(questions, fieldsOf(questions, values))).toEqual({ values, wrong: {} })
  }), { numRuns: 200 })
})
