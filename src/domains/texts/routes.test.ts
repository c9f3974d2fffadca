// Texts by way of their doors: how one is written, handed over and agreed.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { richOf } from '#platform/documents/rich.ts'
import { textsApi as api } from './api.ts'
import { ayesha, bilal, company, elsewhere, kim, sargodha, story, teacher, wang, zaozhuang } from './story.test-cases.ts'
import { clausesOf, textToSign } from './store.ts'
import { reviseAgreement } from '#domains/agreements/actions.ts'

let here: Awaited<ReturnType<typeof story>>
beforeAll(async () => { here = await story() })
afterAll(() => here.close())

const params = (text: { agreementId: string }) => ({ id: text.agreementId })
const wording = (text: { agreementId: string; clause: string }, lang: 'en' | 'zh', content: string, seen: number) =>
  here.ask(api.word, { params: { id: text.agreementId, clauseId: text.clause, lang }, body: { content: richOf(content), seen } })

test('a clause changed in one language is behind in the other until someone says that it matches, or changes it too', async () => {
  const text = await here.begun()
  expect([text.missing, text.behind, text.clauses.map(({ number }) => number), text.clauses[0]!.labels]).toEqual([0, 0, ['1', '1.1'], { en: 'Article 1', zh: '第一条' }])
  const changed = (await wording(text, 'en', 'Both open a centre in 2027.', 1)).answer
  expect([changed.wordings.en!.matches, changed.wordings.zh!.matches]).toEqual([true, false])
  expect((await here.ask(api.read, { params: params(text) })).answer.behind).toBe(1)
  here.as(bilal)
  const matched = await here.ask(api.match, { params: { id: text.agreementId, clauseId: text.clause, lang: 'zh' }, body: { seen: 1 } })
  expect([matched.answer.wordings.zh!.matches, matched.answer.wordings.en!.who]).toEqual([true, 'Ayesha'])
  const followed = (await wording(text, 'zh', '双方于2027年设立中心。', 1)).answer
  expect([followed.wordings.zh!.matches, followed.wordings.en!.matches]).toEqual([true, false])
  const changes = (await here.ask(api.changes, { params: { id: text.agreementId, clauseId: text.clause } })).answer
  expect(changes.map(({ what, lang, who, sideId }) => [what, lang, who, sideId])).toEqual([
    ['worded', 'zh', 'Bilal', sargodha], ['matched', 'zh', 'Bilal', sargodha], ['worded', 'en', 'Ayesha', sargodha], ['worded', 'zh', 'Ayesha', sargodha], ['worded', 'en', 'Ayesha', sargodha], ['added', null, 'Ayesha', sargodha]])
  expect(changes[2]!.pieces).toContainEqual({ text: 'Both', mark: 'added' })
})

test('beside its agreement a text is shown, and nothing where there is none: that is no fault', async () => {
  const id = await here.drafted()
  here.as(ayesha)
  const beside = () => here.ask(api.beside, { params: { id } })
  const [before, page] = [await beside(), await here.ask(api.read, { params: { id } })]
  expect([before.status, before.answer, page.status]).toEqual([200, null, 404])
  await here.ask(api.begin, { params: { id }, body: { from: 'nothing', languages: ['en', 'zh'], authentic: ['en', 'zh'], prevailing: null } })
  expect((await beside()).answer).toMatchObject({ agreementId: id, stage: 'drafting' })
  here.as(elsewhere)
  expect((await beside()).status).toBe(404)
})

test('who goes on typing makes one change; of two who write at once the second is told', async () => {
  const text = await here.begun()
  await wording(text, 'en', 'One', 1)
  here.at('2026-03-02T09:05:00.000Z')
  await wording(text, 'en', 'One two', 2)
  const changes = (await here.ask(api.changes, { params: { id: text.agreementId, clauseId: text.clause } })).answer
  expect(changes.filter(({ what }) => what === 'worded')).toHaveLength(3)
  here.as(bilal)
  const late = await wording(text, 'en', 'Mine', 1)
  expect([late.status, late.answer.error, late.answer.facts]).toEqual([409, 'texts.changed-meanwhile', { seen: 1, edition: 3 }])
  here.at('2026-03-02T09:00:00.000Z')
})

test('variables are written out in each language, and those nobody filled in are named', async () => {
  const text = await here.begun()
  await wording(text, 'en', 'The {centre.name} of {party.b.name}, for {agreement.term}, from {centre.opens}', 1)
  const read = (await here.ask(api.read, { params: params(text) })).answer
  expect([read.unresolved, read.values['party.b.name'], read.values['agreement.term']]).toEqual([['centre.name', 'centre.opens'], { en: 'Zaozhuang University', zh: '枣庄学院' }, { en: '5 years', zh: '5年' }])
  const given = await here.ask(api.giveValue, { params: { ...params(text), name: 'centre.opens' }, body: { en: '2027-03-01', zh: '2027-03-01' } })
  expect([given.answer.unresolved, given.answer.values['centre.opens']]).toEqual([['centre.name'], { en: '1 March 2027', zh: '2027年3月1日' }])
  expect((await here.ask(api.giveValue, { params: { ...params(text), name: 'party.a.name' }, body: { en: 'X' } })).answer.error).toBe('texts.follows-the-record')
  expect(await clausesOf(here.db, text.agreementId, 'en')).toMatchObject([{ number: '1.1', heading: 'Purpose', text: 'The {centre.name} of Zaozhuang University, for 5 years, from 1 March 2027' }])
})

test('clauses are added, moved, taken out and brought back; an article goes with its clauses', async () => {
  const text = await here.begun()
  const p = params(text)
  const more = (await here.ask(api.addClause, { params: p, body: { articleId: text.article, afterId: text.clause, wordings: { en: richOf('Second') } } })).answer
  const second = more.clauses[2]!.id
  expect([more.missing, more.clauses.map(({ number }) => number)]).toEqual([1, ['1', '1.1', '1.2']])
  const moved = (await here.ask(api.placeClause, { params: { ...p, clauseId: second }, body: { articleId: text.article, afterId: null } })).answer
  expect(moved.clauses.map(({ id }) => id)).toEqual([text.article, second, text.clause])
  expect((await here.ask(api.placeClause, { params: { ...p, clauseId: second }, body: { articleId: null, afterId: null } })).answer.error).toBe('texts.not-in-an-article')
  await here.ask(api.removeClause, { params: { ...p, clauseId: second } })
  here.at('2026-03-02T09:01:00.000Z')
  expect((await here.ask(api.removeClause, { params: { ...p, clauseId: text.article } })).answer.clauses).toEqual([])
  const back = (await here.ask(api.restoreClause, { params: { ...p, clauseId: text.article } })).answer
  expect(back.clauses.map(({ id }) => id)).toEqual([text.article, text.clause])
  expect((await here.ask(api.restoreClause, { params: { ...p, clauseId: text.article } })).answer.error).toBe('texts.not-removed')
  here.at('2026-03-02T09:00:00.000Z')
})

test('only the drafting side reads a text before it is handed over; then the version is what both agree to', async () => {
  const text = await here.begun()
  const p = params(text)
  here.as(wang)
  expect((await here.ask(api.read, { params: p })).status).toBe(404)
  expect((await here.ask(api.versions, { params: p })).status).toBe(404)
  here.as(ayesha)
  const over = (await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'agreement', note: 'Ready' } })).answer
  expect(over).toMatchObject({ stage: 'negotiating', turn: { sideId: zaozhuang, waitingFor: 'agreement', note: 'Ready', fromId: sargodha }, latest: { number: 1 }, changedSince: false })
  expect(over.latest!.consents.map(({ sideId }) => sideId)).toEqual([sargodha])
  expect(await textToSign(here.db, text.agreementId)).toBeNull()
  here.as(wang)
  const agreed = (await here.ask(api.consent, { params: p, body: { versionId: over.latest!.id } })).answer
  expect(agreed).toMatchObject({ stage: 'agreed', turn: { sideId: null, waitingFor: 'nothing' } })
  const signed = (await textToSign(here.db, text.agreementId))!
  expect([signed.number, Object.keys(signed.hashes), signed.articles[0]!.clauses[0]!.wordings.zh]).toEqual([1, ['en', 'zh'], richOf('University of Sargodha与枣庄学院设立中心。')])
  expect((await wording(text, 'en', 'Later', 1)).answer.error).toBe('texts.is-agreed')
  const reopened = (await here.ask(api.reopen, { params: p, body: { because: 'The ministry asks for a clause on data' } })).answer
  expect(reopened).toMatchObject({ stage: 'negotiating', turn: { sideId: zaozhuang }, latest: { consents: [] } })
  expect(await textToSign(here.db, text.agreementId)).toBeNull()
})

test('a change takes back what others had agreed to; so does a change of the parties\' record', async () => {
  const text = await here.begun([sargodha, zaozhuang, company])
  const p = params(text)
  const over = (await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'agreement' } })).answer
  here.as(kim)
  expect((await here.ask(api.consent, { params: p, body: { versionId: over.latest!.id } })).answer).toMatchObject({ stage: 'negotiating', turn: { sideId: zaozhuang } })
  here.as(wang)
  await wording(text, 'en', 'Changed by Zaozhuang', 1)
  const changed = (await here.ask(api.read, { params: p })).answer
  expect([changed.latest!.consents, changed.changedSince]).toEqual([[], true])
  expect((await here.ask(api.consent, { params: p, body: { versionId: over.latest!.id } })).answer.error).toBe('texts.changed-since-version')
  const second = (await here.ask(api.handOver, { params: p, body: { toId: sargodha, waitingFor: 'agreement' } })).answer
  here.as(ayesha)
  expect((await here.ask(api.consent, { params: p, body: { versionId: second.latest!.id } })).answer.turn.sideId).toBe(company)
  here.as(kim)
  expect((await here.ask(api.consent, { params: p, body: { versionId: second.latest!.id } })).answer.stage).toBe('agreed')
  const { changedAt } = await here.db.selectFrom('agreement').select('changedAt').where('id', '=', text.agreementId).executeTakeFirstOrThrow()
  await here.db.transaction().execute((db) => reviseAgreement({ db, viewer: ayesha, now: '2026-03-03T09:00:00.000Z', today: '2026-03-03' } as never, text.agreementId, {
    kind: 'memorandum', title: 'Another title', seen: changedAt, parties: [sargodha, zaozhuang, company].map((organisationId) => ({ organisationId })) }))
  expect((await here.ask(api.read, { params: p })).answer).toMatchObject({ stage: 'negotiating', turn: { sideId: sargodha }, latest: { consents: [] } })
})

test('what only moved is told as moved, and what it moved past is not', async () => {
  const text = await here.begun()
  const p = params(text)
  const add = async (articleId: string | null, afterId: string | null, en: string) => (await here.ask(api.addClause, { params: p, body: { articleId, afterId, wordings: { en: richOf(en), zh: richOf('条') } } })).answer.clauses
  const second = (await add(text.article, text.clause, 'Second')).at(-1)!.id
  const third = (await add(text.article, second, 'Third')).at(-1)!.id
  const article = (await add(null, text.article, 'Costs')).at(-1)!.id
  const { latest } = (await here.ask(api.handOver, { params: p, body: { toId: zaozhuang, waitingFor: 'wording' } })).answer
  here.as(wang)
  const place = (clauseId: string, articleId: string, afterId: string | null) => here.ask(api.placeClause, { params: { ...p, clauseId }, body: { articleId, afterId } })
  await place(text.clause, text.article, third)
  await place(second, article, null)
  const { clauses } = (await here.ask(api.compare, { params: p, query: { from: latest!.id } })).answer
  expect(clauses.map(({ id, what, number, formerly }) => [id, what, number, formerly])).toEqual([
    [text.article, 'same', '1', '1'], [third, 'same', '1.1', '1.3'], [text.clause, 'moved', '1.2', '1.1'], [article, 'same', '2', '2'], [second, 'moved', '2.1', '1.2'],
  ])
})

test('any two versions are compared clause by clause in each language', async () => {
  const text = await here.handed()
  const p = params(text)
  here.as(wang)
  await wording(text, 'zh', '{party.a.name}与{party.b.name}共建中心。', 1)
  await here.ask(api.addClause, { params: p, body: { articleId: text.article, afterId: text.clause, wordings: { en: richOf('New') } } })
  const now = (await here.ask(api.compare, { params: p, query: { from: text.latest!.id } })).answer
  expect(now.clauses.map(({ what, number }) => [what, number])).toEqual([['same', '1'], ['changed', '1.1'], ['added', '1.2']])
  expect(now.clauses[1]!.pieces.zh).toContainEqual({ text: '共建', mark: 'added' })
  expect(now.clauses[1]!.pieces.en).toBeUndefined()
  await here.ask(api.handOver, { params: p, body: { toId: sargodha, waitingFor: 'answer' } })
  const versions = (await here.ask(api.versions, { params: p })).answer
  expect(versions.map(({ number, who, sideId }) => [number, who, sideId])).toEqual([[2, 'Wang', zaozhuang], [1, 'Ayesha', sargodha]])
  const between = (await here.ask(api.compare, { params: p, query: { from: versions[1]!.id, to: versions[0]!.id } })).answer
  expect([between.from, between.to, between.clauses.length]).toEqual([1, 2, 3])
  expect((await here.ask(api.version, { params: { ...p, versionId: versions[1]!.id } })).answer.content.articles[0]!.clauses).toHaveLength(1)
})

test('the board shows drafts by stage, whose turn it is and since how many days', async () => {
  const text = await here.handed()
  here.at('2026-03-12T10:00:00.000Z')
  here.as(wang)
  const rows = (await here.ask(api.board, { query: { stage: 'negotiating', turn: 'mine' } })).answer.rows
  expect(rows.find(({ id }) => id === text.agreementId)).toMatchObject({ stage: 'negotiating', days: 10, turnDays: 10, myTurn: true, versions: 1, turn: { sideId: zaozhuang, note: 'Please read clause 1.1' } })
  const counts = (await here.ask(api.boardCounts, { query: {} })).answer
  expect([counts.mine > 0, counts.stages.negotiating > 0]).toEqual([true, true])
  const mine = (await here.ask(api.boardCounts, { query: { turn: 'mine' } })).answer
  expect([mine.mine, mine.theirs, Object.values(mine.stages).reduce((sum, one) => sum + one, 0)], 'the columns count what the filter leaves, its buttons what each would leave').toEqual([counts.mine, counts.theirs, counts.mine])
  expect((await here.ask(api.board, { query: { text: 'battery', limit: 1 } })).answer.next).not.toBeNull()
  const paged = (await here.ask(api.board, { query: { limit: 1 } })).answer
  expect((await here.ask(api.board, { query: { limit: 1, after: paged.next! } })).answer.rows[0]!.id).not.toBe(paged.rows[0]!.id)
  here.as(elsewhere)
  expect((await here.ask(api.board, { query: {} })).answer.rows).toEqual([])
  here.at('2026-03-02T09:00:00.000Z')
  here.as(teacher)
  expect((await here.ask(api.read, { params: params(text) })).status).toBe(200)
})
