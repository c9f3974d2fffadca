// When a body can decide: every case in which people come, go, stand back or sit for others.
import { describe, expect, test } from 'vitest'
import { at, cn, facts, opened, pk, rules, seat, stoodBack, there } from './engine.fixture.ts'
import { quorumAt, shareOf } from './quorum-rules.ts'

const now = at('10:00')
const look = (more: Parameters<typeof facts>[0] = {}, item: string | null = 'item', when = now) => quorumAt(facts(more), item, when)

test('all there: each side counts its own, and nobody is wanted', () => {
  expect(look()).toMatchObject({ ok: true, wants: null, seats: 4, needed: 2, sides: [{ sideId: pk, acting: 2 }, { sideId: cn, acting: 2 }] })
})

test('nobody there is no quorum, even where nobody is needed', () => {
  expect(look({ spans: [], rules: { ...rules, quorum: { perSide: 0, total: [0, 1], sides: null } } })).toMatchObject({ ok: false, wants: 'nobody' })
})

test('one side alone decides nothing, however many it is', () => {
  expect(look({ spans: [there('m-p1'), there('m-p2')] })).toMatchObject({ ok: false, wants: 'side', wantsSide: cn })
})

test('five of each side, where the statute says five', () => {
  const five = { ...rules, quorum: { ...rules.quorum, perSide: 5 } }
  expect(look({ rules: five })).toMatchObject({ ok: false, wants: 'side', wantsSide: pk })
})

describe('alternates', () => {
  const named = { alternateId: 'alt', alternateNamedAt: at('08:00') }
  const seats = [seat('p1', pk, 0, named), seat('p2', pk, 1, named), seat('c1', cn, 2), seat('c2', cn, 3)]

  test('one person named for two seats acts for one of them, once', () => {
    const { acting } = look({ seats, spans: [there('alt'), there('m-c1')] })
    expect(acting.filter(({ personId }) => personId === 'alt')).toEqual([{ seatId: 'p1', sideId: pk, personId: 'alt', as: 'alternate' }])
  })

  test('of member and alternate who are both there, the member acts, and the seat counts once', () => {
    const { acting, sides } = look({ seats, spans: [there('m-p1'), there('m-p2'), there('alt'), there('m-c1')] })
    expect(sides[0]).toMatchObject({ acting: 2 })
    expect(acting.some(({ personId }) => personId === 'alt')).toBe(false)
  })

  test('one who is a member is at their own seat, and does not sit for a neighbour as well', () => {
    const both = [seat('p1', pk, 0, { alternateId: 'm-p2', alternateNamedAt: at('08:00') }), ...facts().seats.slice(1)]
    expect(look({ seats: both, spans: [there('m-p2'), there('m-c1')] }).sides[0]).toMatchObject({ acting: 1 })
  })

  test('one named after the opening does not act', () => {
    expect(look({ seats: [seat('p1', pk, 0, { ...named, alternateNamedAt: at('09:01') }), seat('c1', cn, 1)], spans: [there('alt'), there('m-c1')] })).toMatchObject({ ok: false, wantsSide: pk })
  })

  test('hours of notice are kept to the minute', () => {
    const day = { ...rules, alternateNoticeHours: 24 }
    const by = (alternateNamedAt: string) => look({ rules: day, seats: [seat('p1', pk, 0, { ...named, alternateNamedAt }), seat('c1', cn, 1)], spans: [there('alt'), there('m-c1')] }).ok
    expect([by(at('09:00', '2026-05-22')), by(at('09:01', '2026-05-22'))]).toEqual([true, false])
  })

  test('where the rules know no alternates, none acts', () => {
    expect(look({ rules: { ...rules, alternates: false }, seats, spans: [there('alt'), there('m-c1')] }).ok).toBe(false)
  })
})

describe('standing back', () => {
  const seats = [seat('p1', pk, 0), seat('c1', cn, 1, { alternateId: 'alt', alternateNamedAt: at('08:00') })]

  test('a side emptied by it cannot decide that item, and can decide another', () => {
    const more = { seats, spans: [there('m-p1'), there('m-c1')], recusals: [stoodBack('m-c1')] }
    expect(look(more)).toMatchObject({ ok: false, wantsSide: cn, seats: 1 })
    expect(look(more, 'another')).toMatchObject({ ok: true, seats: 2 })
  })

  test('the alternate brings the side back, from the moment of arrival', () => {
    const more = { seats, spans: [there('m-p1'), there('m-c1'), there('alt', '09:30')], recusals: [stoodBack('m-c1')] }
    expect([look(more, 'item', at('09:29')).ok, look(more, 'item', at('09:30')).ok]).toEqual([false, true])
  })

  test('an alternate who stands back too does not act', () => {
    expect(look({ seats, spans: [there('m-p1'), there('m-c1'), there('alt')], recusals: [stoodBack('m-c1'), stoodBack('alt')] }).ok).toBe(false)
  })

  test('before it was declared, the member still acted', () => {
    expect(look({ seats, spans: [there('m-p1'), there('m-c1')], recusals: [stoodBack('m-c1')] }, 'item', at('09:09')).ok).toBe(true)
  })

  test('when all stand back, nobody decides', () => {
    expect(look({ seats, spans: [there('m-p1'), there('m-c1')], recusals: [stoodBack('m-c1'), stoodBack('m-p1')] })).toMatchObject({ ok: false, wants: 'nobody', seats: 0 })
  })
})

test('one who drops off the line is gone from that minute, and back when the line is', () => {
  const spans = [there('m-p1'), there('m-c1', '08:50', '09:40'), there('m-c1', '09:45')]
  expect(['09:39', '09:40', '09:44', '09:45'].map((time) => look({ spans }, null, at(time)).ok)).toEqual([true, false, false, true])
})

test('seats that are added or end in the middle count from and until their moment', () => {
  const seats = [seat('p1', pk, 0), seat('c1', cn, 1, { endedAt: at('09:30') }), seat('c2', cn, 2, { startedAt: at('09:45') })]
  const spans = [there('m-p1'), there('m-c1'), there('m-c2')]
  expect(['09:29', '09:30', '09:45'].map((time) => look({ seats, spans }, null, at(time)))).toMatchObject([{ ok: true, seats: 2 }, { ok: false, seats: 1 }, { ok: true, seats: 2 }])
})

test('two thirds of the members of a body of many, exactly', () => {
  const sides = ['a', 'b', 'c', 'd'].map((id) => ({ id }))
  const seats = sides.map(({ id }, place) => seat(id, id, place))
  const many = { ...rules, quorum: { perSide: 1, total: [0, 1] as [number, number], sides: [2, 3] as [number, number] } }
  const with_ = (...who: string[]) => look({ rules: many, sides, seats, spans: who.map((id) => there(`m-${id}`)) })
  expect(with_('a', 'b')).toMatchObject({ ok: false, wants: 'sides', neededSides: 3 })
  expect(with_('a', 'b', 'c').ok).toBe(true)
})

test('a share is counted in whole seats: two thirds of three are two, of four three, of a hundred and sixty a hundred and seven', () => {
  expect([3, 4, 160, 0].map((many) => shareOf([2, 3], many))).toEqual([2, 3, 107, 0])
})

test('observers and secretaries are not counted', () => {
  expect(look({ seats: [...facts().seats, seat('o', cn, 9, { role: 'observer', voting: false })], spans: [there('m-p1'), there('m-o')] })).toMatchObject({ ok: false, wantsSide: cn })
  expect(opened < now).toBe(true)
})
