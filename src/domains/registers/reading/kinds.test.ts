// Kinds as registers name them.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kindOfRow, readKind, registerKind } from './kinds.ts'

test.each([
  ['MoU', 'memorandum'], ['MOUs', 'memorandum'], ['M.O.U.', 'memorandum'], ['MoC', 'memorandum'], ['MoA', 'memorandum'], ['Memorandum of Understanding', 'memorandum'],
  ['谅解备忘录', 'memorandum'], ['Меморандум о взаимопонимании', 'memorandum'], ['مفاہمتی یادداشت', 'memorandum'], ['Mutabakat Zaptı', 'memorandum'], ['Nota Kesepahaman', 'memorandum'],
  ['LoI', 'letter-of-intent'], ['Letter of Intent', 'letter-of-intent'], ['合作意向书', 'letter-of-intent'], ['Письмо о намерениях', 'letter-of-intent'], ['Niyet Mektubu', 'letter-of-intent'],
  ['Agreement', 'agreement'], ['General Cooperation Agreement', 'agreement'], ['合作协议', 'agreement'], ['Договор о сотрудничестве', 'agreement'], ['Соглашение', 'agreement'], ['معاہدہ', 'agreement'],
  ['Perjanjian Kerja Sama', 'agreement'], ['Sözleşme', 'agreement'],
  ['Implementation Agreement', 'implementing-agreement'], ['IA', 'implementing-agreement'], ['补充协议', 'implementing-agreement'], ['Дополнительное соглашение', 'implementing-agreement'],
  ['Student Exchange Agreement', 'exchange'], ['Erasmus+', 'exchange'], ['学生交换协议', 'exchange'], ['Соглашение об обмене студентами', 'exchange'], ['طلبہ کے تبادلے کا معاہدہ', 'exchange'],
  ['Joint PhD degree', 'joint-programme'], ['Double Degree Agreement', 'joint-programme'], ['双学位项目', 'joint-programme'], ['Совместная образовательная программа', 'joint-programme'], ['مشترکہ پروگرام', 'joint-programme'],
  ['Cotutelle agreement', 'joint-supervision'], ['Joint supervision of PhD', 'joint-supervision'], ['联合指导', 'joint-supervision'], ['مشترکہ نگرانی', 'joint-supervision'],
  ['Joint Venture', 'enterprise'], ['合资企业', 'enterprise'], ['совместное предприятие', 'enterprise'], ['Charter', 'charter'], ['联盟章程', 'charter'], ['Устав', 'charter'], ['چارٹر', 'charter'],
])('%s is %s', (text, kind) => expect(readKind(text).value).toBe(kind))

test.each([['Teikyo University'], ['Moulay Ismail University'], ['University of Louisiana'], ['Iasi'], ['Erasmus University Rotterdam'], ['IRESA'], ['']])(
  'a name says no kind: %s', (text) => expect(readKind(text).value).toBeNull())

test('the register says it for silent rows, when it says one kind', () => {
  const silent = { header: ['Country', 'University'], titles: [], sheet: null }
  expect(registerKind({ ...silent, name: 'international-mous.csv' })).toMatchObject({ value: 'memorandum', from: 'register' })
  expect(registerKind({ ...silent, titles: ['List of MoUs and Agreements'], name: 'a.csv' }).value).toBeNull()
  expect(registerKind({ ...silent, header: ['MoU signed with', 'Date'], name: 'a.csv' })).toMatchObject({ value: 'memorandum', from: 'header' })
  expect(registerKind({ ...silent, name: 'partners.csv' }).value).toBeNull()
})

test('the row speaks before the register', () => {
  const register = registerKind({ header: [], titles: ['MoUs'], sheet: null, name: '' })
  expect(kindOfRow({ kind: 'LoI' }, register).value).toBe('letter-of-intent')
  expect(kindOfRow({ title: 'Student exchange' }, register).value).toBe('exchange')
  expect(kindOfRow({ partner: 'Wuhan University' }, register)).toMatchObject({ value: 'memorandum', from: 'register' })
})

test('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => readKind(text).sureness <= 1))
})
