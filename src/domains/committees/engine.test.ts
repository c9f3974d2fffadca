// The rules that are no quorum: classes, composition, the year, writing, and the version of the day.
import { describe, expect, test } from 'vitest'
import { classOf, count, missingSide, withQuorum } from './ballot-rules.ts'
import { blocking } from './check-rules.ts'
import { classesFixed, compositionChecks } from './composition-rules.ts'
import { at, cn, pk, rules } from './engine.fixture.ts'
import type { Item } from './meeting-model.ts'
import { annualClock, callChecks, dayOfMeeting, dormancyCheck, decidable, interestCheck, mayRequest, minutesChecks, monthsOn, rotationCheck } from './meeting-rules.ts'
import type { Seat } from './model.ts'
import { readyMade } from './ready-rules.ts'
import { RuleSet, ruleSetNames, type Matter } from './rule-model.ts'
import { checks, setSources } from './source-rules.ts'
import { deadlineOf, stageOf, versionAt, whyNotVeto, writtenChecks, writtenResult } from './written-rules.ts'

const under = { rules, version: 1, asOf: '2026-05-23' }
const sides = [{ id: pk }, { id: cn }]
const entitled = [['p1', pk], ['p2', pk], ['c1', cn], ['c2', cn]].map(([seatId, sideId]) => ({ seatId: seatId!, sideId: sideId!, personId: `m-${seatId}` }))
const cast = (said: string) => [...said].flatMap((one, place) => (one === '.' ? [] : [{ sideId: entitled[place]!.sideId, choice: ({ f: 'for', a: 'against', o: 'abstain' } as const)[one as 'f']! }]))
const result = (said: string, by: Parameters<typeof count>[0]['class'], unit: 'seat' | 'side' = 'side') => count({ class: by, unit, entitled, seats: 4, sides, cast: cast(said) })

describe('classes', () => {
  test('every side: the want of one stops it, and is named', () => {
    expect(result('fff.', 'every-side')).toMatchObject({ carried: true })
    const refused = result('ffoo', 'every-side')
    expect([refused.carried, refused.why, missingSide(refused)?.sideId]).toEqual([false, 'want-of-side', cn])
    expect(missingSide(result('ff..', 'every-side'))?.says).toBe('nothing')
  })
  test('a side divided evenly says nothing; nobody has a casting vote', () => {
    expect(result('fafa', 'simple')).toMatchObject({ carried: false, why: 'no-majority' })
    expect(result('ffaa', 'simple')).toMatchObject({ carried: false, why: 'tie' })
    expect(result('ffaa', 'simple', 'seat')).toMatchObject({ carried: false, why: 'tie' })
  })
  test('two thirds are of the seats, not of those who came', () => {
    expect(result('ff..', 'two-thirds', 'seat')).toMatchObject({ carried: false, why: 'under-two-thirds' })
    expect(result('fff.', 'two-thirds', 'seat').carried).toBe(true)
    expect([106, 107].map((pro) => count({ class: 'two-thirds', unit: 'seat', entitled: [], seats: 160, sides: [], cast: Array.from({ length: pro }, () => ({ sideId: null, choice: 'for' as const })) }).carried)).toEqual([false, true])
  })
  test('consensus bears an abstention, not a no, and not silence alone', () => {
    expect([result('ffoo', 'consensus').carried, result('fffa', 'consensus').carried, result('....', 'consensus').carried, result('oooo', 'consensus').carried]).toEqual([true, false, false, false])
  })
  test('what was carried without a quorum at the close does not hold', () => {
    expect(withQuorum(result('ffff', 'every-side'), { ok: true }, { ok: false })).toMatchObject({ carried: false, why: 'quorum-lost' })
  })
  test('the class follows from the matter', () => {
    const council = readyMade['executive-council']
    expect((['charter', 'admission', 'closure', 'programme'] as Matter[]).map((matter) => classOf(council, matter))).toEqual(['two-thirds', 'two-thirds', 'two-thirds', 'simple'])
  })
})

const chair = (id: string, sideId: string, more: Partial<Seat> = {}): Seat => ({
  id, bodyId: 'b', sideId, place: 0, role: 'member', voting: true, office: null, memberId: `m-${id}`, alternateId: null, alternateNamedAt: null, fromOn: '2026-01-01', untilOn: null, terms: 1, startedAt: at('00:00'), endedAt: null, vacantSince: null, withheld: false, ...more,
})
const equal = [chair('p1', pk, { office: 'chair' }), chair('c1', cn, { office: 'chair' })]
const composed = (seats: Seat[], set: RuleSet = rules, constituting = true) => compositionChecks({ ...under, rules: set }, {
  sides: [{ id: pk, country: 'PK', organisationId: null }, { id: cn, country: 'CN', organisationId: null }], seats, countryOf: ({ country }) => country, today: '2026-05-23', constituting,
})

describe('composition', () => {
  test('an unequal committee is refused with its seats as the reason, and warned of later', () => {
    expect(blocking(composed(equal))).toBeUndefined()
    expect(blocking(composed([...equal, chair('c2', cn)]))).toEqual({ reason: 'committees.fails-g01', facts: { seats: '1 : 2', sides: 2 } })
    expect(composed([...equal, chair('c2', cn)], rules, false).find(({ id }) => id === 'g01')?.status).toBe('warn')
    expect(blocking(composed([...equal, chair('s', cn, { role: 'secretary', voting: false }), chair('o', cn, { role: 'observer', voting: false })]))).toBeUndefined()
  })
  test('a management committee: half Chinese, five at least, chair and vice-chair of different sides', () => {
    const set = readyMade['joint-management-committee']
    const five = (own: number) => Array.from({ length: 5 }, (_, at) => chair(`${at}`, at < own ? cn : pk, { office: at === 0 ? 'chair' : at === 4 ? 'vice-chair' : null }))
    expect([blocking(composed(five(3), set)), blocking(composed(five(2), set))?.reason]).toEqual([undefined, 'committees.fails-g02'])
    expect(blocking(composed(five(3).map((one) => (one.office === 'vice-chair' ? { ...one, sideId: cn } : one)), set))?.reason).toBe('committees.fails-g04')
    const three = [0, 1, 2].flatMap((n) => [chair(`p${n}`, pk, { office: n === 0 ? 'vice-chair' : null }), chair(`c${n}`, cn, { office: n === 0 ? 'chair' : null })])
    expect(blocking(composed(three, set))).toBeUndefined()
  })
  test('one chair of each side, no more and no fewer', () => {
    expect(blocking(composed([chair('p1', pk, { office: 'chair' }), chair('c1', cn)]))?.reason).toBe('committees.fails-g04')
  })
  test('an empty seat breaks parity after the days of grace', () => {
    const empty = (since: string) => composed([equal[0]!, chair('c1', cn, { office: 'chair', memberId: null, vacantSince: since })]).find(({ id }) => id === 'g03')?.status
    expect([empty('2026-04-01T00:00:00.000Z'), empty('2026-03-01T00:00:00.000Z')]).toEqual(['pass', 'warn'])
  })
  test('no casting vote where sides are equal', () => {
    expect(blocking(composed(equal, { ...rules, castingVote: true }))?.reason).toBe('committees.fails-g20')
  })
})

describe('the year', () => {
  const held = (heldOn: string, quorate: boolean) => ({ heldOn, quorate })
  test('twelve months from the last meeting that could decide, not the last one', () => {
    expect(annualClock(under, [held('2025-05-20', true), held('2026-02-01', false)], '2024-01-01', '2026-05-23')).toMatchObject({ lastOn: '2025-05-20', amberOn: '2026-02-20', dueOn: '2026-05-20', status: 'late' })
  })
  test('from its constitution, where it never met; amber at nine', () => {
    expect(['2026-09-30', '2026-10-01', '2027-01-01', '2027-01-02'].map((today) => annualClock(under, [], '2026-01-01', today).status)).toEqual(['good', 'amber', 'amber', 'late'])
  })
  test('months end with the month', () => expect([monthsOn('2026-01-31', 1), monthsOn('2024-02-29', 12)]).toEqual(['2026-02-28', '2025-02-28']))
  test('over midnight in one zone and not in the other, it is the day of the place', () => {
    const meeting = { openedAt: '2026-05-23T18:30:00.000Z', startsAt: '2026-05-23T18:30:00.000Z' }
    expect([dayOfMeeting({ ...meeting, zone: 'Asia/Karachi' }), dayOfMeeting({ ...meeting, zone: 'Asia/Shanghai' })]).toEqual(['2026-05-23', '2026-05-24'])
  })
  test('a body beneath another sleeps after twelve months without a session, a decision or an action', () => {
    const of = (today: string, ...signs: (string | null)[]) => dormancyCheck(under, signs, today).status
    expect([of('2026-12-31', '2026-01-01', null), of('2027-01-01', '2026-01-01', null), of('2027-01-01', '2026-01-01', '2026-03-02'), of('2027-01-01', null)]).toEqual(['pass', 'warn', 'pass', 'notApplicable'])
  })
  test('notice ends when it is opened, where that is before its hour', () => {
    const notice = (openedAt: string | null) => callChecks(under, { calledAt: at('00:00', '2026-01-01'), startsAt: at('09:00', '2026-04-01'), kind: 'ordinary', hostSideId: pk, openedAt }, [], sides, { lastHost: null, replies: 0, invited: 0, now: at('09:00') }).find(({ id }) => id === 'g13')
    expect([notice(null), notice(at('09:00', '2026-04-01')), notice(at('09:00', '2026-01-03'))].map((one) => [one!.status, one!.inputs['notice']])).toEqual([['pass', 90], ['pass', 90], ['warn', 2]])
  })
  test('a side asks for a special meeting, or a third of the members', () => {
    expect([mayRequest(rules, { bySide: true, members: 0, of: 9 }), mayRequest(rules, { bySide: false, members: 2, of: 9 }), mayRequest(rules, { bySide: false, members: 3, of: 9 })]).toEqual([true, false, true])
  })
})

describe('before and after', () => {
  const item = { id: 'i', aim: 'decision', addedAt: at('09:00', '2026-05-20'), agreed: [pk] } as unknown as Item
  const meeting = { startsAt: at('09:00'), calledAt: at('09:00', '2026-03-01'), hostSideId: pk, kind: 'ordinary' as const }
  test('a late item is decided only with the consent of every side; one for discussion never', () => {
    const of = (more: Partial<Item>) => decidable(under, { ...item, ...more }, meeting, sides).status
    expect([of({}), of({ agreed: [pk, cn] }), of({ addedAt: meeting.calledAt }), of({ agreed: [pk, cn], aim: 'discussion' })]).toEqual(['fail', 'pass', 'pass', 'fail'])
  })
  const minutes = (approvals: { sideId: string; at: string; hash: string }[]) => minutesChecks({ ...under, rules: { ...rules, languages: ['en'] } }, {
    meeting: { closedAt: at('12:00') }, draftedAt: at('13:00'), texts: [{ locale: 'en', text: 'Minutes' }], approvals, hash: 'h', sides, facts: { decisions: 1, attendance: 4 }, signatures: [], addenda: 0, sealed: false,
  }, at('14:00'))
  test('signed by one side only they are not minutes yet; an approval of another wording counts for nothing', () => {
    expect(blocking(minutes([{ sideId: pk, at: at('13:30'), hash: 'h' }]))).toMatchObject({ reason: 'committees.fails-g26', facts: { approved: 1, sides: 2 } })
    expect(blocking(minutes([{ sideId: pk, at: at('13:30'), hash: 'h' }, { sideId: cn, at: at('13:40'), hash: 'older' }]))?.facts).toMatchObject({ approved: 1 })
    expect(blocking(minutes([pk, cn].map((sideId) => ({ sideId, at: at('13:30'), hash: 'h' }))))).toBeUndefined()
  })
  test('where sides preside in turn the next one is expected, also after a session without a host', () => {
    const turning = { ...under, rules: { ...rules, preside: 'rotation' as const } }
    const named = [{ id: pk, name: 'Pakistan' }, { id: cn, name: 'China' }, { id: 'kg', name: 'Kyrgyzstan' }]
    const of = (host: string | null, before: (string | null)[], by: typeof under = turning) => rotationCheck(by, { hostSideId: host }, named, before).map(({ status, inputs }) => [status, inputs['expected']])
    expect(of(cn, [pk])).toEqual([['pass', 'China']])
    expect(of(pk, [null, 'kg', cn])).toEqual([['pass', 'Pakistan']])
    expect(of(pk, [pk])).toEqual([['warn', 'China']])
    expect([of(pk, []), of(pk, [pk], under)]).toEqual([[['notApplicable', '']], []])
  })
  test('who stood back and votes all the same is found', () => {
    const declared = { itemId: 'i', personId: 'li', recused: true, at: at('10:00') }
    const of = (when: string, itemId = 'i') => interestCheck(under, [declared], [{ itemId, personId: 'li', at: at(when) }]).map(({ status }) => status)
    expect([of('10:05'), of('09:55'), of('10:05', 'j'), interestCheck(under, [], []).length]).toEqual([['fail'], ['pass'], ['pass'], 0])
  })
  test('what binds everyone is never left to a simple majority', () => {
    expect(classesFixed(under).status).toBe('pass')
    expect(classesFixed({ ...under, rules: { ...rules, classes: { ...rules.classes, admission: 'simple', budget: 'simple' } } })).toMatchObject({ status: 'fail', inputs: { weak: 'admission' } })
  })
  test('rules that change between the meeting and the signature do not reach back', () => {
    const versions = [{ version: 1, fromAt: at('00:00') }, { version: 2, fromAt: at('13:00') }]
    expect([versionAt(versions, at('10:00'))?.version, versionAt(versions, at('13:00'))?.version, versionAt(versions, at('00:00', '2025-01-01'))]).toEqual([1, 2, undefined])
  })
})

describe('in writing', () => {
  const procedure = { class: 'every-side' as const, unit: 'side' as const, entitled, seats: 4 }
  const votes = (said: string) => [...said].flatMap((one, place) => (one === '.' ? [] : [{ seatId: entitled[place]!.seatId, choice: one === 'f' ? 'for' as const : 'against' as const }]))
  test('silence is not consent, unless the rules say so', () => {
    expect(writtenResult(rules, procedure, votes('ff..'), sides)).toMatchObject({ carried: false, why: 'want-of-side' })
    expect(writtenResult({ ...rules, written: { ...rules.written, silence: 'consent' } }, procedure, votes('ff..'), sides).carried).toBe(true)
    expect(writtenResult(rules, { ...procedure, class: 'consensus' }, votes('fff.'), sides).carried).toBe(false)
  })
  test('more than half of all must say yes where a simple majority would do at the table', () => {
    const simple = { ...procedure, class: 'simple' as const, unit: 'seat' as const }
    expect([writtenResult(rules, simple, votes('f...'), sides), writtenResult(rules, simple, votes('ff..'), sides), writtenResult(rules, simple, votes('fffa'), sides)].map(({ carried, why }) => [carried, why])).toEqual([[false, 'no-majority'], [false, 'no-majority'], [true, 'majority']])
  })
  test('a charter is never decided in writing, and a side may forbid it to its own', () => {
    const of = (matter: Matter, forbids: boolean) => blocking(writtenChecks(under, matter, [{ id: pk, forbidsWritten: forbids }, { id: cn, forbidsWritten: false }]))?.reason
    expect([of('programme', false), of('charter', false), of('programme', true)]).toEqual([undefined, 'committees.fails-g22', 'committees.fails-g23'])
  })
  test('a day on which one side rests moves the deadline for all', () => {
    const where = [{ id: pk, holidays: ['2026-03-23'], country: 'PK' }, { id: cn, holidays: [], country: 'CN' }]
    // Ten days after 11 March is a Saturday; Monday the 23rd is Pakistan Day.
    expect(deadlineOf('2026-03-11', 10, where)).toBe('2026-03-24')
    expect(deadlineOf('2026-03-11', 10, [{ id: 'ir', holidays: [], country: 'IR' }])).toBe('2026-03-21')
  })
  test('a veto has its window', () => {
    const base = { closedAt: null, settledAt: null, vetoedBySide: null, deadlineOn: '2026-03-24', vetoUntilOn: '2026-04-08', kind: 'written' as const }
    expect(['2026-03-24', '2026-03-25'].map((day) => stageOf(base, day))).toEqual(['answers', 'to-close'])
    expect(['2026-04-08', '2026-04-09'].map((day) => stageOf({ ...base, closedAt: at('00:00') }, day))).toEqual(['veto', 'to-settle'])
    expect([whyNotVeto(base, '2026-04-08'), whyNotVeto(base, '2026-04-09')]).toEqual([undefined, 'committees.veto-over'])
  })
})

test('every set of rules is whole and every check names its source', () => {
  for (const name of ruleSetNames) {
    expect(RuleSet.parse(readyMade[name]).name).toBe(name)
    expect(setSources[name].length).toBeGreaterThan(0)
  }
  expect(Object.keys(checks).length).toBe(32)
  expect(Object.values(checks).every(({ sources }) => sources.length > 0)).toBe(true)
})
